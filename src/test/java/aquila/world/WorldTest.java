package aquila.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time, ends, terminals, and which addresses stay on this machine. */
class WorldTest {
  private final StillWorld world = new StillWorld();

  @Test
  void aDeadlineRunsOutWithItsClock() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), world.clock());
    world.pass(Duration.ofSeconds(4));
    assertEquals(Duration.ofSeconds(6), deadline.atMost(Duration.ofHours(1)));
    world.pass(Duration.ofSeconds(6));
    assertTrue(deadline.isOver());
    assertEquals(Duration.ZERO, deadline.atMost(Duration.ofHours(1)));
    world.pass(Duration.ofDays(9));
    assertEquals(Duration.ZERO, deadline.atMost(Duration.ofHours(1)));
  }

  @Test
  void aClockThatIsTurnedBackLeavesMoreTimeButNeverMoreThanAskedFor() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), world.clock());
    world.pass(Duration.ofDays(-1));
    assertFalse(deadline.isOver());
    assertEquals(Duration.ofSeconds(60), deadline.atMost(Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2562047788015215H30M7S", "P365000000D", "PT0S"})
  void aDeadlineMayBeAnyTimeAway(Duration time) {
    Deadline deadline = Deadline.in(time, world.clock());
    assertEquals(time.isZero(), deadline.isOver());
    assertEquals(
        time.isZero() ? Duration.ZERO : Duration.ofDays(1), deadline.atMost(Duration.ofDays(1)));
  }

  @Test
  void noDeadlineStandsTheEndOfTime() {
    Deadline none = Deadline.none(world.clock());
    world.pass(Duration.between(world.clock().instant(), Instant.parse("9999-12-31T23:59:59Z")));
    assertFalse(none.isOver());
    assertEquals(Duration.ofSeconds(1), none.atMost(Duration.ofSeconds(1)));
  }

  @Test
  void anEndUndoesOnceWhatIsPending() {
    List<String> done = new ArrayList<>();
    Cleanup cleanup = new Cleanup();
    Cleanup.Pending finished = cleanup.add(() -> done.add("finished"));
    finished.close();
    Cleanup.Pending twice = cleanup.add(() -> done.add("closed twice"));
    twice.close();
    twice.close();
    cleanup.add(() -> done.add("pending"));
    cleanup.run();
    assertEquals(List.of("pending"), done);
  }

  @Test
  void theSameTaskMayBePendingTwice() {
    List<String> done = new ArrayList<>();
    Cleanup cleanup = new Cleanup();
    Runnable task = () -> done.add("x");
    Cleanup.Pending first = cleanup.add(task);
    cleanup.add(task);
    first.close();
    first.close();
    cleanup.run();
    assertEquals(List.of("x"), done);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, false, false, false",
        "'', false, false, false",
        "0, true, false, false",
        "1, false, true, false",
        "2, false, false, true",
        "012, true, true, true",
        "02, true, false, true",
      })
  void aTerminalIsWhatTheLauncherSaid(String streams, boolean in, boolean out, boolean err) {
    Terminal terminal = new RealTerminal(streams, new Cleanup());
    assertEquals(in, terminal.isInput());
    assertEquals(out, terminal.isOutput());
    assertEquals(err, terminal.isError());
  }

  @Test
  void nobodyIsAskedWithoutATerminal() {
    Terminal none = Terminal.none();
    assertFalse(none.isInput() || none.isOutput() || none.isError());
    assertEquals(Optional.empty(), none.askHidden("passphrase: "));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, true",
    "http://LOCALHOST:8080/x, true",
    "https://127.0.0.1, true",
    "https://127.255.255.254, true",
    "http://[::1]:8080, true",
    "http://localhost.evil.example, false",
    "http://evil.localhost, false",
    "http://127.0.0.1.evil.example, false",
    "http://127.1, false",
    "http://0.0.0.0, false",
    "http://[::2], false",
    "http://[::ffff:127.0.0.1], false",
    "http://10.0.0.1, false",
    "http://localhost@evil.example, false",
    "mailto:jane@localhost, false",
    "/localhost, false",
  })
  void loopbackIsThisMachineAndNothingElse(URI uri, boolean isLoopback) {
    assertEquals(isLoopback, Loopback.is(uri));
  }
}
