package aquila.http;

import aquila.world.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt, and when to stop: full jitter from one second, doubling
 * to a minute, at most four more attempts, never past the deadline, and never more than the run's
 * budget, so that a dead server is not hammered by a run of thousands of requests. An answer fills
 * the budget up again by one.
 */
final class RetryPolicy {
  static final int ATTEMPTS = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int BUDGET = 20;

  private final RandomGenerator random;
  private final AtomicInteger budget = new AtomicInteger(BUDGET);

  RetryPolicy(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause before another attempt.
   *
   * @param attempt the number of the attempt that has just failed, from 1
   * @param retryAfter the server's own wish, or empty
   * @return empty if there shall be no other attempt
   */
  Optional<Duration> pauseAfter(int attempt, Optional<Duration> retryAfter, Deadline deadline) {
    if (attempt >= ATTEMPTS) {
      return Optional.empty();
    }
    Duration pause = retryAfter.orElseGet(() -> jitter(attempt));
    if (!leavesTime(pause, deadline) || budget.decrementAndGet() < 0) {
      return Optional.empty();
    }
    return Optional.of(pause);
  }

  /** An attempt at the very end would only replace what is known by "too late". */
  private static boolean leavesTime(Duration pause, Deadline deadline) {
    return deadline.atMost(pause.plusMillis(1)).compareTo(pause) > 0;
  }

  /** There was an answer: the server is not dead. */
  void refill() {
    budget.updateAndGet(left -> Math.min(BUDGET, Math.max(0, left) + 1));
  }

  /**
   * The wish of a {@code Retry-After} header (RFC 9110, section 10.2.3), in seconds or as a date,
   * cut to a minute.
   */
  static Optional<Duration> retryAfter(HttpReply reply, Clock clock) {
    return reply.header("retry-after").flatMap(text -> wish(text.strip(), clock));
  }

  private static Optional<Duration> wish(String text, Clock clock) {
    if (text.matches("[0-9]+")) {
      return Optional.of(
          text.length() > 9 ? LONGEST : cut(Duration.ofSeconds(Long.parseLong(text))));
    }
    Optional<Instant> date = HttpReply.parseDate(text);
    return date.map(when -> cut(Duration.between(clock.instant(), when)));
  }

  private static Duration cut(Duration wish) {
    if (wish.isNegative()) {
      return Duration.ZERO;
    }
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  /** Several threads wait at times, and the source of chance may not stand that. */
  private synchronized Duration jitter(int attempt) {
    long limit = Math.min(LONGEST.toMillis(), FIRST.toMillis() << (attempt - 1));
    return Duration.ofMillis(random.nextLong(limit + 1));
  }
}
