package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a file. */
class LogRowsTest {

  @TempDir Path home;
  private FetchBench bench;
  private final List<LogRow> rows = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home);
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
    assertEquals(0, home.toFile().list().length, "a temporary file is left");
  }

  @Test
  void linesEndOnlyOutsideOfQuotes() throws Exception {
    assertValues(
        "\"A\",\"B\"\n\"1\",\"x\r\ny\nz\"\n\"\"\"2\"\"\",\"\"\n",
        List.of(List.of("1", "x\r\ny\nz"), List.of("\"2\"", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndIsOne(String end) throws Exception {
    assertValues(
        "\"A\",\"B\"" + end + "\"1\",\"2\"" + end + "\"3\",\"4\"",
        List.of(List.of("1", "2"), List.of("3", "4")));
  }

  @Test
  void fieldsMayBeLong() throws Exception {
    String trace = "Class.Deep.call: line 12\n".repeat(20_000);
    assertValues("\"A\",\"B\"\n\"1\",\"" + trace + "\"\n", List.of(List.of("1", trace)));
  }

  @Test
  void otherAlphabetsAreRead() throws Exception {
    assertValues("\"A\"\n\"東京 🦅 Umsätze\"\n", List.of(List.of("東京 🦅 Umsätze")));
  }

  @Test
  void aShortRowIsNoReasonToStop() throws Exception {
    assertValues("\"A\",\"B\"\n\"1\"\n\"3\",\"4\"\n", List.of(List.of("1"), List.of("3", "4")));
    assertEquals("", rows.get(0).value(1));
  }

  @Test
  void aFileWithoutAnEventHasNoRows() throws Exception {
    assertValues("\"A\",\"B\"\n", List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"A\"\n\"1\"x\n", "\"A\"\n\"1\",\"2\"\n"})
  void whatIsNoCsvIsNamed(String text) {
    ApiRefused refused = assertThrows(ApiRefused.class, () -> read(text, text.length()));
    assertTrue(refused.fact().contains("is not CSV"), refused.fact());
  }

  @Test
  void theTypesOfTheOrgGoWithTheRows() throws Exception {
    EventLogFile plain = Samples.daily(1, "2026-11-25T03:00:00Z", 12);
    EventLogFile typed =
        new EventLogFile(
            plain.id(),
            plain.eventType(),
            plain.interval(),
            plain.logDate(),
            plain.createdDate(),
            0,
            12,
            plain.path(),
            List.of("B", "A"),
            List.of("String", "Number"));
    bench.org.file = asked -> RawReply.csv("A,B\n1,x\n2,y\n".getBytes(UTF_8));
    rows(typed);
    assertEquals(Map.of("A", "Number", "B", "String"), rows.get(0).types());
    assertEquals("{\"A\":1,\"B\":\"x\"}", aquila.json.Json.write(rows.get(0).json()));
  }

  @Test
  void anotherLengthIsSaidAndReadAllTheSame() throws Exception {
    read("A\n1\n", 99);
    assertEquals(1, rows.size());
    assertEquals(List.of("0AT000000000000001 has 4 bytes, and was listed with 99"), bench.warnings);
  }

  @Test
  void noRowIsPassedOnBeforeTheFileIsWhole() {
    byte[] whole = RawReply.csv("A\n1\n2\n".getBytes(UTF_8), RawReply.Framing.LENGTH, false);
    bench.org.file = asked -> RawReply.cut(whole, whole.length - 2);
    assertThrows(NetworkFailure.class, () -> rows(Samples.daily(1, "2026-11-25T03:00:00Z", 6)));
    assertEquals(List.of(), rows);
  }

  @Test
  void whatTheReaderOfTheRowsThrowsIsPassedOn() {
    bench.org.file = asked -> RawReply.csv("A\n1\n2\n".getBytes(UTF_8));
    IOException gone = new IOException("Broken pipe");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                reader()
                    .read(
                        Samples.daily(1, "2026-11-25T03:00:00Z", 6),
                        row -> {
                          throw gone;
                        }));
    assertSame(gone, thrown);
  }

  private void assertValues(String text, List<List<String>> values) throws Exception {
    read(text, text.getBytes(UTF_8).length);
    assertEquals(values, rows.stream().map(LogRow::values).toList());
    assertEquals(List.of(), bench.warnings);
  }

  private void read(String text, long length) throws Failure, IOException {
    bench.org.file = asked -> RawReply.csv(text.getBytes(UTF_8));
    rows(Samples.daily(1, "2026-11-25T03:00:00Z", length));
  }

  private void rows(EventLogFile file) throws Failure, IOException {
    reader().read(file, rows::add);
    assertTrue(Files.exists(home));
  }

  private LogRows reader() throws Failure {
    return new LogRows(bench.client(bench.world()), bench.world(), home, bench.observer());
  }
}
