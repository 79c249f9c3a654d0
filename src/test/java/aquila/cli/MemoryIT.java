package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are several times as long as the heap: nothing may hold one. */
class MemoryIT {
  private static final long SIZE = 100L << 20;
  private static final List<String> HEAP = List.of("-Xmx24m", "-XX:+UseSerialGC");

  @TempDir Path directory;
  private Bench bench;
  private OwnProcess aquila;

  @BeforeEach
  void start() throws Exception {
    Path home = directory.toRealPath();
    aquila = new OwnProcess(home);
    bench = new Bench(home);
    bench.startOrg(
        setup ->
            setup.with(setup.eventLogs().withDays(1).withTypes(List.of("RestApi")).withSize(SIZE)));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void catHoldsARowAndNotAFile(String form) throws Exception {
    int code = aquila.run(OwnProcess.command(HEAP, "logs", "cat", "-o", form));
    assertEquals(0, code, aquila.err());
    assertTrue(Files.size(aquila.home().resolve("stdout.txt")) > SIZE / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--gzip"})
  void fetchAndVerifyHoldABlockAndNotAFile(String word) throws Exception {
    int code = aquila.run(OwnProcess.command(HEAP, "logs", "fetch", "logs", word));
    assertEquals(0, code, aquila.err());
    String end = word.equals("--gzip") ? ".csv.gz" : ".csv";
    assertEquals(1, aquila.files("logs", end).size());
    assertEquals(0, aquila.run(OwnProcess.command(HEAP, "logs", "verify", "logs")), aquila.err());
  }
}
