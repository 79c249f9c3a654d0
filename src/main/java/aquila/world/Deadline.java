package aquila.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The moment by which something has to be over.
 *
 * @param clock the clock it is read from
 * @param end the moment; {@link Instant#MAX} means that there is none
 */
public record Deadline(Clock clock, Instant end) {

  /** A deadline that much time from now; more time than there is means that there is none. */
  public static Deadline in(Duration time, Clock clock) {
    Instant now = clock.instant();
    boolean isEndless = time.compareTo(Duration.between(now, Instant.MAX)) >= 0;
    return isEndless ? none(clock) : new Deadline(clock, now.plus(time));
  }

  /** No deadline at all. */
  public static Deadline none(Clock clock) {
    return new Deadline(clock, Instant.MAX);
  }

  /** Whether the moment has come. */
  public boolean isOver() {
    return !clock.instant().isBefore(end);
  }

  /** The time left, never below zero, and never above the given limit. */
  public Duration atMost(Duration limit) {
    Instant now = clock.instant();
    if (end.equals(Instant.MAX)) {
      return limit;
    }
    Duration left = Duration.between(now, end);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(limit) < 0 ? left : limit;
  }
}
