package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Aquila in a process of its own, for what only such a one can show.
 *
 * @param home its home and working directory
 */
record OwnProcess(Path home) {

  /** What starts it. */
  static List<String> command(List<String> flags, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "aquila.Main"));
    command.addAll(List.of(words));
    return command;
  }

  /**
   * Runs a command to its end, with what it prints in {@code stdout.txt} and {@code stderr.txt}.
   */
  int run(List<String> command) throws IOException, InterruptedException {
    return ended(start(command));
  }

  /** As {@link #run}, but while it still runs. */
  Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.redirectOutput(home.resolve("stdout.txt").toFile());
    builder.redirectError(home.resolve("stderr.txt").toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder.start();
  }

  /** Waits for its end and returns its exit code. */
  static int ended(Process process) throws InterruptedException {
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process does not end");
    return process.exitValue();
  }

  String err() throws IOException {
    return Files.readString(home.resolve("stderr.txt"));
  }

  /** The files below a directory of its home that end like this. */
  List<Path> files(String directory, String end) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
