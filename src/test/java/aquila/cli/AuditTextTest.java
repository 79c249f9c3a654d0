package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.eventlog.Audit;
import aquila.eventlog.Coverage;
import aquila.eventlog.Coverage.Cell;
import aquila.eventlog.EventLogFile;
import aquila.eventlog.Interval;
import aquila.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An audit as a picture. */
class AuditTextTest {
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final Duration ONE_HOUR = Duration.ofHours(1);

  @Test
  void drawsARowForEachTypeAndACellForEachDay() {
    Coverage logins = coverage("Login", Interval.DAILY, DAY, ONE_DAY, "##.!#");
    Coverage uris = coverage("URI", Interval.DAILY, DAY, ONE_DAY, ".....");
    assertEquals(
        """
        daily   2026-11-20 to 2026-11-24
        Login   ##.!#
        URI     .....

        # stored   ! missing   . none offered
        5 of 5 files stored
        """,
        text(result(5, List.of(), List.of(), logins, uris)));
  }

  @Test
  void drawsARowForEachDayOfHours() {
    Instant evening = DAY.plus(Duration.ofHours(22));
    Coverage logins = coverage("Login", Interval.HOURLY, evening, ONE_HOUR, "#!.#");
    assertEquals(
        """
        hourly  00:00 to 23:00 UTC
        Login                         #!  2026-11-20
        Login   .#                        2026-11-21

        # stored   ! missing   . none offered
        3 of 3 files stored
        """,
        text(result(3, List.of(), List.of(), logins)));
  }

  @Test
  void showsTheLastSixtyDays() {
    Coverage year =
        coverage("Login", Interval.DAILY, DAY, ONE_DAY, "!".repeat(300) + "#".repeat(60));
    String text = text(result(360, List.of(), List.of(), year));
    assertTrue(text.contains("\nLogin   " + "#".repeat(60) + "\n"), text);
    assertTrue(text.startsWith("daily   2027-09-16 to 2027-11-14\n"), text);
  }

  @Test
  void namesWhatIsMissingAndForHowLongItIsThere() {
    Audit.Missing soon = new Audit.Missing(file(Interval.DAILY), false, Duration.ofHours(29));
    Audit.Missing over = new Audit.Missing(file(Interval.HOURLY), true, Duration.ZERO);
    Audit.Gap gap = new Audit.Gap("Login", DAY, List.of(2, 3));
    assertEquals(
        """
        missing  Login 2026-11-20 (0AT000000000000001): the org deletes it in about 29 h
        outdated Login 2026-11-20T00:00:00Z (0AT000000000000001): the org may delete it any moment
        gap      Login 2026-11-20T00:00:00Z: no file with the number 2, 3
        5 of 7 files stored
        """,
        text(result(7, List.of(soon, over), List.of(gap))));
  }

  @Test
  void coloursAreNotTheOnlyCarrierOfMeaning() {
    Coverage logins = coverage("Login", Interval.DAILY, DAY, ONE_DAY, "#!.");
    Audit.Result result = result(2, List.of(), List.of(), logins);
    String coloured = new AuditText(result, true).text();
    assertTrue(coloured.contains("\u001b[31;1m!\u001b[0m"), coloured);
    assertEquals(
        text(result), Pattern.compile("\u001b\\[[0-9;]*m").matcher(coloured).replaceAll(""));
  }

  @Test
  void saysTheSameAsJson() {
    Audit.Missing one = new Audit.Missing(file(Interval.HOURLY), true, Duration.ofMinutes(150));
    Audit.Gap gap = new Audit.Gap("Login", DAY, List.of(2, 3));
    Coverage logins = coverage("Login", Interval.HOURLY, DAY, ONE_HOUR, "#.");
    assertEquals(
        "{\"listed\":2,\"stored\":1,\"missing\":[{\"id\":\"0AT000000000000001\",\"event_type\":"
            + "\"Login\",\"interval\":\"hourly\",\"log_date\":\"2026-11-20T00:00:00Z\",\"sequence\":"
            + "1,\"created_date\":\"2026-11-20T00:00:00Z\",\"outdated\":true,\"hours_left\":2}],"
            + "\"gaps\":[{\"event_type\":\"Login\",\"log_date\":\"2026-11-20T00:00:00Z\","
            + "\"missing_sequence\":[2,3]}],\"coverage\":[{\"event_type\":\"Login\",\"interval\":"
            + "\"hourly\",\"cells\":{\"2026-11-20T00:00:00Z\":\"stored\",\"2026-11-20T01:00:00Z\":"
            + "\"none\"}}]}",
        Json.write(new AuditText(result(2, List.of(one), List.of(gap), logins), false).json()));
  }

  @Test
  void nothingOfferedIsSaidInOneLine() {
    assertEquals("0 of 0 files stored\n", text(result(0, List.of(), List.of())));
  }

  private static String text(Audit.Result result) {
    return new AuditText(result, false).text();
  }

  private static Audit.Result result(
      int listed, List<Audit.Missing> missing, List<Audit.Gap> gaps, Coverage... coverage) {
    return new Audit.Result(listed, missing, gaps, List.of(coverage));
  }

  private static Coverage coverage(
      String type, Interval interval, Instant first, Duration step, String marks) {
    SortedMap<Instant, Cell> cells = new TreeMap<>();
    for (int i = 0; i < marks.length(); i++) {
      Cell cell =
          switch (marks.charAt(i)) {
            case '#' -> Cell.STORED;
            case '!' -> Cell.MISSING;
            default -> Cell.NONE;
          };
      cells.put(first.plus(step.multipliedBy(i)), cell);
    }
    return new Coverage(type, interval, cells);
  }

  private static EventLogFile file(Interval interval) {
    return new EventLogFile(
        "0AT000000000000001", "Login", interval, DAY, DAY, 1, 4, "", List.of(), List.of());
  }
}
