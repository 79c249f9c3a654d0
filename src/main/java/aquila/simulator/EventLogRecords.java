package aquila.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The EventLogFile records: for each type and day a daily file, which appears in the next night,
 * and where hourly files are on, one for each hour, which appears four hours later.
 */
final class EventLogRecords {
  private static final Duration DAILY_DELAY = Duration.ofHours(27);
  private static final Duration HOURLY_DELAY = Duration.ofHours(4);

  /** How long before its appearance a late file claims to have been made. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Org org;
  private final EventLogContent content;
  private final Map<String, Long> lengths = new ConcurrentHashMap<>();

  /** By the id of a file, when it was downloaded first. */
  private final Map<String, Instant> downloads = new ConcurrentHashMap<>();

  EventLogRecords(Org org) {
    this.org = org;
    this.content = new EventLogContent(org.setup().seed(), org.setup().eventLogs().size());
  }

  /** Somebody has read a file. */
  void downloaded(String id) {
    downloads.putIfAbsent(id, now());
  }

  /** Those that exist at this moment. */
  List<Row> rows() {
    EventLogs logs = org.setup().eventLogs();
    Instant today = now().truncatedTo(ChronoUnit.DAYS);
    List<Row> rows = new ArrayList<>();
    for (int day = logs.days(); day >= 0; day--) {
      Instant date = today.minus(day, ChronoUnit.DAYS);
      for (String type : logs.types()) {
        daily(type, date).ifPresent(rows::add);
        for (int hour = 0; logs.hourly() && hour < 24; hour++) {
          rows.addAll(hourly(type, date.plus(hour, ChronoUnit.HOURS)));
        }
      }
    }
    return List.copyOf(rows);
  }

  private Optional<Row> daily(String type, Instant date) {
    Instant created = created(type, date, DAILY_DELAY);
    if (created.isAfter(now())) {
      return Optional.empty();
    }
    String id = id(type, date, 0);
    Instant seen = downloads.get(id);
    if (seen != null && org.setup().eventLogs().regenerated()) {
      // A millisecond at least, or nobody could tell it from the first one.
      return Optional.of(row(id, type, "Daily", date, seen.plusMillis(1), 0, 2));
    }
    return Optional.of(row(id, type, "Daily", date, created, 0, 1));
  }

  private List<Row> hourly(String type, Instant hour) {
    Instant created = created(type, hour, HOURLY_DELAY);
    if (created.isAfter(now())) {
      return List.of();
    }
    String id = id(type, hour, 1);
    Row first = row(id, type, "Hourly", hour, created, 1, 1);
    Instant seen = downloads.get(id);
    if (seen == null || !org.setup().eventLogs().late()) {
      return List.of(first);
    }
    return List.of(first, row(id(type, hour, 2), type, "Hourly", hour, seen.minus(LATE), 2, 1));
  }

  private Row row(
      String id,
      String type,
      String interval,
      Instant logDate,
      Instant created,
      int sequence,
      int revision) {
    // Late events are other events: their own beginning.
    Instant first = logDate.plusSeconds(Math.max(0, sequence - 1));
    String key = type + " " + first + " " + revision;
    long length = lengths.computeIfAbsent(key, name -> content.csv(type, first, revision).length());
    return Row.of("EventLogFile", id)
        .set("ApiVersion", org.setup().conduct().newestVersion() * 1.0)
        .set("CreatedDate", created)
        .set("EventType", type)
        .set("Interval", interval)
        .set("LogDate", logDate)
        .set("LogFile", new Deferred(type, first, revision))
        .set("LogFileContentType", "text/csv")
        .set("LogFileFieldNames", String.join(",", EventLogColumns.names(type)))
        .set("LogFileFieldTypes", String.join(",", EventLogColumns.types(type)))
        .set("LogFileLength", length * 1.0)
        .set("Sequence", sequence)
        .row();
  }

  /** A file's content, made when it is read: a listing needs only its length. */
  private final class Deferred implements Content {
    private final String type;
    private final Instant logDate;
    private final int revision;

    Deferred(String type, Instant logDate, int revision) {
      this.type = type;
      this.logDate = logDate;
      this.revision = revision;
    }

    @Override
    public long length() {
      return content.csv(type, logDate, revision).length();
    }

    @Override
    public void writeTo(java.io.OutputStream out, long most) throws java.io.IOException {
      content.csv(type, logDate, revision).writeTo(out, most);
    }
  }

  private Instant created(String type, Instant logDate, Duration delay) {
    return logDate.plus(delay).plusSeconds(hash(type) % 600);
  }

  /** From the moment and the type, so that a file stays the same from one day to the next. */
  private String id(String type, Instant logDate, int sequence) {
    long number = ((logDate.getEpochSecond() / 3600) << 34) + hash(type) * 4 + sequence;
    return SalesforceId.of("0AT", org.setup().seed(), number);
  }

  private static long hash(String type) {
    return Integer.toUnsignedLong(type.hashCode());
  }

  private Instant now() {
    return org.setup().clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
