package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.BusyFailure;
import aquila.failure.ExitCode;
import aquila.failure.StoreFailure;
import aquila.file.OtherProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others may have done to the directory of a store. */
class StoreTortureTest {
  private static final EventLogFile FILE = Samples.daily(1, "2026-11-25T03:00:00Z", 4);
  private static final String PLACE = Samples.line(FILE, "text").place();

  @TempDir Path home;
  private FetchBench bench;
  private Path store;

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home.resolve("logs"));
    store = bench.directory;
    bench.lists(FILE);
    bench.org.file = asked -> RawReply.csv("text".getBytes(UTF_8));
    bench.whenItWaits = count -> assertTrue(count < 1000, "it waits for ever");
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  @Test
  void aDirectoryInThePlaceOfTheFileIsARefusalOfTheDisk() throws Exception {
    bench.lists(
        IntStream.rangeClosed(1, 9).mapToObj(StoreTortureTest::file).toArray(EventLogFile[]::new));
    Files.createDirectories(store.resolve(PLACE).resolve("x"));
    FetchReport report = bench.run();
    assertEquals(ExitCode.STORE, report.exitCode());
    assertTrue(
        report.files().stream()
            .filter(file -> file.file().id().equals(FILE.id()))
            .allMatch(file -> file.error().startsWith("the disk refused it")));
    // One or two may be on their way when the first is refused.
    assertTrue(bench.org.paths("LogFile").size() <= 3);
    assertEquals(List.of(), bench.leftovers());
    assertEquals(report.stored(), Verification.of(store).good());
    // Nothing is taken as dealt with.
    assertFalse(Files.exists(store.resolve(".aquila/resume.json")));
    Files.delete(store.resolve(PLACE).resolve("x"));
    Files.delete(store.resolve(PLACE));
    assertEquals(9, report.stored() + bench.run().stored());
    assertEquals(9, Verification.of(store).good());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "interval=daily", "interval=daily/log_type=Login", ".aquila"})
  void aFileInThePlaceOfADirectoryIsARefusalOfTheDisk(String where) throws Exception {
    Path file = store.resolve(where);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "precious");
    if (where.startsWith("interval")) {
      assertEquals(ExitCode.STORE, bench.run().exitCode());
    } else {
      assertThrows(StoreFailure.class, bench::run);
    }
    assertEquals("precious", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interval=daily",
        "interval=daily/log_type=Login",
        "interval=daily/log_type=Login/log_date=2026-11-24",
        ".aquila",
        ".aquila/incoming",
        ".aquila/lock",
        ".aquila/ledger",
      })
  void noPlantedLinkIsFollowed(String where) throws Exception {
    boolean isFile = where.endsWith("lock") || where.endsWith("ledger");
    Path far = home.resolve("far");
    if (isFile) {
      Files.writeString(far, LedgerReader.HEADER);
    } else {
      Files.createDirectory(far);
    }
    Path link = store.resolve(where);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, far);
    if (where.startsWith("interval")) {
      assertEquals(ExitCode.STORE, bench.run().exitCode());
    } else {
      assertThrows(StoreFailure.class, bench::run);
    }
    assertTrue(Files.isSymbolicLink(link));
    if (isFile) {
      assertEquals(LedgerReader.HEADER, Files.readString(far));
    } else {
      assertArrayEquals(new String[0], far.toFile().list());
    }
  }

  @Test
  void aLinkInThePlaceOfTheFileIsReplacedAndNotFollowed() throws Exception {
    Path far = Files.writeString(home.resolve("far"), "precious");
    Files.createDirectories(store.resolve(PLACE).getParent());
    Files.createSymbolicLink(store.resolve(PLACE), far);
    Files.createSymbolicLink(store.resolve(PLACE + ".gz"), far);
    assertEquals(1, bench.run().stored());
    assertEquals("precious", Files.readString(far));
    assertEquals(Map.of(PLACE, "text"), bench.stored());
    assertFalse(Files.isSymbolicLink(store.resolve(PLACE)));
  }

  @Test
  void whatACrashLeftIsRemoved() throws Exception {
    Path own = Files.createDirectories(store.resolve(".aquila/incoming")).getParent();
    Files.writeString(own.resolve("incoming/" + FILE.id()), "half");
    Files.writeString(own.resolve("incoming/" + Samples.id(77)), "half");
    Files.writeString(own.resolve(".aquila4711.tmp"), "half");
    bench.run();
    assertEquals(List.of(), bench.leftovers());
  }

  @Test
  void aFileWithoutItsLineIsFetchedAgainAndIsThereOnce() throws Exception {
    bench.run();
    Files.writeString(store.resolve(".aquila/ledger"), LedgerReader.HEADER);
    Files.delete(store.resolve(".aquila/resume.json"));
    assertEquals(1, bench.run().stored());
    assertEquals(Map.of(PLACE, "text"), bench.stored());
  }

  @ParameterizedTest
  @CsvSource({
    "0600, rw-------, rwx------",
    "0640, rw-r-----, rwxr-x---",
    "0644, rw-r--r--, rwxr-xr-x"
  })
  void filesAndDirectoriesHaveTheirModes(String octal, String file, String directory)
      throws Exception {
    bench.storeOptions = new StoreOptions(false, Integer.parseInt(octal, 8), Duration.ZERO);
    bench.run();
    assertEquals(file, mode(PLACE));
    for (String made :
        List.of(
            "",
            "interval=daily",
            "interval=daily/log_type=Login",
            "interval=daily/log_type=Login/log_date=2026-11-24")) {
      assertEquals(directory, mode(made));
    }
    // What is ours alone stays so.
    assertEquals("rwx------", mode(".aquila"));
    assertEquals("rwx------", mode(".aquila/incoming"));
    assertEquals("rw-------", mode(".aquila/ledger"));
    assertEquals("rw-------", mode(".aquila/resume.json"));
    assertEquals("rw-------", mode(".aquila/lock"));
  }

  @Test
  void nothingUnfinishedLooksFinished() throws Exception {
    bench.org.file =
        asked ->
            socket -> {
              socket.getOutputStream().write(RawOrg.latin1("HTTP/1.1 200 \r\n\r\nhalf"));
              socket.getOutputStream().flush();
              try (Stream<Path> files = Files.walk(store)) {
                List<Path> finished =
                    files.filter(f -> f.toString().matches(".*\\.csv(\\.gz)?")).toList();
                bench.warnings.addAll(finished.stream().map(Path::toString).toList());
              }
            };
    bench.run();
    assertEquals(List.of(), bench.warnings);
  }

  @Test
  void theLockNamesItsHolderToTheSecond() throws Exception {
    bench.now = Samples.NOW.plusNanos(123_456_789);
    try (Store held = Store.open(store, bench.storeOptions, bench.world()).store()) {
      BusyFailure busy = assertThrows(BusyFailure.class, bench::run);
      assertEquals(
          "another run holds the store: process "
              + ProcessHandle.current().pid()
              + ", since "
              + Samples.NOW,
          busy.fact());
      assertEquals(0, held.known(Set.of()).size());
    }
  }

  @Test
  void anotherRunIsTooMany() throws Exception {
    bench.run();
    try (OtherProcess other = OtherProcess.locking(store.resolve(".aquila/lock"))) {
      assertTrue(other.holds());
      BusyFailure busy = assertThrows(BusyFailure.class, bench::run);
      assertEquals("another run holds the store: process " + other.pid(), busy.fact());
      assertEquals(0, bench.waits.size());
      // Whoever only reads needs no lock.
      assertEquals(1, Verification.of(store).good());
      other.kill();
      bench.run();
    }
  }

  @Test
  void aStoreThatCannotBeOpenedIsLetGo() throws Exception {
    Path ledger = Files.createDirectories(store.resolve(".aquila/ledger"));
    assertThrows(StoreFailure.class, bench::run);
    Files.delete(ledger);
    assertEquals(1, bench.run().stored());
  }

  @Test
  void aRunWaitsAsLongAsItMay() throws Exception {
    bench.run();
    bench.storeOptions = new StoreOptions(false, 0600, Duration.ofSeconds(3));
    try (OtherProcess other = OtherProcess.locking(store.resolve(".aquila/lock"))) {
      assertThrows(BusyFailure.class, bench::run);
      Duration waited = bench.waits.stream().reduce(Duration.ZERO, Duration::plus);
      assertEquals(Duration.ofSeconds(3), waited);
      assertTrue(other.holds());
    }
  }

  @Test
  void aRunThatWaitsGetsTheStoreWhenItIsFree() throws Exception {
    bench.run();
    bench.storeOptions = new StoreOptions(false, 0600, Duration.ofMinutes(3));
    try (OtherProcess other = OtherProcess.locking(store.resolve(".aquila/lock"))) {
      bench.whenItWaits =
          count -> {
            if (count == 5) {
              other.kill();
            }
          };
      assertEquals(1, bench.run().already());
    }
    assertEquals(5, bench.waits.size());
  }

  private static EventLogFile file(int number) {
    return Samples.daily(number, "2026-11-25T03:00:00Z", 4);
  }

  private String mode(String place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(store.resolve(place)));
  }
}
