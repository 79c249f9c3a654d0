package aquila.eventlog;

import aquila.failure.StoreFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what the org offers with what is stored, or was. */
public final class Audit {

  /** With an Event Monitoring licence; an org without one keeps a day (Object Reference). */
  private static final Duration USUAL_RETENTION = Duration.ofDays(30);

  private static final Duration FREE_RETENTION = Duration.ofDays(1);

  /** More than any org keeps; a LogDate that is far off shall not fill the memory with cells. */
  private static final Duration LONGEST_SPAN = Duration.ofDays(400);

  private Audit() {}

  /**
   * A file that the org offers and that is not stored in its newest revision.
   *
   * @param file as it is listed
   * @param isNewer whether an older revision of it is stored
   * @param left until the org is expected to delete it, never negative
   */
  public record Missing(EventLogFile file, boolean isNewer, Duration left) {}

  /**
   * Hourly files count up within an hour; a number that was left out is a file that nobody saw.
   *
   * @param eventType for example {@code Login}
   * @param logDate the beginning of the hour
   * @param numbers the sequence numbers that are missing
   */
  public record Gap(String eventType, Instant logDate, List<Integer> numbers) {
    public Gap {
      numbers = List.copyOf(numbers);
    }
  }

  /** What came out. */
  public record Result(int listed, List<Missing> missing, List<Gap> gaps, List<Coverage> coverage) {
    public Result {
      missing = List.copyOf(missing);
      gaps = List.copyOf(gaps);
      coverage = List.copyOf(coverage);
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
      return missing.isEmpty() && gaps.isEmpty();
    }
  }

  /**
   * Audits a store.
   *
   * @param listed all that the org offers
   * @param isAll whether that is all that it keeps, so that its retention shows
   */
  public static Result of(List<EventLogFile> listed, boolean isAll, Path directory, Instant now)
      throws StoreFailure {
    StoreReader store = StoreReader.of(directory);
    Set<String> ids = listed.stream().map(EventLogFile::id).collect(Collectors.toSet());
    Map<String, Known> known = store.known(ids);
    Duration retention = retention(listed, isAll, now);
    List<Missing> missing = new ArrayList<>();
    for (EventLogFile file : listed) {
      Known before = known.get(file.id());
      if (before == null || !before.line().isAtLeast(file)) {
        Duration left = Duration.between(now, file.createdDate().plus(retention));
        missing.add(new Missing(file, before != null, left.isNegative() ? Duration.ZERO : left));
      }
    }
    missing.sort(Comparator.comparing(Missing::left));
    return new Result(listed.size(), missing, gaps(listed, store), coverage(listed, missing));
  }

  private static Duration retention(List<EventLogFile> listed, boolean isAll, Instant now) {
    boolean isShort =
        isAll
            && listed.stream()
                .allMatch(file -> file.createdDate().isAfter(now.minus(FREE_RETENTION)));
    return isShort ? FREE_RETENTION : USUAL_RETENTION;
  }

  private record Hour(String eventType, Instant logDate) {}

  /** The ledger remembers numbers that the org has deleted since. */
  private static List<Gap> gaps(List<EventLogFile> listed, StoreReader store) throws StoreFailure {
    Map<Hour, TreeSet<Integer>> numbers = new HashMap<>();
    for (EventLogFile file : listed) {
      if (file.interval() == Interval.HOURLY) {
        Hour hour = new Hour(file.eventType(), file.logDate());
        numbers.computeIfAbsent(hour, key -> new TreeSet<>()).add(file.sequence());
      }
    }
    if (numbers.isEmpty()) {
      return List.of();
    }
    store.lines(
        id -> true,
        line -> {
          TreeSet<Integer> seen = numbers.get(new Hour(line.eventType(), line.logDate()));
          if (seen != null && line.interval() == Interval.HOURLY && line.isFirstHand()) {
            seen.add(line.sequence());
          }
        });
    List<Gap> gaps = new ArrayList<>();
    numbers.forEach(
        (hour, seen) -> {
          List<Integer> lacking = new ArrayList<>();
          // The first number is 1; some documents begin at 0.
          for (int number = 1; number < seen.last(); number++) {
            if (!seen.contains(number)) {
              lacking.add(number);
            }
          }
          if (!lacking.isEmpty()) {
            gaps.add(new Gap(hour.eventType(), hour.logDate(), lacking));
          }
        });
    gaps.sort(Comparator.comparing(Gap::logDate).thenComparing(Gap::eventType));
    return gaps;
  }

  private record Row(String eventType, Interval interval) {}

  /** A row for each type, and in it a cell for each day or hour of the whole listing. */
  private static List<Coverage> coverage(List<EventLogFile> listed, List<Missing> missing) {
    Map<Row, SortedMap<Instant, Coverage.Cell>> rows = new HashMap<>();
    for (Interval interval : Interval.values()) {
      TreeSet<Instant> span =
          listed.stream()
              .filter(file -> file.interval() == interval)
              .map(Coverage::start)
              .collect(Collectors.toCollection(TreeSet::new));
      listed.stream()
          .filter(file -> file.interval() == interval)
          .map(file -> new Row(file.eventType(), interval))
          .forEach(row -> rows.computeIfAbsent(row, key -> empty(span, interval)));
    }
    for (EventLogFile file : listed) {
      put(rows, file, Coverage.Cell.STORED);
    }
    for (Missing one : missing) {
      put(rows, one.file(), Coverage.Cell.MISSING);
    }
    return rows.entrySet().stream()
        .map(row -> new Coverage(row.getKey().eventType(), row.getKey().interval(), row.getValue()))
        .sorted(Comparator.comparing(Coverage::interval).thenComparing(Coverage::eventType))
        .toList();
  }

  private static SortedMap<Instant, Coverage.Cell> empty(
      SortedSet<Instant> span, Interval interval) {
    SortedMap<Instant, Coverage.Cell> cells = new TreeMap<>();
    Duration step = Coverage.step(interval);
    Instant earliest = span.last().minus(LONGEST_SPAN);
    Instant first = span.first().isBefore(earliest) ? earliest : span.first();
    for (Instant at = first; !at.isAfter(span.last()); at = at.plus(step)) {
      cells.put(at, Coverage.Cell.NONE);
    }
    return cells;
  }

  private static void put(
      Map<Row, SortedMap<Instant, Coverage.Cell>> rows, EventLogFile file, Coverage.Cell cell) {
    rows.computeIfPresent(
        new Row(file.eventType(), file.interval()),
        (row, cells) -> {
          cells.put(Coverage.start(file), cell);
          return cells;
        });
  }
}
