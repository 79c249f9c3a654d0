package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ExitCode;
import aquila.file.DirectoryLock;
import aquila.simulator.Scenarios;
import aquila.world.ToldClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code of the contract, produced; 130 is in {@link ProcessTest}. */
class ExitCodeTest {

  @TempDir Path home;

  /** A command with an error in it, which only this test knows. */
  static final class BrokenCommand implements Command {
    @Override
    public void describe(Syntax syntax) {
      syntax.description("Breaks down.");
    }

    @Override
    public Integer call() {
      throw new IllegalStateException("two and two are five");
    }
  }

  @Test
  void zeroWhenAllIsDone() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.run("token"));
      assertEquals("", bench.err);
    }
  }

  @Test
  void oneForAnErrorInAquilaItself() throws Exception {
    Bench bench = new Bench(home);
    bench.commands = Commands.all().add("break", "break down", run -> new BrokenCommand());
    assertEquals(1, bench.run("break"));
    assertEquals(
        """
        aquila: error: an error in Aquila itself: java.lang.IllegalStateException: two and two are five
        aquila: hint: please report it, with the output of the same command and --debug
        """,
        bench.err);
    assertEquals(1, bench.run("break", "--debug"));
    assertTrue(
        bench.err.contains("\n    at aquila.cli.ExitCodeTest$BrokenCommand.call"), bench.err);
  }

  @Test
  void twoForAWrongCommandLine() {
    assertEquals(2, new Bench(home).run("--no-such-option"));
  }

  @Test
  void threeForAMissingSetting() {
    assertEquals(3, new Bench(home).run("token"));
  }

  @Test
  void fourForAKeyThatCannotBeUsed() throws Exception {
    try (Bench bench = org()) {
      assertEquals(4, bench.run("token", "--key-path", "server.crt"));
      assertTrue(bench.err.contains("certificate"), bench.err);
    }
  }

  @Test
  void fiveForARefusedAssertion() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(Scenarios.find("T4").orElseThrow()));
      assertEquals(5, bench.run("token"));
      assertEquals(1, bench.org().requests().size());
    }
  }

  @Test
  void sixForARefusedQuery() throws Exception {
    try (Bench bench = org()) {
      assertEquals(6, bench.run("query", "SELECT Nothing FROM Account"));
      assertTrue(bench.err.contains("aquila: cause: INVALID_FIELD: "), bench.err);
    }
  }

  @Test
  void sevenWhereNobodyAnswers() throws Exception {
    Bench bench = org();
    bench.close();
    assertEquals(7, bench.run("token"));
    assertTrue(bench.err.contains("no connection to 127.0.0.1:"), bench.err);
  }

  @Test
  void eightWhereTheDiskRefuses() throws IOException {
    Bench bench = new Bench(home);
    Files.writeString(home.resolve("server.key"), "precious");
    assertEquals(8, bench.run("key", "new", "server.key"));
    assertEquals("precious", Files.readString(home.resolve("server.key")));
  }

  @Test
  void eightWhereThePortOfTheSimulatorIsTaken() throws Exception {
    try (Bench bench = org()) {
      String port = String.valueOf(bench.org().url().getPort());
      assertEquals(8, bench.run("simulate", "--port", port));
      assertEquals(
          "aquila: error: the simulator cannot listen on port "
              + port
              + ": Address already in use\n"
              + "aquila: hint: give another one with --port, or 0 for any free one\n",
          bench.err);
    }
  }

  @Test
  void eightWhereStandardOutputIsFull() throws Exception {
    try (Bench bench = org()) {
      int code = bench.runInto(failing("No space left on device"), "token");
      assertEquals(8, code);
      assertTrue(bench.err.contains("No space left on device"), bench.err);
    }
  }

  @Test
  void tenAtTheDeadlineThoughTheRunMayWaitLonger() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.run("logs", "fetch", "logs"));
      bench.waits.clear();
      bench.clock = new ToldClock(() -> Bench.NOW.plus(sum(bench.waits)));
      try (DirectoryLock lock =
          DirectoryLock.take(home.resolve("logs/.aquila/lock"), "process 4711").orElseThrow()) {
        int code = bench.run("logs", "fetch", "logs", "--wait", "1h", "--deadline", "30s");
        assertNotNull(lock);
        assertEquals(10, code, bench.err);
      }
      assertEquals(Duration.ofSeconds(30), sum(bench.waits));
    }
  }

  private static Duration sum(List<Duration> waits) {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void eightWhereTheStoreIsNoDirectory() throws Exception {
    try (Bench bench = org()) {
      Files.writeString(home.resolve("logs"), "precious");
      assertEquals(8, bench.run("logs", "fetch", "logs"));
      assertTrue(bench.err.contains("cannot be written"), bench.err);
      assertEquals(8, bench.run("logs", "verify", "nowhere"));
      assertEquals("precious", Files.readString(home.resolve("logs")));
    }
  }

  @Test
  void eightWhereTheMetricsCannotBeWrittenAndTheFilesAreStored() throws Exception {
    try (Bench bench = org()) {
      assertEquals(
          8,
          bench.run("logs", "fetch", "logs", "--metrics-file", "gone/aquila.prom", "-o", "json"));
      assertTrue(bench.out.startsWith("{\"listed\":35,\"stored\":35,"), bench.out);
      assertTrue(bench.err.contains("gone/aquila.prom cannot be written"), bench.err);
      assertEquals(0, bench.run("logs", "verify", "logs"));
    }
  }

  @Test
  void eightWhereStandardOutputIsFullAndTheFilesAreStored() throws Exception {
    try (Bench bench = org()) {
      assertEquals(8, bench.runInto(failing("No space left on device"), "logs", "fetch", "logs"));
      assertEquals(0, bench.run("logs", "audit", "logs"));
    }
  }

  @Test
  void zeroWhereTheReaderOfThePathsHasGoneAndTheFilesAreStored() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.runInto(failing("Broken pipe"), "logs", "fetch", "logs"));
      assertEquals(0, bench.run("logs", "audit", "logs"));
      assertEquals(0, bench.runInto(failing("Broken pipe"), "logs", "cat"));
      assertEquals("", bench.err);
    }
  }

  @Test
  void nineWhereSomeFilesAreNotStored() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(setup.conduct().withCallsLeft(5)));
      assertEquals(9, bench.run("logs", "fetch", "logs", "--api-reserve", "0"));
      assertTrue(bench.err.contains("31 of 35 files failed"), bench.err);
      assertTrue(bench.err.contains("and 21 more failed"), bench.err);
    }
  }

  @Test
  void nineWhereAnAuditFindsSomethingMissing() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.run("logs", "fetch", "logs", "--type", "Login"));
      assertEquals(0, bench.run("logs", "audit", "logs", "--type", "Login"));
      assertEquals(9, bench.run("logs", "audit", "logs"));
    }
  }

  @Test
  void tenWhereAnotherRunHoldsTheStore() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.run("logs", "fetch", "logs"));
      try (DirectoryLock lock =
          DirectoryLock.take(home.resolve("logs/.aquila/lock"), "process 1").orElseThrow()) {
        assertNotNull(lock);
        assertEquals(10, bench.run("logs", "fetch", "logs"));
        assertTrue(bench.err.contains("process 1"), bench.err);
      }
    }
  }

  @Test
  void zeroWhereTheReaderHasGone() throws Exception {
    try (Bench bench = org()) {
      assertEquals(0, bench.runInto(failing("Broken pipe"), "token"));
      assertEquals("", bench.err);
    }
  }

  @Test
  void everyCodeHasANumberAndANameOfItsOwn() {
    Set<Integer> numbers = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    Arrays.stream(ExitCode.values())
        .forEach(
            code -> {
              assertTrue(numbers.add(code.number()));
              assertTrue(kinds.add(code.kind()));
            });
  }

  @Test
  void theHelpNamesEveryCode() {
    Bench bench = new Bench(home);
    assertEquals(0, bench.run("--help"));
    String help = bench.out.replaceAll("\\s+", " ");
    for (ExitCode code : ExitCode.values()) {
      assertTrue(help.contains(code.number() + " " + code.kind()), code + " in " + help);
    }
  }

  private Bench org() throws Exception {
    Bench bench = new Bench(home.toRealPath());
    bench.startOrg(setup -> setup);
    return bench;
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
