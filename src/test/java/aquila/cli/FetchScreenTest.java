package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.secret.Secret;
import aquila.simulator.EventLogs;
import aquila.world.Terminal;
import aquila.world.ToldClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a fetch. */
class FetchScreenTest {
  private static final String CLEAR = "\r\u001b[K";
  private static final String CUT = "\u001b[?7l";
  private static final String BREAK = "\u001b[?7h";

  @TempDir Path home;

  @Test
  void aTerminalShowsHowFarItIs() throws Exception {
    try (Bench bench = bench()) {
      bench.terminal = new OnlyErrors();
      assertEquals(0, bench.run("logs", "fetch", "logs", "--parallel", "1"));
      assertTrue(
          bench.err.matches(
              "(?s).*"
                  + "0/3 files, [0-9.]+ k?B of [0-9.]+ k?B, [0-9.]+ k?B/s, [0-9]+ s left: Login"
                  + " 2026-11-22.*"
                  + "1/3 files, [0-9.]+ k?B of .*"),
          bench.err.replace(CLEAR, "\n"));
      // The line is gone before the summary, and no line is longer than a terminal.
      String[] lines = bench.err.split("\\Q" + CLEAR + "\\E", -1);
      assertTrue(lines[lines.length - 1].startsWith("aquila: stored 3 files"), bench.err);
      for (String line : lines) {
        assertTrue(line.replace(CUT, "").replace(BREAK, "").strip().length() <= 80, line);
      }
    }
  }

  @Test
  void aNarrowTerminalIsNotFilledWithPiecesOfTheLine() throws Exception {
    try (Bench bench = bench()) {
      bench.terminal = new OnlyErrors();
      bench.run("logs", "fetch", "logs");
      int drawn = 0;
      for (String line : bench.err.split("\\Q" + CLEAR + "\\E", -1)) {
        if (line.contains(" files, ")) {
          assertTrue(line.startsWith(CUT) && line.endsWith(BREAK), line);
          drawn++;
        }
      }
      assertTrue(drawn > 2, bench.err);
    }
  }

  @Test
  void aTerminalThatCannotRedrawGetsTheSummaryOnly() throws Exception {
    try (Bench bench = bench()) {
      bench.terminal = new OnlyErrors();
      bench.environment.put("TERM", "dumb");
      bench.run("logs", "fetch", "logs");
      assertTrue(
          bench.err.matches("aquila: stored 3 files \\([0-9.]+ kB\\), 0 already there\n"),
          bench.err);
    }
  }

  @Test
  void aTerminalSaysAlsoThatNothingWasNew() throws Exception {
    try (Bench bench = bench()) {
      bench.run("logs", "fetch", "logs");
      bench.terminal = new OnlyErrors();
      bench.run("logs", "fetch", "logs");
      assertTrue(
          bench.err.matches("aquila: stored 0 files \\(0 B\\), [0-9] already there\n"), bench.err);
    }
  }

  @Test
  void aCronLogHasOneLineAndNoEscape() throws Exception {
    try (Bench bench = bench()) {
      bench.run("logs", "fetch", "logs");
      assertTrue(
          bench.err.matches("aquila: stored 3 files \\([0-9.]+ kB\\), 0 already there\n"),
          bench.err);
      bench.run("logs", "fetch", "logs");
      assertEquals("", bench.err);
    }
  }

  @Test
  void quietIsQuietOnATerminalToo() throws Exception {
    try (Bench bench = bench()) {
      bench.terminal = new OnlyErrors();
      bench.run("logs", "fetch", "logs", "--quiet");
      assertEquals("", bench.err);
      assertEquals(3, bench.out.lines().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void catDrawsNoProgressBetweenItsRows(String form) throws Exception {
    try (Bench bench = bench()) {
      bench.terminal = new OnlyErrors();
      assertEquals(0, bench.run("logs", "cat", "-o", form));
      assertEquals("", bench.err);
      assertFalse(bench.out.isEmpty());
    }
  }

  @Test
  void pathsBeginAsTheDirectoryWasGiven() throws Exception {
    try (Bench bench = bench()) {
      bench.run("logs", "fetch", "./a/../logs//");
      assertTrue(
          bench.out.lines().allMatch(line -> line.startsWith("./a/../logs/interval=daily/")),
          bench.out);
      bench.run("logs", "fetch", home.toRealPath() + "/other");
      assertTrue(
          bench.out.lines().allMatch(line -> line.startsWith(bench.home + "/other/interval=")),
          bench.out);
    }
  }

  private Bench bench() throws Exception {
    Bench bench = new Bench(home.toRealPath());
    bench.startOrg(setup -> setup.with(new EventLogs(3, List.of("Login"), false)));
    AtomicLong millis = new AtomicLong();
    bench.clock = new ToldClock(() -> Bench.NOW.plus(Duration.ofMillis(millis.addAndGet(120))));
    return bench;
  }

  /** Standard error is seen by a person, and nothing else is. */
  private static final class OnlyErrors implements Terminal {
    @Override
    public boolean isInput() {
      return false;
    }

    @Override
    public boolean isOutput() {
      return false;
    }

    @Override
    public boolean isError() {
      return true;
    }

    @Override
    public Optional<Secret> askHidden(String prompt) {
      return Optional.empty();
    }
  }
}
