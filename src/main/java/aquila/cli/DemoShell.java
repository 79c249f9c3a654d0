package aquila.cli;

import aquila.world.Terminal;
import aquila.world.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Types commands as a person would, in a directory that holds a configuration. */
final class DemoShell {
  private final Run run;
  private final Path directory;

  DemoShell(Run run, Path directory) {
    this.run = run;
    this.directory = directory;
  }

  /** What a command printed and how it ended. */
  record Shown(int code, String out, String err) {

    /** The lines of standard output. */
    List<String> lines() {
      return out.lines().toList();
    }

    /** What follows a word such as "cause" in the messages; the first one counts. */
    String message(String word) {
      String start = "aquila: " + word + ": ";
      return err.lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the demo expected a " + word + ": " + err));
    }
  }

  /** Runs a command that must succeed. */
  Shown succeed(String... args) {
    Shown shown = run(args);
    if (shown.code() != 0) {
      throw new IllegalStateException("the demo failed: " + shown.err());
    }
    return shown;
  }

  /** Runs a command. */
  Shown run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world = run.world();
    World inside =
        new World(
            world.clock(),
            world.sleep(),
            world.random(),
            Map.of("AQUILA_CONFIG", new SimulatorHome(directory).configurationFile().toString()),
            directory,
            directory,
            directory,
            directory,
            world.in(),
            out,
            err,
            Terminal.none(),
            world.cleanup(),
            world.secrets());
    int code = new Aquila(inside).run(args);
    return new Shown(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
