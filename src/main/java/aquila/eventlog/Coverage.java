package aquila.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;

/**
 * Which days or hours of an event type are stored.
 *
 * @param eventType for example {@code Login}
 * @param interval daily or hourly
 * @param cells by the beginning of the day or hour, for each from the first to the last
 */
public record Coverage(String eventType, Interval interval, SortedMap<Instant, Cell> cells) {

  /** One day or hour. */
  public enum Cell {
    /** All that the org offers is stored, in its newest revision. */
    STORED,
    /** Something is missing. */
    MISSING,
    /** The org offers nothing: there was no event, or there is no file yet. */
    NONE
  }

  static Duration step(Interval interval) {
    return interval == Interval.DAILY ? Duration.ofDays(1) : Duration.ofHours(1);
  }

  static Instant start(EventLogFile file) {
    return file.logDate()
        .truncatedTo(file.interval() == Interval.DAILY ? ChronoUnit.DAYS : ChronoUnit.HOURS);
  }

  /** The cells in order. */
  public List<Cell> row() {
    return List.copyOf(cells.values());
  }
}
