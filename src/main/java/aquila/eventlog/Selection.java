package aquila.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which event log files are asked for.
 *
 * @param types event types; all if empty
 * @param intervals at least one
 * @param since the first LogDate, or null for all that the org keeps
 * @param until the LogDate before which they lie, or null
 */
public record Selection(
    Set<String> types, Set<Interval> intervals, @Nullable Instant since, @Nullable Instant until) {

  public Selection {
    types = Set.copyOf(types);
    intervals = Set.copyOf(intervals);
  }

  /** Whether the name of an event type has the form of one; only such go into a query. */
  public static boolean isType(String name) {
    return EventLogFile.isType(name);
  }

  /** The conditions in SOQL, without those about intervals if the org has none. */
  List<String> conditions(boolean hasIntervals) {
    List<String> conditions = new ArrayList<>();
    if (hasIntervals) {
      conditions.add("Interval IN (" + quoted(words()) + ")");
    }
    if (!types.isEmpty()) {
      conditions.add("EventType IN (" + quoted(new TreeSet<>(types)) + ")");
    }
    if (since != null) {
      conditions.add("LogDate >= " + SalesforceTime.literal(since));
    }
    if (until != null) {
      conditions.add("LogDate < " + SalesforceTime.literal(until));
    }
    return conditions;
  }

  /** Whether a file is among those asked for, whatever else a server lists. */
  boolean wants(EventLogFile file) {
    return intervals.contains(file.interval())
        && (types.isEmpty() || inAnyCase().contains(file.eventType()))
        && (since == null || !file.logDate().isBefore(since))
        && (until == null || file.logDate().isBefore(until));
  }

  /** What this comes to in an org without hourly logs. */
  Selection withoutHourly() {
    return intervals.contains(Interval.DAILY)
        ? new Selection(types, Set.of(Interval.DAILY), since, until)
        : this;
  }

  /** Whether all that the other asks for is asked for here too. */
  boolean covers(Selection other) {
    return intervals.containsAll(other.intervals)
        && (types.isEmpty() || (!other.types.isEmpty() && inAnyCase().containsAll(other.types)))
        && (since == null || (other.since != null && !other.since.isBefore(since)))
        && (until == null || (other.until != null && !other.until.isAfter(until)));
  }

  /** As SOQL compares: the org lists files of the type Login where login is asked for. */
  private Set<String> inAnyCase() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(types);
    return names;
  }

  private Set<String> words() {
    return intervals.stream().map(Interval::word).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names have only letters, digits and underscores: there is nothing to escape. */
  private static String quoted(Set<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
