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

    /** What follows a word such as "hint" in the messages. */
    List<String> messages(String word) {
      String start = "aquila: " + word + ": ";
      return err.lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }

    /** The titles of the checks that failed, in a report. */
    List<String> failures() {
      return lines().stream()
          .filter(line -> line.contains(" fail  "))
          .map(line -> line.replaceFirst("^.* fail +", ""))
          .toList();
    }
  }

  /** This machine does not let a command do what it should. */
  static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Shown shown;

    Stopped(String command, Shown shown) {
      super(command);
      this.shown = shown;
    }

    Shown shown() {
      return shown;
    }
  }

  /** Runs a command that must succeed. */
  Shown succeed(String... args) throws Stopped {
    Shown shown = run(args);
    if (shown.code() != 0) {
      throw new Stopped(String.join(" ", args), shown);
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
