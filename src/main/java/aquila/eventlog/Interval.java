package aquila.eventlog;

import java.util.Locale;

/** How much time an event log file covers. A daily and an hourly file hold the same events. */
public enum Interval {
  DAILY,
  HOURLY;

  /** Salesforce's word: {@code Daily} or {@code Hourly}. */
  public String word() {
    return name().charAt(0) + directory().substring(1);
  }

  /** The word in paths and in reports: {@code daily} or {@code hourly}. */
  public String directory() {
    return name().toLowerCase(Locale.ROOT);
  }
}
