package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions of a file, lengths that are in doubt, and files that were rotated away. */
class FetchRevisionTest {
  private static final String CREATED = "2026-11-25T03:00:00Z";
  private static final String LATER = "2026-11-25T09:00:00Z";
  private static final String PLACE =
      "interval=daily/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv";

  @TempDir Path home;
  private FetchBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home.resolve("logs"));
    offer(CREATED, 4, "text");
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  @Test
  void storesAFileOnceWithTheTimeOfItsRevision() throws Exception {
    FetchReport report = bench.run();
    assertStatuses(report, FetchedFile.Status.STORED);
    assertEquals("logs/" + PLACE, report.files().get(0).path());
    assertEquals(Samples.content("text"), report.files().get(0).content());
    assertEquals(Map.of(PLACE, "text"), bench.stored());
    assertEquals(
        CREATED, Files.getLastModifiedTime(bench.directory.resolve(PLACE)).toInstant().toString());
    assertStatuses(bench.run());
    assertEquals(1, downloads());
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aNewRevisionTakesThePlaceOfTheOldUnderEitherSuffix(boolean before, boolean after)
      throws Exception {
    compressed(before);
    bench.run();
    offer(LATER, 9, "text more");
    compressed(after);
    assertStatuses(bench.run(), FetchedFile.Status.REPLACED);
    assertEquals(Map.of(PLACE + (after ? ".gz" : ""), "text more"), bench.stored());
    assertEquals(1, Verification.of(bench.directory).good());
  }

  @Test
  void aSuffixThatTheOperatorChangedIsReplacedToo() throws Exception {
    bench.run();
    Path plain = bench.directory.resolve(PLACE);
    Files.move(plain, bench.directory.resolve(PLACE + ".gz"));
    offer(LATER, 9, "text more");
    bench.run();
    assertEquals(List.of(PLACE), List.copyOf(bench.stored().keySet()));
  }

  @Test
  void aRevisionThatMovedToAnotherDayLeavesNothingBehind() throws Exception {
    bench.run();
    EventLogFile moved =
        Samples.file(Samples.id(1), Interval.DAILY, "2026-11-23T00:00:00Z", LATER, 0, 4);
    bench.lists(moved);
    assertStatuses(bench.run(), FetchedFile.Status.REPLACED);
    assertEquals(
        List.of(PLACE.replace("2026-11-24", "2026-11-23")), List.copyOf(bench.stored().keySet()));
  }

  @Test
  void anOldRevisionOnAnOldPageChangesNothing() throws Exception {
    offer(LATER, 9, "text more");
    bench.run();
    offer(CREATED, 4, "text");
    assertStatuses(bench.run());
    assertEquals(Map.of(PLACE, "text more"), bench.stored());
  }

  @Test
  void rotationDoesNotBringFilesBack() throws Exception {
    bench.run();
    Files.delete(bench.directory.resolve(PLACE));
    FetchReport report = bench.run();
    assertStatuses(report);
    assertEquals(1, report.already());
    assertEquals(Map.of(), bench.stored());
    offer(LATER, 9, "text more");
    assertStatuses(bench.run(), FetchedFile.Status.REPLACED);
    assertEquals(Map.of(PLACE, "text more"), bench.stored());
  }

  @Test
  void aDoubtfulLengthIsTriedTwiceThenStoredAndDoubtedForTwoRuns() throws Exception {
    offer(CREATED, 9, "text");
    FetchReport first = bench.run();
    assertStatuses(first, FetchedFile.Status.STORED);
    assertEquals(ExitCode.OK, first.exitCode());
    assertEquals(2, downloads());
    assertEquals(1, bench.warnings.size());
    assertTrue(
        bench.warnings.get(0).contains("has 4 bytes, and was listed with 9"),
        bench.warnings.get(0));
    for (int run = 2; run <= 3; run++) {
      FetchReport again = bench.run();
      // The file on the disk is what it was: whoever reads the paths reads it once.
      assertStatuses(again);
      assertEquals(1, again.already());
      assertEquals(run + 1, downloads());
    }
    assertStatuses(bench.run());
    assertEquals(4, downloads());
    assertEquals(Map.of(PLACE, "text"), bench.stored());
    assertEquals(1, bench.warnings.size());
    assertEquals(1, Verification.of(bench.directory).good());
  }

  @Test
  void aHalfWrittenFileIsReplacedByTheWhole() throws Exception {
    offer(CREATED, 9, "text");
    bench.run();
    offer(CREATED, 9, "text more");
    assertStatuses(bench.run(), FetchedFile.Status.REPLACED);
    assertEquals(Map.of(PLACE, "text more"), bench.stored());
    assertStatuses(bench.run());
    assertEquals(3, downloads());
  }

  @Test
  void aHalfAnswerIsTriedOnceMoreAtOnce() throws Exception {
    offer(CREATED, 9, "text", "text more");
    assertStatuses(bench.run(), FetchedFile.Status.STORED);
    assertEquals(Map.of(PLACE, "text more"), bench.stored());
    assertEquals(List.of(), bench.warnings);
  }

  @Test
  void aDoubtfulFileThatWasRotatedAwayDoesNotComeBack() throws Exception {
    offer(CREATED, 9, "text");
    bench.run();
    Files.delete(bench.directory.resolve(PLACE));
    for (int run = 2; run <= 5; run++) {
      assertStatuses(bench.run());
      assertEquals(Map.of(), bench.stored());
    }
    assertEquals(4, downloads());
  }

  @Test
  void aDoubtfulFileKeepsItsSuffix() throws Exception {
    offer(CREATED, 9, "text");
    bench.run();
    compressed(true);
    bench.run();
    bench.run();
    assertEquals(Map.of(PLACE, "text"), bench.stored());
    assertEquals(1, Verification.of(bench.directory).good());
  }

  @Test
  void strictRefusesADoubtfulLength() throws Exception {
    offer(CREATED, 9, "text");
    bench.options = new FetchOptions(1, Duration.ZERO, ApiReserve.parse("0").orElseThrow(), true);
    FetchReport report = bench.run();
    assertStatuses(report, FetchedFile.Status.FAILED);
    assertEquals(ExitCode.PARTIAL, report.exitCode());
    assertEquals(2, downloads());
    assertEquals(Map.of(), bench.stored());
    assertEquals(List.of(), bench.leftovers());
    offer(CREATED, 4, "text");
    assertStatuses(bench.run(), FetchedFile.Status.STORED);
  }

  @Test
  void aFileThatIsGoneForAWhileIsTriedByEveryRunUntilItIsThere() throws Exception {
    bench.org.file = asked -> RawReply.NOT_FOUND;
    for (int run = 1; run <= 3; run++) {
      FetchReport report = bench.run();
      assertStatuses(report, FetchedFile.Status.FAILED);
      assertTrue(report.files().get(0).error().contains("NOT_FOUND"));
      assertEquals(run, downloads());
    }
    offer(CREATED, 4, "text");
    assertStatuses(bench.run(), FetchedFile.Status.STORED);
  }

  @Test
  void aYoungFileIsLeftToSettle() throws Exception {
    bench.options =
        new FetchOptions(1, Duration.ofHours(10), ApiReserve.parse("0").orElseThrow(), false);
    FetchReport report = bench.run();
    assertEquals(1, report.waiting());
    assertEquals(ExitCode.OK, report.exitCode());
    assertEquals(0, downloads());
    bench.now = bench.now.plus(Duration.ofHours(1));
    assertStatuses(bench.run(), FetchedFile.Status.STORED);
  }

  @Test
  void withoutAWishToWaitThisMachinesClockHasNoSay() throws Exception {
    bench.now = bench.now.minus(Duration.ofDays(365));
    assertStatuses(bench.run(), FetchedFile.Status.STORED);
  }

  @Test
  void aCompressedStoreHoldsTheSameBytes() throws Exception {
    compressed(true);
    FetchReport report = bench.run();
    assertEquals(Samples.content("text"), report.files().get(0).content());
    assertEquals(Map.of(PLACE + ".gz", "text"), bench.stored());
    assertFalse(Files.exists(bench.directory.resolve(PLACE)));
  }

  /** The file as it is listed, and what comes of it, the last answer again and again. */
  private void offer(String created, long length, String... texts) {
    bench.lists(Samples.daily(1, created, length));
    Deque<String> coming = new ArrayDeque<>(List.of(texts));
    bench.org.file =
        asked ->
            RawReply.csv((coming.size() > 1 ? coming.pop() : coming.element()).getBytes(UTF_8));
  }

  private void compressed(boolean isCompressed) {
    bench.storeOptions = new StoreOptions(isCompressed, 0600, Duration.ZERO);
  }

  private int downloads() {
    return bench.org.paths("LogFile").size();
  }

  private static void assertStatuses(FetchReport report, FetchedFile.Status... statuses) {
    assertEquals(List.of(statuses), report.files().stream().map(FetchedFile::status).toList());
  }
}
