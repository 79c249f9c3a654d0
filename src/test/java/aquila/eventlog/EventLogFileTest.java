package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of a listing: what a server says becomes a name on the disk only if it is lawful. */
class EventLogFileTest {

  @Test
  void readsARecord() throws Exception {
    EventLogFile file = EventLogFile.of(Samples.record());
    assertEquals("0AT5g00000ABCDEGA5", file.id());
    assertEquals("Login", file.eventType());
    assertEquals(Interval.DAILY, file.interval());
    assertEquals("2026-11-24T00:00:00Z", file.logDate().toString());
    assertEquals("2026-11-25T03:12:45Z", file.createdDate().toString());
    assertEquals(2692, file.length());
    assertEquals(0, file.sequence());
  }

  static List<Arguments> hostile() {
    List<Arguments> all = new ArrayList<>();
    for (String id : hostileIds()) {
      all.add(Arguments.of("Id", id));
    }
    for (String type : hostileTypes()) {
      all.add(Arguments.of("EventType", type));
    }
    for (String field : List.of("LogDate", "CreatedDate")) {
      for (String time : hostileTimes()) {
        all.add(Arguments.of(field, time));
      }
    }
    for (String interval : List.of("", "daily", "HOURLY", "Weekly", "../Daily", "Daily/..")) {
      all.add(Arguments.of("Interval", interval));
    }
    for (String field : List.of("Sequence", "LogFileLength")) {
      for (String number : List.of("-1", "-0.5", "0.5", "1e400", "1e300", "\"4\"", "[]", "true")) {
        all.add(Arguments.of(field, number));
      }
    }
    return all;
  }

  private static List<String> hostileIds() {
    return List.of(
        "",
        ".",
        "..",
        "../../../etc/passwd",
        "/etc/passwd",
        "0AT5g00000ABCDE",
        "0AT5g00000ABCDEGA",
        "0AT5g00000ABCDEGA55",
        "0AT5g00000ABCDE/A5",
        "0AT5g00000ABCDE\\A5",
        "0AT5g00000ABCDE.A5",
        "0AT5g00000ABCDE A5",
        "0AT5g00000ABCDE-A5",
        "0AT5g00000ABCDE_A5",
        "0AT5g00000ABCDE%A5",
        "0AT5g00000ABCDE\u0000A5",
        "0AT5g00000ABCDE\nA5",
        "0AT5g00000ABCDE\tA5",
        "0AT5g00000ABCDEGA5\n",
        " 0AT5g00000ABCDEGA5",
        "0AT5g00000ABCDEGÄ5",
        "０AT5g00000ABCDEGA5",
        "0AT5g00000ABCDE\u202eA5",
        "0AT5g00000ABCDE\u001bA5",
        "..0AT5g00000ABCDEGA",
        "~0AT5g00000ABCDEGA",
        "0AT5g00000ABCDEGA5/..",
        "0AT5g00000ABCDEGA5.csv",
        "CON",
        "null");
  }

  private static List<String> hostileTypes() {
    return List.of(
        "",
        ".",
        "..",
        "../Login",
        "/Login",
        "Login/../..",
        "Login\\x",
        "Lo.gin",
        "Lo gin",
        "Lo-gin",
        "Login\n",
        "Login\u0000",
        "Login\t",
        "Login=x",
        "Log%69n",
        "Lögin",
        "1Login",
        "_Login",
        "-Login",
        "~",
        "*",
        "Login'",
        "Login;rm",
        "$(id)",
        "L\u202eigon",
        "L\u001b[2J",
        "Ｌogin",
        "a".repeat(65));
  }

  private static List<String> hostileTimes() {
    return List.of(
        "",
        "yesterday",
        "2026-11-24",
        "2026-02-30T00:00:00.000+0000",
        "+99999-01-01T00:00:00.000+0000",
        "-2026-01-01T00:00:00.000+0000",
        "2026-11-24T00:00:00.000",
        "../2026-11-24T00:00:00.000+0000",
        "2026-11-24T00:00:00.000+0000/..",
        "1764028800");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWhatIsNotLawful(String field, String value) throws Exception {
    ObjectNode record = Samples.record();
    boolean isNumber = field.equals("Sequence") || field.equals("LogFileLength");
    record.set(field, isNumber ? json(value) : Json.object().textNode(value));
    EventLogFile.Strange strange =
        assertThrows(EventLogFile.Strange.class, () -> EventLogFile.of(record));
    assertTrue(strange.getMessage().startsWith("its " + field), strange.getMessage());
  }

  @Test
  void thereAreAHundredHostileOnes() {
    assertTrue(hostile().size() >= 100, "there are " + hostile().size());
  }

  @ParameterizedTest
  @CsvSource({"Id", "EventType", "LogDate", "CreatedDate"})
  void refusesWhatLacksWhatANameNeeds(String field) {
    ObjectNode missing = Samples.record();
    missing.remove(field);
    assertThrows(EventLogFile.Strange.class, () -> EventLogFile.of(missing));
    ObjectNode nothing = Samples.record();
    nothing.putNull(field);
    assertThrows(EventLogFile.Strange.class, () -> EventLogFile.of(nothing));
    ObjectNode object = Samples.record();
    object.set(field, Json.object());
    assertThrows(EventLogFile.Strange.class, () -> EventLogFile.of(object));
  }

  @ParameterizedTest
  @CsvSource({
    "Id, aaaaaaaaaaaaaaaaaa",
    "Id, 000000000000000000",
    "Id, ZZZ123456789012345",
    "EventType, L",
    "EventType, TypeOfNextRelease2031",
    "EventType, custom__e",
    "EventType, CON",
  })
  void takesUnknownButLawfulNames(String field, String value) throws Exception {
    ObjectNode record = Samples.record();
    record.put(field, value);
    EventLogFile file = EventLogFile.of(record);
    assertEquals(value, field.equals("Id") ? file.id() : file.eventType());
    Path store = Path.of("/store");
    Path place = store.resolve(LedgerLine.of(file, Samples.content(""), true).place());
    assertEquals(place.normalize(), place);
    assertTrue(place.startsWith(store), place.toString());
  }

  @ParameterizedTest
  @CsvSource({"2692.0, 2692", "2692, 2692", "2.692E3, 2692", "0.0, 0", "3.0E9, 3000000000"})
  void readsDoublesAsCounts(String sent, long length) throws Exception {
    ObjectNode record = Samples.record();
    record.set("LogFileLength", Json.number(sent));
    assertEquals(length, EventLogFile.of(record).length());
  }

  @Test
  void readsAnOrgWithoutIntervalsAsDaily() throws Exception {
    ObjectNode record = Samples.record();
    record.remove(List.of("Interval", "Sequence"));
    EventLogFile file = EventLogFile.of(record);
    assertEquals(Interval.DAILY, file.interval());
    assertEquals(0, file.sequence());
    record.remove("LogFileLength");
    assertEquals(-1, EventLogFile.of(record).length());
  }

  @Test
  void readsTheColumnsInTheirOrder() throws Exception {
    ObjectNode record = Samples.record();
    record.put("LogFileFieldNames", "EVENT_TYPE,RUN_TIME,");
    record.put("LogFileFieldTypes", "String,Number");
    EventLogFile file = EventLogFile.of(record);
    assertEquals(List.of("EVENT_TYPE", "RUN_TIME", ""), file.fieldNames());
    assertEquals(List.of("String", "Number"), file.fieldTypes());
    record.putNull("LogFileFieldNames");
    assertEquals(List.of(), EventLogFile.of(record).fieldNames());
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
