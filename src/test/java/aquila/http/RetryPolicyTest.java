package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.world.Deadline;
import aquila.world.StillWorld;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the pauses are, and when there is no other attempt. */
class RetryPolicyTest {
  private static final Optional<Duration> NO_WISH = Optional.empty();

  private final StillWorld world = new StillWorld();
  private final Deadline none = Deadline.none(world.clock());

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "3, 4000", "4, 8000"})
  void pausesUpToTwiceAsLongEachTime(int attempt, long longest) {
    assertEquals(Optional.of(Duration.ofMillis(longest)), always(1).pauseAfter(attempt));
    assertEquals(Optional.of(Duration.ZERO), always(0).pauseAfter(attempt));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void spreadsThePausesOverTheWholeRange(int attempt) {
    RandomGenerator random = new SplittableRandom(7);
    long limit = 1000L << (attempt - 1);
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int i = 0; i < 200; i++) {
      RetryPolicy fresh = new RetryPolicy(random);
      long pause = fresh.pauseAfter(attempt, NO_WISH, none).orElseThrow().toMillis();
      shortest = Math.min(shortest, pause);
      longest = Math.max(longest, pause);
    }
    assertTrue(shortest >= 0 && shortest < limit / 10, "shortest " + shortest);
    assertTrue(longest <= limit && longest > limit - limit / 10, "longest " + longest);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 100})
  void makesFiveAttemptsAtMost(int attempt) {
    assertEquals(Optional.empty(), always(0).pauseAfter(attempt));
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 9999, true",
    "10000, 10000, false",
    "10000, 10001, false",
    "0, 0, false",
    "1, 0, true"
  })
  void leavesTimeForTheNextAttemptBeforeTheDeadline(long left, long wish, boolean again) {
    Deadline deadline = Deadline.in(Duration.ofMillis(left), world.clock());
    Optional<Duration> pause =
        policy(1).pauseAfter(1, Optional.of(Duration.ofMillis(wish)), deadline);
    assertEquals(again, pause.isPresent());
  }

  @Test
  void theServersWishReplacesTheJitter() {
    Duration wish = Duration.ofSeconds(17);
    assertEquals(Optional.of(wish), policy(0).pauseAfter(1, Optional.of(wish), none));
  }

  @Test
  void aRunHasTwentyPausesOnADeadServer() {
    RetryPolicy policy = policy(0);
    for (int i = 0; i < 20; i++) {
      assertTrue(policy.pauseAfter(1, NO_WISH, none).isPresent(), "pause " + i);
    }
    assertEquals(Optional.empty(), policy.pauseAfter(1, NO_WISH, none));
  }

  @Test
  void anAnswerGivesOnePauseBack() {
    RetryPolicy policy = spent();
    policy.refill();
    assertTrue(policy.pauseAfter(1, NO_WISH, none).isPresent());
    assertEquals(Optional.empty(), policy.pauseAfter(1, NO_WISH, none));
  }

  @Test
  void answersDoNotSaveUpMoreThanTheBudget() {
    RetryPolicy policy = policy(0);
    for (int i = 0; i < 100; i++) {
      policy.refill();
    }
    int pauses = 0;
    while (pauses < 100 && policy.pauseAfter(1, NO_WISH, none).isPresent()) {
      pauses++;
    }
    assertEquals(20, pauses);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "' 7 ', 7",
    "60, 60",
    "61, 60",
    "999999999, 60",
    "99999999999999999999, 60",
    "'Wed, 25 Nov 2026 12:00:30 GMT', 30",
    "'Wed, 25 Nov 2026 12:00:00 GMT', 0",
    "'Wed, 25 Nov 2026 11:00:00 GMT', 0",
    "'Thu, 26 Nov 2026 12:00:00 GMT', 60",
  })
  void readsTheWishInSecondsOrAsADate(String header, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), wish(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "1s", "0x10", "٣", "2026-11-25T12:00:30Z"})
  void aWishThatIsNoneIsNotObeyed(String header) {
    assertEquals(Optional.empty(), wish(header));
  }

  @Test
  void aReplyMayHaveNoWish() {
    HttpReply reply = Replies.of(503, Map.of(), "");
    assertEquals(Optional.empty(), RetryPolicy.retryAfter(reply, world.clock()));
  }

  private Optional<Duration> wish(String header) {
    HttpReply reply = Replies.of(503, Map.of("retry-after", header), "");
    return RetryPolicy.retryAfter(reply, world.clock());
  }

  private RetryPolicy spent() {
    RetryPolicy policy = policy(0);
    for (int i = 0; policy.pauseAfter(1, NO_WISH, none).isPresent(); i++) {
      assertTrue(i < 100, "it goes on for ever");
    }
    return policy;
  }

  /** A policy whose chance always falls on one end of the range. */
  private Ends always(int end) {
    return attempt -> policy(end).pauseAfter(attempt, NO_WISH, none);
  }

  private interface Ends {
    Optional<Duration> pauseAfter(int attempt);
  }

  private static RetryPolicy policy(int end) {
    return new RetryPolicy(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new IllegalStateException("only a bounded number is asked for");
          }

          @Override
          public long nextLong(long bound) {
            return end == 0 ? 0 : bound - 1;
          }
        });
  }
}
