package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for, in SOQL and in comparison. */
class SelectionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "daily|-|-|-|Interval IN ('Daily')",
        "hourly|-|-|-|Interval IN ('Hourly')",
        "daily,hourly|-|-|-|Interval IN ('Daily', 'Hourly')",
        "daily|RestApi,Login|-|-|Interval IN ('Daily') AND EventType IN ('Login', 'RestApi')",
        "daily|-|2026-11-01T00:00:00Z|-|Interval IN ('Daily') AND LogDate >="
            + " 2026-11-01T00:00:00.000Z",
        "daily|-|2026-11-01T05:00:00.5Z|2026-11-02T00:00:00Z|Interval IN ('Daily') AND LogDate >="
            + " 2026-11-01T05:00:00.500Z AND LogDate < 2026-11-02T00:00:00.000Z",
      })
  void saysInSoqlWhatIsAskedFor(
      String intervals, String types, Instant since, Instant until, String soql) {
    Selection selection = selection(intervals, types, since, until);
    assertEquals(soql, String.join(" AND ", selection.conditions(true)));
  }

  @Test
  void saysNothingAboutIntervalsToAnOrgWithoutThem() {
    assertEquals(List.of(), Samples.BOTH.conditions(false));
    assertEquals(
        List.of("EventType IN ('Login')"),
        selection("hourly", "Login", null, null).conditions(false));
  }

  @Test
  void neverNamesAnIdSinceThatBringsBothKinds() {
    Selection selection = selection("daily", "Login", Samples.NOW, Samples.NOW.plusSeconds(1));
    assertFalse(String.join(" ", selection.conditions(true)).contains("Id"), "an Id predicate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // wide            | narrow            | covers
        "daily;-;-;-       | daily;-;-;-       | true",
        "daily;-;-;-       | hourly;-;-;-      | false",
        "daily,hourly;-;-;-| hourly;-;-;-      | true",
        "hourly;-;-;-      | daily,hourly;-;-;-| false",
        "daily;-;-;-       | daily;Login;-;-   | true",
        "daily;Login;-;-   | daily;-;-;-       | false",
        "daily;Login;-;-   | daily;Login;-;-   | true",
        "daily;Login,URI;-;-| daily;URI;-;-    | true",
        "daily;URI;-;-     | daily;Login,URI;-;-| false",
        "daily;LOGIN;-;-   | daily;login;-;-   | true",
        "daily;-;5;-       | daily;-;5;-       | true",
        "daily;-;5;-       | daily;-;6;-       | true",
        "daily;-;6;-       | daily;-;5;-       | false",
        "daily;-;5;-       | daily;-;-;-       | false",
        "daily;-;-;-       | daily;-;5;-       | true",
        "daily;-;-;9       | daily;-;-;9       | true",
        "daily;-;-;9       | daily;-;-;8       | true",
        "daily;-;-;8       | daily;-;-;9       | false",
        "daily;-;-;8       | daily;-;-;-       | false",
        "daily;-;-;-       | daily;-;-;8       | true",
      })
  void coversWhatItAsksForToo(String wide, String narrow, boolean covers) {
    assertEquals(covers, parsed(wide).covers(parsed(narrow)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "daily;-;-;-|true",
        "hourly;-;-;-|false",
        "daily;Login;-;-|true",
        "daily;LOGIN;-;-|true",
        "daily;login;-;-|true",
        "daily;Logout;-;-|false",
        "daily;-;24;-|true",
        "daily;-;25;-|false",
        "daily;-;-;25|true",
        "daily;-;-;24|false",
      })
  void wantsAFileOfTheFirstDayAndNotOneOfTheLast(String selection, boolean isWanted) {
    EventLogFile file = Samples.daily(1, "2026-11-25T03:00:00Z", 4);
    assertEquals(isWanted, parsed(selection).wants(file));
  }

  @Test
  void comesToDailyFilesWhereThereAreNoOthers() {
    assertEquals(Samples.DAILY, Samples.BOTH.withoutHourly());
    assertEquals(Samples.DAILY, Samples.DAILY.withoutHourly());
    assertEquals(Samples.HOURLY, Samples.HOURLY.withoutHourly());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Login", "a", "API_2", "ApexUnexpectedException", "L0123456789"})
  void takesTheNamesOfTypes(String name) {
    assertTrue(Selection.isType(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Login'", "Login\n", "1Login", "_", "Lo gin", "Lögin", "') OR (Id != '"})
  void takesNothingElseIntoAQuery(String name) {
    assertFalse(Selection.isType(name));
  }

  private static Selection parsed(String text) {
    String[] parts = text.strip().split(";", -1);
    return selection(
        parts[0],
        parts[1].equals("-") ? null : parts[1],
        parts[2].equals("-") ? null : day(parts[2]),
        parts[3].equals("-") ? null : day(parts[3]));
  }

  private static Instant day(String number) {
    return Instant.parse("2026-11-" + (number.length() == 1 ? "0" : "") + number + "T00:00:00Z");
  }

  private static Selection selection(String intervals, String types, Instant since, Instant until) {
    Set<Interval> set =
        Arrays.stream(Interval.values())
            .filter(interval -> List.of(intervals.split(",", -1)).contains(interval.directory()))
            .collect(Collectors.toSet());
    return new Selection(
        types == null ? Set.of() : Set.of(types.split(",", -1)), set, since, until);
  }
}
