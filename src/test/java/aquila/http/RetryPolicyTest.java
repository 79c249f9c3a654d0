package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.world.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
  private static final Deadline NONE = Deadline.none(CLOCK);

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "3, 4000", "4, 8000"})
  void waitsAnywhereBetweenNothingAndADoublingLimit(int attempt, long limit) {
    long longest = 0;
    for (int seed = 0; seed < 200; seed++) {
      RetryPolicy policy = new RetryPolicy(new SplittableRandom(seed));
      long pause = policy.pauseAfter(attempt, Optional.empty(), NONE).orElseThrow().toMillis();
      assertTrue(pause >= 0 && pause <= limit, pause + " of " + limit);
      longest = Math.max(longest, pause);
    }
    assertTrue(longest > limit / 2, "full jitter, not a part of it: " + longest);
  }

  @Test
  void givesUpAfterFourMoreAttempts() {
    assertEquals(Optional.empty(), policy().pauseAfter(5, Optional.empty(), NONE));
  }

  @Test
  void neverWaitsPastTheDeadline() {
    Deadline soon = Deadline.in(Duration.ofSeconds(2), CLOCK);
    RetryPolicy policy = policy();
    assertEquals(Optional.empty(), policy.pauseAfter(1, Optional.of(Duration.ofSeconds(3)), soon));
    assertEquals(
        Optional.of(Duration.ofSeconds(1)),
        policy.pauseAfter(1, Optional.of(Duration.ofSeconds(1)), soon));
  }

  @Test
  void hasABudgetThatAnswersFillUpAgain() {
    RetryPolicy policy = policy();
    int granted = 0;
    while (policy.pauseAfter(1, Optional.empty(), NONE).isPresent()) {
      granted++;
    }
    assertTrue(granted >= 10 && granted <= 50, "budget of " + granted);
    policy.refill();
    assertTrue(policy.pauseAfter(1, Optional.empty(), NONE).isPresent());
    assertEquals(Optional.empty(), policy.pauseAfter(1, Optional.empty(), NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0 | PT0S",
        "7 | PT7S",
        " 7 | PT7S",
        "3600 | PT60S",
        "Wed, 25 Nov 2026 12:00:30 GMT | PT30S",
        "Wed, 25 Nov 2026 11:00:00 GMT | PT0S",
        "Wed, 25 Nov 2026 13:00:00 GMT | PT60S",
        "soon | -",
        "-1 | -",
        "'' | -",
      })
  void obeysRetryAfter(String header, Duration wish) {
    HttpReply reply =
        HttpReply.kept(
            503, Map.of("retry-after", header), new byte[0], 1, CLOCK.instant(), CLOCK.instant());
    assertEquals(Optional.ofNullable(wish), RetryPolicy.retryAfter(reply, CLOCK));
  }

  private static RetryPolicy policy() {
    return new RetryPolicy(new SplittableRandom(1));
  }
}
