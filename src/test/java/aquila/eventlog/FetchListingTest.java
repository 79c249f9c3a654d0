package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run asks for, call by call. */
class FetchListingTest {
  private static final EventLogFile DAY = Samples.daily(1, "2026-11-25T03:00:00Z", 4);
  private static final EventLogFile HOUR =
      Samples.hourly(2, "2026-11-25T02:00:00Z", "2026-11-25T06:00:00Z", 1);
  private static final String FIELDS =
      "Id, EventType, LogDate, CreatedDate, LogFileLength, LogFile";

  @TempDir Path home;
  private FetchBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home.resolve("logs"));
    bench.org.file = asked -> RawReply.csv("text".getBytes(UTF_8));
    bench.lists(DAY);
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  @Test
  void nothingNewCostsOneTokenAndOneQuery() throws Exception {
    bench.run();
    int before = bench.org.asked().size();
    bench.run();
    assertEquals(
        List.of("/services/oauth2/token", "/services/data/v60.0/query"),
        bench.org.asked().stream().skip(before).map(RawOrg.Asked::path).toList());
  }

  @Test
  void aNewFileCostsOneDownload() throws Exception {
    bench.run();
    assertEquals(
        List.of(
            "/services/oauth2/token",
            "/services/data/v60.0/query",
            "/services/data/v60.0/sobjects/EventLogFile/" + DAY.id() + "/LogFile"),
        bench.org.asked().stream().map(RawOrg.Asked::path).toList());
  }

  @Test
  void asksForAllAtFirstAndThenFromADayBeforeTheNewest() throws Exception {
    bench.run();
    bench.run();
    String start =
        "SELECT " + FIELDS + ", Interval, Sequence FROM EventLogFile WHERE Interval IN ('Daily')";
    assertEquals(
        List.of(
            start + " ORDER BY CreatedDate, Id",
            start + " AND CreatedDate >= 2026-11-24T03:00:00.000Z ORDER BY CreatedDate, Id"),
        bench.org.queries());
  }

  @Test
  void theDateTimeIsEncodedAsAUrlWantsIt() throws Exception {
    bench.run();
    bench.run();
    String query = bench.org.asked().get(bench.org.asked().size() - 1).query();
    assertTrue(query.contains("CreatedDate%20%3E%3D%202026-11-24T03%3A00%3A00.000Z"), query);
    assertFalse(query.contains("+"), query);
  }

  @Test
  void neverBothKindsUnlessAsked() throws Exception {
    bench.lists(DAY, HOUR);
    bench.run();
    assertEquals(1, bench.stored().size());
    assertTrue(bench.stored().keySet().iterator().next().startsWith("interval=daily/"));
    bench.selection = Samples.HOURLY;
    bench.run();
    assertEquals(2, bench.stored().size());
  }

  @Test
  void theResumePointStaysBeforeAFileThatFailed() throws Exception {
    EventLogFile newer = Samples.daily(3, "2026-11-25T11:00:00Z", 4);
    bench.lists(DAY, newer);
    bench.org.file =
        asked ->
            asked.path().contains(DAY.id())
                ? RawReply.NOT_FOUND
                : RawReply.csv("text".getBytes(UTF_8));
    for (int run = 0; run < 4; run++) {
      bench.run();
    }
    for (String query : bench.org.queries().subList(1, 4)) {
      assertTrue(query.contains("CreatedDate >= 2026-11-24T03:00:00.000Z"), query);
    }
  }

  @Test
  void theResumePointStaysBeforeAFileInDoubt() throws Exception {
    bench.lists(
        Samples.daily(1, "2026-11-25T03:00:00Z", 9), Samples.daily(3, "2026-11-25T11:00:00Z", 4));
    for (int run = 0; run < 5; run++) {
      bench.run();
    }
    List<String> from =
        bench.org.queries().stream().map(q -> q.replaceAll(".*>= (.*) ORDER.*", "$1")).toList();
    assertEquals("2026-11-24T03:00:00.000Z", from.get(1));
    assertEquals("2026-11-24T03:00:00.000Z", from.get(2));
    // Three runs brought the same bytes.
    assertEquals("2026-11-24T11:00:00.000Z", from.get(3));
  }

  @Test
  void theResumePointStaysBeforeAFileThatHasToSettle() throws Exception {
    EventLogFile young = Samples.daily(3, "2026-11-25T11:30:00Z", 4);
    EventLogFile younger = Samples.daily(4, "2026-11-25T11:45:00Z", 4);
    bench.lists(DAY, young, younger);
    bench.options =
        new FetchOptions(1, Duration.ofHours(1), ApiReserve.parse("0").orElseThrow(), false);
    bench.run();
    bench.run();
    assertTrue(bench.org.queries().get(1).contains("CreatedDate >= 2026-11-24T11:30:00.000Z"));
  }

  @Test
  void aDateFromTheFutureDoesNotHideWhatIsToCome() throws Exception {
    bench.lists(DAY, Samples.daily(3, "2099-01-01T00:00:00Z", 4));
    bench.run();
    bench.run();
    assertTrue(
        bench.org.queries().get(1).contains("CreatedDate >= 2026-11-24T12:00:00.000Z"),
        bench.org.queries().get(1));
  }

  @Test
  void anOrgWithoutIntervalsIsAskedOnceMoreWithoutThemAndRemembered() throws Exception {
    bench.org.listing = withoutIntervals();
    bench.selection = Samples.BOTH;
    bench.run();
    assertEquals(2, bench.org.queries().size());
    assertEquals(
        "SELECT " + FIELDS + " FROM EventLogFile ORDER BY CreatedDate, Id",
        bench.org.queries().get(1));
    assertEquals(1, bench.stored().size());
    bench.run();
    assertEquals(3, bench.org.queries().size());
    assertEquals(
        "SELECT "
            + FIELDS
            + " FROM EventLogFile WHERE CreatedDate >= 2026-11-24T03:00:00.000Z ORDER BY"
            + " CreatedDate, Id",
        bench.org.queries().get(2));
  }

  @Test
  void hourlyFilesThatBeginToAppearBringTheirBacklog() throws Exception {
    bench.org.listing = withoutIntervals();
    bench.selection = Samples.BOTH;
    bench.run();
    bench.now = bench.now.plus(Duration.ofDays(8));
    EventLogFile today = Samples.daily(9, "2026-12-03T03:00:00Z", 4);
    bench.lists(DAY, HOUR, today);
    bench.run();
    String asked = bench.org.queries().get(2);
    assertTrue(asked.contains("Interval IN ('Daily', 'Hourly')"), asked);
    assertFalse(asked.contains("CreatedDate >="), asked);
    assertEquals(3, bench.stored().size());
  }

  @Test
  void anotherUnknownColumnIsARefusal() {
    bench.org.listing =
        asked ->
            RawReply.error(
                400, "INVALID_FIELD", "No such column 'LogDate' on entity 'EventLogFile'");
    ApiRefused refused = assertThrows(ApiRefused.class, bench::run);
    assertTrue(refused.words().text().contains("INVALID_FIELD"));
    assertEquals(1, bench.org.queries().size());
  }

  @Test
  void allPagesAreRead() throws Exception {
    bench.org.listing =
        asked -> {
          boolean isFirst = asked.query().startsWith("q=");
          String record =
              Json.write(
                  FetchBench.record(isFirst ? DAY : Samples.daily(3, "2026-11-25T11:00:00Z", 4)));
          String more =
              isFirst ? "false,\"nextRecordsUrl\":\"/services/data/v60.0/query/01g-500\"" : "true";
          return RawReply.json(200, "{\"done\":" + more + ",\"records\":[" + record + "]}");
        };
    assertEquals(2, bench.run().stored());
  }

  @Test
  void aPageThatLeadsBackEndsInARefusal() {
    bench.org.listing =
        asked ->
            RawReply.json(
                200,
                "{\"done\":false,\"nextRecordsUrl\":\"/services/data/v60.0/query/01g-500\",\"records\":[]}");
    assertThrows(ApiRefused.class, bench::run);
    assertEquals(3, bench.org.asked().size());
  }

  @Test
  void aTypeThatWasNotAskedForBeforeBringsItsBacklog() throws Exception {
    bench.selection = new Selection(Set.of("Login"), Set.of(Interval.DAILY), null, null);
    bench.run();
    bench.selection = new Selection(Set.of("URI"), Set.of(Interval.DAILY), null, null);
    bench.run();
    assertFalse(bench.org.queries().get(1).contains("CreatedDate >="));
    bench.selection = new Selection(Set.of("Login"), Set.of(Interval.DAILY), null, null);
    bench.run();
    assertTrue(bench.org.queries().get(2).contains("CreatedDate >="));
  }

  /** As an org that never had hourly files answers. */
  private static Function<RawOrg.Asked, RawOrg.Answer> withoutIntervals() {
    ObjectNode record = FetchBench.record(DAY);
    record.remove(List.of("Interval", "Sequence"));
    ArrayNode records = Json.array().add(record);
    return asked ->
        asked.soql().contains("Interval")
            ? RawReply.error(
                400,
                "INVALID_FIELD",
                "LogFileLength, LogFile, Interval, Sequence FROM EventLogFile ^ ERROR at"
                    + " Row:1:Column:70 No such column 'Interval' on entity 'EventLogFile'.")
            : RawReply.page(Json.write(records));
  }
}
