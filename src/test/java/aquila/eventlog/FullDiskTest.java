package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aquila.failure.ExitCode;
import aquila.failure.StoreFailure;
import aquila.file.SyncedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small file system of its own, which only root may mount; skipped for everybody else. */
class FullDiskTest {
  private static final int LENGTH = 50_000;

  @TempDir Path home;
  private Path disk;
  private FetchBench bench;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        Files.exists(Path.of("/proc/mounts"))
            && run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs"),
        "only root can mount");
    bench = new FetchBench(disk.resolve("logs"));
    bench.lists(
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> Samples.daily(n, "2026-11-25T03:00:00Z", LENGTH))
            .toArray(EventLogFile[]::new));
    bench.org.file = asked -> RawReply.csv(new byte[LENGTH]);
  }

  @AfterEach
  void unmount() throws Exception {
    if (bench != null) {
      bench.close();
      assertTrue(run("umount"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFullDiskIsACleanFailure(int parallel) throws Exception {
    bench.options =
        new FetchOptions(parallel, Duration.ZERO, ApiReserve.parse("0").orElseThrow(), false);
    FetchReport report = bench.run();
    assertEquals(ExitCode.STORE, report.exitCode());
    assertTrue(report.local().fact().contains("No space left"), report.local().fact());
    assertTrue(report.stored() >= 3 && report.stored() <= 8, report.stored() + " stored");
    assertEquals(List.of(), bench.leftovers());
    assertEquals(report.stored(), bench.stored().size());
    assertEquals(report.stored(), Verification.of(bench.directory).good());
    // No other file is begun after the first that did not fit.
    assertTrue(bench.org.paths("LogFile").size() <= report.stored() + parallel);

    assertTrue(run("mount", "-o", "remount,size=4m", "tmpfs"));
    FetchReport next = bench.run();
    assertEquals(20, report.stored() + next.stored());
    assertEquals(ExitCode.OK, next.exitCode());
    assertEquals(20, Verification.of(bench.directory).good());
  }

  @Test
  void aFullDiskFromTheBeginningIsACleanFailure() throws Exception {
    fill();
    assertThrows(StoreFailure.class, bench::run);
    Files.delete(disk.resolve("ballast"));
    assertTrue(run("mount", "-o", "remount,size=4m", "tmpfs"));
    assertEquals(20, bench.run().stored());
  }

  @Test
  void aDiskThatCannotBeWrittenIsACleanFailure() throws Exception {
    assertTrue(run("mount", "-o", "remount,size=4m", "tmpfs"));
    bench.run();
    assertTrue(run("mount", "-o", "remount,ro", "tmpfs"));
    StoreFailure failure = assertThrows(StoreFailure.class, bench::run);
    assertTrue(failure.fact().contains("cannot be written"), failure.fact());
    assertEquals(20, Verification.of(bench.directory).good());
  }

  @Test
  void ofALineThatDoesNotFitNothingStays() throws Exception {
    Path file = disk.resolve("log");
    try (SyncedLog log = SyncedLog.open(file, 0)) {
      log.add("one\n");
      IOException full = assertThrows(IOException.class, () -> log.add("x".repeat(1 << 20)));
      assertTrue(full.getMessage().contains("space"), full.getMessage());
      assertEquals(4, log.length());
      log.add("two\n");
    }
    assertEquals("one\ntwo\n", Files.readString(file));
  }

  private void fill() throws IOException {
    try (var out = Files.newOutputStream(disk.resolve("ballast"))) {
      IOException full = assertThrows(IOException.class, () -> out.write(new byte[1 << 20]));
      assertTrue(full.getMessage().contains("space"), full.getMessage());
    }
  }

  private boolean run(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.add(disk.toString());
    return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
  }
}
