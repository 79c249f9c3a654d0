package aquila.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineAndCleanupTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void aDeadlineLeavesTheTimeUntilItsEnd() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), CLOCK);
    assertEquals(Duration.ofSeconds(3), deadline.atMost(Duration.ofSeconds(3)));
    assertEquals(Duration.ofSeconds(10), deadline.atMost(Duration.ofSeconds(30)));
    assertFalse(deadline.isOver());
    Deadline past = new Deadline(CLOCK, NOW.minusSeconds(1));
    assertTrue(past.isOver());
    assertEquals(Duration.ZERO, past.atMost(Duration.ofSeconds(30)));
    assertTrue(new Deadline(CLOCK, NOW).isOver(), "the moment itself is over");
  }

  @Test
  void noDeadlineIsNeverOver() {
    assertFalse(Deadline.none(CLOCK).isOver());
    assertEquals(Duration.ofDays(9), Deadline.none(CLOCK).atMost(Duration.ofDays(9)));
  }

  @Test
  void cleansUpTheNewestFirstAndDespiteOneThatFails() {
    List<String> done = new ArrayList<>();
    Cleanup cleanup = new Cleanup();
    cleanup.add(() -> done.add("first"));
    cleanup.add(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    Cleanup.Pending closed = cleanup.add(() -> done.add("closed"));
    cleanup.add(() -> done.add("last"));
    closed.close();
    cleanup.run();
    cleanup.run();
    assertEquals(List.of("last", "first"), done);
  }
}
