package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, real streams, the log. */
class ProcessTest {

  @TempDir Path home;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalEndsTheSimulatorWith130AndLeavesNothing() throws Exception {
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    Process process = start("simulate", "--port", "0");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.equals("# ready")) {
          assertEquals(1, children(temporary).size());
          process.toHandle().destroy();
        }
      }
      assertEquals(7, lines.size(), lines.toString());
    }
    assertEquals(130, ended(process));
    assertEquals(List.of(), children(temporary));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptedFetchReportsWhatItHasDoneAndBlamesNobody() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(setup.eventLogs().withSize(4_000_000)));
      Path store = home.resolve("logs");
      Process process = start("logs", "fetch", store.toString(), "-o", "json");
      while (!holdsCsv(store)) {
        assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), "it ended too soon");
      }
      process.toHandle().destroy();
      JsonNode report = new ObjectMapper().readTree(process.getInputStream());
      String err = text(process.getErrorStream());
      assertEquals(130, ended(process), err);
      assertEquals(
          "{\"error\":{\"kind\":\"interrupted\",\"exit\":130,\"message\":\"interrupted\",\"hints\":"
              + "[\"what is stored is whole; the next run goes on from there\"]}}\n",
          err);
      assertEquals(
          report.get("listed").asInt(),
          report.get("stored").asInt() + report.get("failed").asInt());
      List<String> reasons =
          report.get("files").findValuesAsText("error").stream().distinct().toList();
      assertTrue(
          Set.of("the run was interrupted", "not tried: the run was interrupted")
              .containsAll(reasons),
          reasons::toString);
      assertFalse(reasons.isEmpty());
      assertEquals(List.of(), children(store.resolve(".aquila/incoming")));
    }
  }

  private static boolean holdsCsv(Path store) throws IOException {
    if (!Files.exists(store.resolve("interval=daily"))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(store.resolve("interval=daily"))) {
      return files.anyMatch(file -> file.toString().endsWith(".csv"));
    }
  }

  @Test
  void verboseIsOneLineARequestOnStandardError() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      Process process = start("token", "--verbose");
      String err = text(process.getErrorStream());
      assertEquals(0, ended(process), err);
      assertTrue(
          err.matches(
              "[0-9:.]{12} INFO aquila.http - POST 127.0.0.1:[0-9]+/services/oauth2/token 200"
                  + " [0-9]+ bytes [0-9]+ ms\\R"),
          err);
    }
  }

  @Test
  void withoutVerboseNoLogIsLoaded() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      Process process = start(List.of("-verbose:class"), List.of("token"));
      String out = text(process.getInputStream());
      assertEquals(0, ended(process), out);
      assertTrue(out.contains("aquila.token.TokenEndpoint"), "classes are listed");
      assertFalse(out.contains("org.slf4j.simple"), "slf4j-simple is loaded");
      assertFalse(out.contains("org.bouncycastle"), "BouncyCastle is loaded");
      assertFalse(out.contains("com.fasterxml.jackson.databind.ObjectMapper "), "the mapper is");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "tokn", "token --help"})
  void whatKnowsNoJsonLoadsNone(String words) throws Exception {
    Process process = start(List.of("-verbose:class"), List.of(words.split(" ")));
    String out = text(process.getInputStream());
    ended(process);
    assertTrue(out.contains("aquila.cli.Messages"), "classes are listed");
    assertFalse(out.contains("com.fasterxml.jackson"), "JSON is loaded");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDeviceIsNoSilentSuccess() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists());
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      Process process = builder(List.of(), List.of("token")).redirectOutput(full).start();
      String err = text(process.getErrorStream());
      assertEquals(8, ended(process), err);
      assertTrue(err.startsWith("aquila: error: standard output cannot be written"), err);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "key --help", "query -o csv SELECT_Id,Name_FROM_Contact", "logs cat"})
  @DisabledOnOs(OS.WINDOWS)
  void aFullDeviceIsNoSilentSuccessForHelpAndCsvEither(String words) throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists());
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      Process process = builder(List.of(), args(words)).redirectOutput(full).start();
      String err = text(process.getErrorStream());
      assertEquals(8, ended(process), err);
      assertTrue(err.startsWith("aquila: error: standard output cannot be written"), err);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query -o ndjson SELECT_Id,Name,Email_FROM_Contact",
        "query -o csv SELECT_Id,Name,Email_FROM_Contact",
        "logs cat",
        "logs cat -o ndjson"
      })
  void aReaderThatGoesAwayIsNoError(String words) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(setup.eventLogs().withSize(300_000)));
      Process process = builder(List.of(), args(words)).start();
      try (InputStream out = process.getInputStream()) {
        assertTrue(out.read() > ' ');
      }
      assertEquals("", text(process.getErrorStream()));
      assertEquals(0, ended(process));
    }
  }

  /** An underscore stands for a blank within a word. */
  private static List<String> args(String words) {
    return Stream.of(words.split(" ", -1)).map(word -> word.replace('_', ' ')).toList();
  }

  private Process start(String... args) throws IOException {
    return start(List.of(), List.of(args));
  }

  private Process start(List<String> flags, List<String> args) throws IOException {
    return builder(flags, args).start();
  }

  private ProcessBuilder builder(List<String> flags, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-XX:TieredStopAtLevel=1");
    if (Files.exists(home.resolve("tmp"))) {
      command.add("-Djava.io.tmpdir=" + home.resolve("tmp"));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "aquila.Main"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toRealPath().toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder;
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(child -> !child.toString().contains("hsperf")).toList();
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int ended(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
    return process.exitValue();
  }
}
