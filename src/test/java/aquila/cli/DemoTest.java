package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a machine as it should be, and on one that is in its way. */
class DemoTest {

  @TempDir Path home;

  /** An hour later whenever it is looked at: no deadline lasts so long. */
  private static final class RacingClock extends Clock {
    private Instant now = Bench.NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Instant instant() {
      now = now.plus(Duration.ofHours(1));
      return now;
    }
  }

  @Test
  void tellsTheWholeStoryOnAScreen() throws Exception {
    try (Bench bench = new Bench(home)) {
      assertEquals(0, bench.run("demo"), bench.err);
      assertEquals("", bench.err);
      List<String> wide = bench.out.lines().filter(line -> line.length() > 80).toList();
      assertEquals(List.of(), wide);
      assertTrue(bench.out.endsWith("\nEverything is removed again. Your turn: aquila --help\n"));
    }
  }

  @Test
  void passesOnWhyThisMachineEndsIt() throws Exception {
    try (Bench bench = new Bench(home)) {
      bench.clock = new RacingClock();
      assertEquals(7, bench.run("demo"));
      List<String> lines = bench.err.lines().toList();
      String start = "aquila: error: the demo ends at aquila token: no answer from ";
      assertTrue(lines.get(0).startsWith(start), bench.err);
      assertTrue(lines.get(1).startsWith("aquila: hint: give more time"), bench.err);
      assertEquals(2, lines.size(), bench.err);
    }
  }
}
