package aquila;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distribution that {@code mvn package} has made, and processes of it in another directory.
 *
 * @param elsewhere where they run; their HOME too
 */
record Distribution(Path elsewhere) {
  static final Path ROOT = Path.of(System.getProperty("aquila.distribution"));

  /** What the last process that was started has printed, to standard output or error. */
  Path out() {
    return elsewhere.resolve("out");
  }

  /** A copy of it in the other directory. */
  Path copy(String name) throws IOException {
    Path copy = elsewhere.resolve(name);
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(ROOT.relativize(file).toString()));
      }
    }
    return copy;
  }

  /** What the launcher says to Java. */
  String arguments(String words) throws Exception {
    return arguments(ROOT, words);
  }

  /** What the launcher of a copy says to Java. */
  String arguments(Path copy, String words) throws Exception {
    return argumentsTo(Path.of("/bin/echo"), copy, words);
  }

  /** What the launcher of a copy says to this Java, which prints what it is told. */
  String argumentsTo(Path java, Path copy, String words) throws Exception {
    String line = "AQUILA_JAVA=" + java + " " + copy.resolve("bin/aquila") + " " + words;
    assertEquals(0, ended(start("sh", "-c", line)));
    return Files.readString(out());
  }

  Process start(String... command) throws IOException {
    return builder(command).redirectOutput(out().toFile()).start();
  }

  ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", elsewhere.toString());
    return builder.redirectErrorStream(true);
  }

  static int ended(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
    return process.exitValue();
  }
}
