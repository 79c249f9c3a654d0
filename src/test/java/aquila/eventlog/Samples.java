package aquila.eventlog;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Event log files and ledger lines for tests: short to write, and lawful unless told otherwise. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  static final Selection DAILY = new Selection(Set.of(), Set.of(Interval.DAILY), null, null);
  static final Selection HOURLY = new Selection(Set.of(), Set.of(Interval.HOURLY), null, null);
  static final Selection BOTH =
      new Selection(Set.of(), Set.of(Interval.DAILY, Interval.HOURLY), null, null);

  private Samples() {}

  /** An Id of 18 characters. */
  static String id(int number) {
    return "0AT" + "0".repeat(15 - String.valueOf(number).length()) + number;
  }

  /** A Login file of 24 November. */
  static EventLogFile daily(int number, String created, long length) {
    return file(id(number), Interval.DAILY, "2026-11-24T00:00:00Z", created, 0, length);
  }

  static EventLogFile hourly(int number, String hour, String created, int sequence) {
    return file(id(number), Interval.HOURLY, hour, created, sequence, 4);
  }

  static EventLogFile file(
      String id, Interval interval, String logDate, String created, int sequence, long length) {
    return new EventLogFile(
        id,
        "Login",
        interval,
        Instant.parse(logDate),
        Instant.parse(created),
        sequence,
        length,
        "/services/data/v60.0/sobjects/EventLogFile/" + id + "/LogFile",
        List.of(),
        List.of());
  }

  /** What a run would remember of a file with these bytes. */
  static LedgerLine line(EventLogFile file, String text) {
    return LedgerLine.of(file, content(text), false);
  }

  static Content content(String text) {
    ContentDigest digest = new ContentDigest();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes, 0, bytes.length);
    return digest.content();
  }

  /** What a ledger of these lines knows. */
  static Map<String, Known> known(LedgerLine... lines) {
    Map<String, Known> known = new TreeMap<>();
    for (LedgerLine line : lines) {
      known.merge(line.id(), Known.first(line), (before, first) -> before.and(first.line()));
    }
    return known;
  }

  /** A record as the REST API sends it, without {@code attributes}. */
  static ObjectNode record() {
    ObjectNode record = Json.object();
    record.put("Id", "0AT5g00000ABCDEGA5");
    record.put("EventType", "Login");
    record.put("LogDate", "2026-11-24T00:00:00.000+0000");
    record.put("CreatedDate", "2026-11-25T03:12:45.000+0000");
    record.set("LogFileLength", Json.number("2692.0"));
    record.put("LogFile", "/services/data/v60.0/sobjects/EventLogFile/0AT5g00000ABCDEGA5/LogFile");
    record.put("Interval", "Daily");
    record.set("Sequence", Json.number("0.0"));
    return record;
  }
}
