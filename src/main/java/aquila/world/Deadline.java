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

  /** A deadline that many units from now. */
  public static Deadline in(Duration time, Clock clock) {
    return new Deadline(clock, clock.instant().plus(time));
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
