package aquila.simulator;

import java.util.List;

/**
 * Which event log files the org offers.
 *
 * @param days for how many days before today
 * @param types the event types
 * @param hourly whether there are hourly files beside the daily ones
 * @param size the least size of a file in bytes; 0 for a handful of events
 * @param hasIntervals whether the columns Interval and Sequence exist, as they do in orgs with
 *     hourly files
 * @param late whether a downloaded hourly file is followed by another one of the same hour, with
 *     events that came late, and a CreatedDate before that of files which were there already
 * @param regenerated whether a downloaded daily file is made anew once: same Id, longer, with a new
 *     CreatedDate
 */
public record EventLogs(
    int days,
    List<String> types,
    boolean hourly,
    long size,
    boolean hasIntervals,
    boolean late,
    boolean regenerated) {

  /** A week of what every org has, and some that needs a licence. */
  public static final EventLogs USUAL =
      new EventLogs(
          7,
          List.of("Login", "Logout", "ApiTotalUsage", "RestApi", "ApexUnexpectedException"),
          false);

  /** What an org without the licence Event Monitoring offers. */
  public static final EventLogs FREE =
      new EventLogs(1, List.of("Login", "Logout", "ApiTotalUsage"), false);

  /** An org that generates none. */
  public static final EventLogs NONE = new EventLogs(0, List.of(), false);

  public EventLogs {
    types = List.copyOf(types);
  }

  /** Files of a handful of events, none of which come late. */
  public EventLogs(int days, List<String> types, boolean hourly) {
    this(days, types, hourly, 0, true, false, false);
  }

  /** For so many days. */
  public EventLogs withDays(int other) {
    return new EventLogs(other, types, hourly, size, hasIntervals, late, regenerated);
  }

  /** Of these types. */
  public EventLogs withTypes(List<String> others) {
    return new EventLogs(days, others, hourly, size, hasIntervals, late, regenerated);
  }

  /** With hourly files, or without. */
  public EventLogs withHourly(boolean other) {
    return new EventLogs(days, types, other, size, hasIntervals, late, regenerated);
  }

  /** Of at least this size each, in bytes. */
  public EventLogs withSize(long other) {
    return new EventLogs(days, types, hourly, other, hasIntervals, late, regenerated);
  }

  /** As in an org that never had hourly files. */
  public EventLogs withoutIntervals() {
    return new EventLogs(days, types, false, size, false, late, regenerated);
  }

  /** With events that come late, in hourly files. */
  public EventLogs withLate(boolean other) {
    return new EventLogs(days, types, hourly, size, hasIntervals, other, regenerated);
  }

  /** With daily files that are made anew. */
  public EventLogs withRegenerated(boolean other) {
    return new EventLogs(days, types, hourly, size, hasIntervals, late, other);
  }
}
