package aquila.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The EventLogFile records: for each type and day a daily file, which appears in the next night,
 * and where hourly files are on, one for each hour, which appears four hours later.
 */
final class EventLogRecords {
  private static final Duration DAILY_DELAY = Duration.ofHours(27);
  private static final Duration HOURLY_DELAY = Duration.ofHours(4);

  private final Org org;
  private final EventLogContent content;

  EventLogRecords(Org org) {
    this.org = org;
    this.content = new EventLogContent(org.setup().seed());
  }

  /** Those that exist at this moment. */
  List<Row> rows() {
    EventLogs logs = org.setup().eventLogs();
    Instant now = org.setup().clock().instant();
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    List<Row> rows = new ArrayList<>();
    for (int day = logs.days(); day >= 0; day--) {
      Instant date = today.minus(day, ChronoUnit.DAYS);
      for (String type : logs.types()) {
        add(rows, type, "Daily", date, date.plus(DAILY_DELAY), now);
        for (int hour = 0; logs.hourly() && hour < 24; hour++) {
          Instant start = date.plus(hour, ChronoUnit.HOURS);
          add(rows, type, "Hourly", start, start.plus(HOURLY_DELAY), now);
        }
      }
    }
    return List.copyOf(rows);
  }

  private void add(
      List<Row> rows, String type, String interval, Instant logDate, Instant created, Instant now) {
    if (created.isAfter(now)) {
      return;
    }
    String csv = content.csv(type, logDate);
    // From the moment and the type, so that a file stays the same from one day to the next.
    long hash = Integer.toUnsignedLong(type.hashCode());
    long number = ((logDate.getEpochSecond() / 3600) << 33) + hash * 2;
    rows.add(
        Row.of("EventLogFile", id(number + (interval.equals("Daily") ? 0 : 1)))
            .set("ApiVersion", org.setup().conduct().newestVersion() * 1.0)
            .set("CreatedDate", created.plusSeconds(hash % 600))
            .set("EventType", type)
            .set("Interval", interval)
            .set("LogDate", logDate)
            .set("LogFile", csv)
            .set("LogFileContentType", "text/csv")
            .set("LogFileFieldNames", String.join(",", content.names(type)))
            .set("LogFileFieldTypes", String.join(",", content.types(type)))
            .set("LogFileLength", csv.getBytes(StandardCharsets.UTF_8).length * 1.0)
            .set("Sequence", interval.equals("Daily") ? 0 : 1)
            .row());
  }

  private String id(long number) {
    return SalesforceId.of("0AT", org.setup().seed(), number);
  }
}
