package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an org does to its listing and whatever happens on the way: in the end the store holds
 * what the org holds. A seed that fails repeats itself.
 */
class FetchPropertyTest {
  /** More of them by hand: {@code mvn test -Dtest=FetchPropertyTest -Daquila.seeds=500}. */
  private static final int SEEDS = Integer.getInteger("aquila.seeds", 12);

  private static final int RUNS = 7;

  @TempDir Path home;

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStoreComesToHoldWhatTheOrgHolds(int seed) throws Exception {
    Random random = new Random(seed);
    ModelOrg model = new ModelOrg(seed);
    Map<String, String> rotated = new TreeMap<>();
    try (FetchBench bench = bench(model, random)) {
      for (int run = 0; run < RUNS; run++) {
        bench.now = bench.now.plus(Duration.ofMinutes(30 + random.nextInt(12 * 60)));
        model.change(bench.now);
        model.faults = random.nextInt(3) * 3;
        bench.selection = selection(random);
        bench.storeOptions = new StoreOptions(random.nextBoolean(), 0600, Duration.ZERO);
        runOnce(bench);
        rotate(bench, random, rotated);
      }
      settle(bench, model);
      assertStore(bench, model, rotated);
      assertFewDownloads(model);
      int before = bench.org.asked().size();
      assertEquals(0, bench.run().files().size());
      assertTrue(bench.org.paths("/LogFile").size() > 0);
      assertEquals(
          List.of(),
          bench.org.asked().subList(before, bench.org.asked().size()).stream()
              .filter(asked -> asked.path().contains("/LogFile"))
              .toList(),
          "nothing new is not downloaded");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedLedgerCostsDownloadsAndNoFile(int seed) throws Exception {
    Random random = new Random(-seed);
    ModelOrg model = new ModelOrg(-seed);
    try (FetchBench bench = bench(model, random)) {
      for (int run = 0; run < 4; run++) {
        bench.now = bench.now.plus(Duration.ofMinutes(30 + random.nextInt(12 * 60)));
        model.change(bench.now);
        runOnce(bench);
        damage(bench.directory.resolve(".aquila"), random);
      }
      settle(bench, model);
      assertStore(bench, model, Map.of());
    }
  }

  private FetchBench bench(ModelOrg model, Random random) throws IOException {
    FetchBench bench = new FetchBench(home.resolve("logs"));
    bench.org.listing = model::listing;
    bench.org.file = model::file;
    bench.selection = Samples.BOTH;
    bench.options =
        new FetchOptions(
            1 + random.nextInt(4), Duration.ZERO, ApiReserve.parse("0").orElseThrow(), false);
    return bench;
  }

  private static void runOnce(FetchBench bench) throws IOException {
    try {
      bench.run();
    } catch (Failure e) {
      // No listing this time.
      assertTrue(Files.exists(bench.directory), e.fact());
    }
  }

  /** Without faults, and with one that asks for all. */
  private static void settle(FetchBench bench, ModelOrg model) throws Failure {
    model.faults = 0;
    bench.selection = Samples.BOTH;
    for (int run = 0; run < 4; run++) {
      bench.now = bench.now.plus(Duration.ofMinutes(10));
      bench.run();
    }
  }

  private static Selection selection(Random random) {
    Set<String> types = random.nextInt(3) == 0 ? Set.of("Login") : Set.of();
    Set<Interval> intervals =
        switch (random.nextInt(4)) {
          case 0 -> Set.of(Interval.DAILY);
          case 1 -> Set.of(Interval.HOURLY);
          default -> Set.of(Interval.values());
        };
    return new Selection(types, intervals, null, null);
  }

  /** What log rotation took, by place, as it was. */
  private static void rotate(FetchBench bench, Random random, Map<String, String> rotated)
      throws IOException {
    for (Map.Entry<String, String> file : bench.stored().entrySet()) {
      if (random.nextInt(5) == 0) {
        Files.delete(bench.directory.resolve(file.getKey()));
        rotated.put(plain(file.getKey()), file.getValue());
      }
    }
  }

  private static void damage(Path own, Random random) throws IOException {
    Path ledger = own.resolve("ledger");
    byte[] bytes = Files.readAllBytes(ledger);
    if (bytes.length <= LedgerReader.HEADER.length()) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> Files.delete(ledger);
      case 1 -> Files.write(ledger, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case 2 -> Files.write(ledger, new byte[bytes.length]);
      default -> {
        bytes[LedgerReader.HEADER.length() + random.nextInt(bytes.length - 16)] ^= 8;
        Files.write(ledger, bytes);
      }
    }
    if (random.nextBoolean()) {
      Files.deleteIfExists(own.resolve("resume.json"));
    }
  }

  private static void assertStore(FetchBench bench, ModelOrg model, Map<String, String> rotated)
      throws IOException, Failure {
    Map<String, String> stored = new TreeMap<>();
    bench
        .stored()
        .forEach(
            (place, text) -> assertEquals(null, stored.put(plain(place), text), "twice: " + place));
    Map<String, String> expected = new TreeMap<>();
    for (ModelOrg.Revision revision : model.truth(Samples.BOTH)) {
      String place = Samples.line(revision.file(), revision.text()).place();
      if (!revision.text().equals(rotated.get(place))) {
        expected.put(place, revision.text());
      } else if (revision.isOdd()) {
        // Half of it may have come since, and then all of it as something new.
        Optional.ofNullable(stored.get(place)).ifPresent(text -> expected.put(place, text));
      }
    }
    assertEquals(expected, stored);
    assertEquals(
        List.of(),
        bench.leftovers().stream().filter(name -> !name.endsWith("ledger.damaged")).toList());
    Verification.Result verified = Verification.of(bench.directory);
    assertEquals(List.of(), verified.differing());
    assertEquals(0, verified.damagedLines());
    List<EventLogFile> listed = model.truth(Samples.BOTH).stream().map(r -> r.file()).toList();
    assertEquals(List.of(), Audit.of(listed, true, bench.directory, bench.now).missing());
  }

  /** Where the length is in doubt, a file may come again. */
  private static void assertFewDownloads(ModelOrg model) {
    model.delivered().forEach((key, count) -> assertTrue(count <= 1, key + " came " + count + "x"));
  }

  private static String plain(String place) {
    return place.replaceFirst("\\.gz$", "");
  }
}
