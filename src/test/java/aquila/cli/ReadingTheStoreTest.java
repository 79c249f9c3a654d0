package aquila.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import aquila.simulator.EventLogs;
import aquila.simulator.SimulatedOrg;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/reading-the-store.md says of DuckDB, tried: it counts what the org has produced. */
class ReadingTheStoreTest {
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path home;
  private static Bench bench;

  @BeforeAll
  static void fetch() throws Exception {
    bench = new Bench(home.toRealPath());
    bench.startOrg(
        setup ->
            setup.with(
                new EventLogs(
                    2, List.of("Login", "RestApi", "ApexUnexpectedException", "Report"), true)));
    assertEquals(0, bench.run("logs", "fetch", "plain", "--interval", "both"), bench.err);
    assertEquals(0, bench.run("logs", "fetch", "small", "--gzip"), bench.err);
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void theFirstQueryOfTheDocumentCountsTheEventsOfEachDay() throws Exception {
    Map<String, Long> counted =
        rows(documented().get(0), row -> row.get(0), row -> Long.valueOf(row.get(1)));
    assertEquals(counts(truth("Daily", "Login"), Event::day), counted);
    assertTrue(counted.size() >= 2, counted.toString());
  }

  @Test
  void theSecondQueryOfTheDocumentCountsTheCallsOfEachUri() throws Exception {
    Map<String, Long> counted =
        rows(documented().get(1), row -> row.get(0), row -> Long.valueOf(row.get(1)));
    assertEquals(counts(truth("Daily", "RestApi"), event -> event.values().get("URI")), counted);
  }

  /** With another age: what the simulator gives is young, or from the future. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTheDocumentDeletesIsGoneAndDoesNotComeBack() throws Exception {
    assertEquals(0, bench.run("logs", "fetch", "old"), bench.err);
    Matcher line =
        Pattern.compile("(?m)^find .* -delete$").matcher(Files.readString(Path.of("docs/cron.md")));
    assertTrue(line.find());
    String command = line.group().replace("/var/lib/aquila/logs", "old").replace("+400", "-99999");
    Process find =
        new ProcessBuilder("sh", "-c", command)
            .directory(bench.home.toFile())
            .redirectErrorStream(true)
            .start();
    assertEquals("", new String(find.getInputStream().readAllBytes(), UTF_8));
    assertEquals(0, find.waitFor());
    assertEquals(0, bench.run("logs", "fetch", "old"), bench.err);
    assertEquals("", bench.out);
    bench.run("logs", "verify", "old");
    assertTrue(bench.out.endsWith("0 files as stored, 0 differ, 8 absent\n"), bench.out);
  }

  @Test
  void allTypesAreReadAtOnce() throws Exception {
    String sql =
        "SELECT log_type, count(*) FROM read_csv('DIR/interval=daily/*/*/*.csv', hive_partitioning"
            + " = true, all_varchar = true, union_by_name = true) GROUP BY log_type";
    assertEquals(
        counts(truth("Daily", null), Event::type),
        rows(sql, row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Login", "ApexUnexpectedException", "Report"})
  void hourlyFilesAreAPartitionOfTheirOwn(String type) throws Exception {
    String sql =
        "SELECT log_date, count(*) FROM read_csv('DIR/interval=hourly/log_type="
            + type
            + "/*/*.csv', hive_partitioning = true, all_varchar = true) GROUP BY log_date";
    assertEquals(
        counts(truth("Hourly", type), Event::day),
        rows(sql, row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  @Test
  void valuesComeOutAsTheOrgPutThemIn() throws Exception {
    String sql =
        "SELECT EXCEPTION_MESSAGE, max(length(STACK_TRACE)) FROM"
            + " read_csv('DIR/interval=daily/log_type=ApexUnexpectedException/*/*.csv',"
            + " hive_partitioning = true, all_varchar = true) GROUP BY EXCEPTION_MESSAGE";
    Map<String, Long> expected = new TreeMap<>();
    truth("Daily", "ApexUnexpectedException")
        .forEach(
            event ->
                expected.merge(
                    event.values().get("EXCEPTION_MESSAGE"),
                    (long) event.values().get("STACK_TRACE").length(),
                    Math::max));
    assertTrue(expected.keySet().iterator().next().contains("\r\n"));
    assertEquals(expected, rows(sql, row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  @Test
  void aCompressedStoreIsReadAlike() throws Exception {
    String sql =
        documented()
            .get(0)
            .replace("DIR", home.toRealPath() + "/small")
            .replace(".csv'", ".csv.gz'");
    assertEquals(
        counts(truth("Daily", "Login"), Event::day),
        rows(sql, row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  @Test
  void thePathGivesThreeColumns() throws Exception {
    String sql =
        "SELECT DISTINCT interval || ' ' || log_type, count(DISTINCT log_date) FROM"
            + " read_csv('DIR/*/log_type=Login/*/*.csv', hive_partitioning = true, all_varchar ="
            + " true) GROUP BY ALL";
    assertEquals(
        Map.of(
            "daily Login", days("Daily"),
            "hourly Login", days("Hourly")),
        rows(sql, row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  private static long days(String interval) throws Exception {
    return truth(interval, "Login").stream().map(Event::day).distinct().count();
  }

  private static List<String> documented() throws Exception {
    Matcher blocks = SQL.matcher(Files.readString(Path.of("docs/reading-the-store.md")));
    List<String> found = new ArrayList<>();
    while (blocks.find()) {
      found.add(blocks.group(1));
    }
    assertEquals(2, found.size());
    return found;
  }

  private static <V> Map<String, V> rows(
      String sql, Function<List<String>, String> name, Function<List<String>, V> value)
      throws Exception {
    Map<String, V> rows = new TreeMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result =
            statement.executeQuery(sql.replace("DIR", home.toRealPath() + "/plain"))) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.put(name.apply(row), value.apply(row));
      }
    }
    return rows;
  }

  /** One event as the org has it. */
  private record Event(String type, String day, Map<String, String> values) {}

  private static Map<String, Long> counts(List<Event> events, Function<Event, String> by) {
    return events.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  /** All events, past Aquila. */
  private static List<Event> truth(String interval, String type) throws Exception {
    SimulatedOrg org = bench.org();
    String soql =
        "SELECT EventType, LogDate, LogFile FROM EventLogFile WHERE Interval = '"
            + interval
            + "'"
            + (type == null ? "" : " AND EventType = '" + type + "'");
    JsonNode page =
        Json.read(
            get(org, "/services/data/v60.0/query?q=" + URLEncoder.encode(soql, UTF_8))
                .getBytes(UTF_8));
    List<Event> events = new ArrayList<>();
    for (JsonNode record : page.path("records")) {
      String csv = get(org, record.path("LogFile").asText());
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
        reader.forEach(
            row ->
                events.add(
                    new Event(
                        record.path("EventType").asText(),
                        record.path("LogDate").asText().substring(0, 10),
                        row.getFieldsAsMap())));
      }
    }
    assertTrue(!events.isEmpty(), "the org has events");
    return events;
  }

  private static String get(SimulatedOrg org, String path) throws Exception {
    String token = org.tokens().get(org.tokens().size() - 1).reveal();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(org.url() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }
}
