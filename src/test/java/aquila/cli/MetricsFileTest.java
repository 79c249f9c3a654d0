package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.eventlog.Content;
import aquila.eventlog.EventLogFile;
import aquila.eventlog.FetchReport;
import aquila.eventlog.FetchedFile;
import aquila.eventlog.Interval;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.rest.ApiUsage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gauges for Prometheus. */
class MetricsFileTest {
  private static final Instant NOW = Bench.NOW;
  private static final FetchReport NOTHING_NEW =
      new FetchReport(
          7,
          7,
          0,
          List.of(),
          List.of(),
          null,
          new ApiUsage(18, 5000),
          NOW.minus(Duration.ofHours(36)));

  @TempDir Path directory;

  @Test
  void tellsOfARunInTheTextFormat() throws Exception {
    write(NOW, result("prod", NOTHING_NEW, ExitCode.OK));
    assertEquals(
        """
        # HELP aquila_last_success_timestamp_seconds When a run last ended with all that was wanted stored.
        # TYPE aquila_last_success_timestamp_seconds gauge
        aquila_last_success_timestamp_seconds{org="prod"} 1795608000
        # HELP aquila_stored_files Files stored by the last run.
        # TYPE aquila_stored_files gauge
        aquila_stored_files{org="prod"} 0
        # HELP aquila_stored_bytes Bytes stored by the last run.
        # TYPE aquila_stored_bytes gauge
        aquila_stored_bytes{org="prod"} 0
        # HELP aquila_failed_files Files wanted by the last run and not stored.
        # TYPE aquila_failed_files gauge
        aquila_failed_files{org="prod"} 0
        # HELP aquila_api_used API calls of the org in 24 hours.
        # TYPE aquila_api_used gauge
        aquila_api_used{org="prod"} 18
        # HELP aquila_api_limit API calls the org may make in 24 hours.
        # TYPE aquila_api_limit gauge
        aquila_api_limit{org="prod"} 5000
        # HELP aquila_newest_log_age_seconds Age of the newest day or hour that is stored.
        # TYPE aquila_newest_log_age_seconds gauge
        aquila_newest_log_age_seconds{org="prod"} 129600
        """,
        Files.readString(file()));
  }

  @Test
  void countsWhatTheRunStoredAndWhatItDidNot() throws Exception {
    Instant day = NOW.minus(Duration.ofHours(36));
    EventLogFile file =
        new EventLogFile(
            "0AT000000000000001",
            "Login",
            Interval.DAILY,
            day,
            NOW,
            0,
            4,
            "/x",
            List.of(),
            List.of());
    FetchedFile stored =
        new FetchedFile(file, FetchedFile.Status.STORED, "x", new Content(4, "00"), null);
    FetchedFile replaced =
        new FetchedFile(file, FetchedFile.Status.REPLACED, "x", new Content(5, "00"), null);
    FetchReport report =
        new FetchReport(
            7, 4, 0, List.of(stored, replaced), List.of("an odd record"), null, null, null);
    write(NOW, result("a", report, ExitCode.PARTIAL));
    assertEquals(
        List.of(
            "aquila_stored_files{org=\"a\"} 2",
            "aquila_stored_bytes{org=\"a\"} 9",
            "aquila_failed_files{org=\"a\"} 1"),
        samples());
  }

  @Test
  void aReaderSeesTheOldFileToItsEnd() throws Exception {
    write(NOW, result("a", NOTHING_NEW, ExitCode.OK));
    String before = Files.readString(file());
    try (InputStream reader = Files.newInputStream(file())) {
      write(NOW.plusSeconds(60), result("a", null, ExitCode.NETWORK));
      assertEquals(before, new String(reader.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "a\\b", "say \"hi\"", "two\nlines", "\\\"\n\\n", "Umläute"})
  void keepsTheLastSuccessWhereARunFails(String org) throws Exception {
    write(NOW, result(org, NOTHING_NEW, ExitCode.OK));
    for (int hour = 1; hour <= 3; hour++) {
      write(NOW.plus(Duration.ofHours(hour)), result(org, null, ExitCode.NETWORK));
    }
    assertEquals(
        List.of("aquila_last_success_timestamp_seconds{org=\"" + escaped(org) + "\"} 1795608000"),
        samples());
    write(NOW.plusSeconds(10), result(org, NOTHING_NEW, ExitCode.OK));
    assertTrue(samples().get(0).endsWith(" 1795608010"), samples().toString());
  }

  @Test
  void keepsTheOrgsApart() throws Exception {
    write(NOW, result("a", NOTHING_NEW, ExitCode.OK), result("b", NOTHING_NEW, ExitCode.OK));
    write(
        NOW.plusSeconds(60),
        result("a", NOTHING_NEW, ExitCode.OK),
        result("b", null, ExitCode.TOKEN_REFUSED));
    List<String> samples = samples();
    assertEquals("aquila_last_success_timestamp_seconds{org=\"a\"} 1795608060", samples.get(0));
    assertEquals("aquila_last_success_timestamp_seconds{org=\"b\"} 1795608000", samples.get(1));
    assertEquals(1, Files.readString(file()).split("# TYPE aquila_last", -1).length - 1);
  }

  @ParameterizedTest
  @CsvSource({"PARTIAL", "STORE"})
  void aRunThatLacksFilesIsNoSuccess(ExitCode code) throws Exception {
    write(NOW, result("a", NOTHING_NEW, code));
    assertFalse(Files.readString(file()).contains("last_success"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aquila_last_success_timestamp_seconds{org=\"a\"} ...\n",
        "aquila_last_success_timestamp_seconds{org=\"a\"} 1e999999999\n",
        "aquila_last_success_timestamp_seconds{org=\"a\"} 99999999999999999999\n",
        "aquila_last_success_timestamp_seconds{org=\"a\"} 17",
        "aquila_last_success_timestamp_seconds{org=\"a} 17\n",
        "\u0000\u0000\u0000",
        "",
      })
  void aDamagedOldFileIsForgotten(String old) throws Exception {
    Files.writeString(file(), old);
    write(NOW, result("a", null, ExitCode.NETWORK));
    assertEquals(List.of(), samples());
  }

  @Test
  void isReadableForTheCollectorAndLeavesNoTemporaryFile() throws Exception {
    write(NOW, result("a", NOTHING_NEW, ExitCode.OK));
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void saysWhereItCannotBeWritten() {
    Path file = directory.resolve("gone/aquila.prom");
    assertEquals(
        "the metrics file " + file + " cannot be written: its directory does not exist",
        refusal(file));
    assertEquals(
        "the metrics file " + directory + " cannot be written: Is a directory", refusal(directory));
  }

  private static String refusal(Path file) {
    MetricsFile metrics = new MetricsFile(file);
    return assertThrows(StoreFailure.class, () -> metrics.write(List.of(), NOW)).fact();
  }

  private Path file() {
    return directory.resolve("aquila.prom");
  }

  private void write(Instant now, FetchRun.Result... results) throws Failure {
    new MetricsFile(file()).write(List.of(results), now);
  }

  private List<String> samples() throws IOException {
    return Files.readAllLines(file()).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }

  private static String escaped(String org) {
    return org.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static FetchRun.Result result(String org, FetchReport report, ExitCode code) {
    return new FetchRun.Result(org, report, code);
  }
}
