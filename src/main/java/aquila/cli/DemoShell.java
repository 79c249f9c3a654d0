package aquila.cli;

import aquila.world.Terminal;
import aquila.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types commands as a person would, and shows them with what they print. */
final class DemoShell {
  private final Run run;
  private final Path directory;

  DemoShell(Run run, Path directory) {
    this.run = run;
    this.directory = directory;
  }

  void say(String sentence) throws IOException {
    run.print(sentence + "\n");
  }

  /** Runs a command that must succeed, and shows what it prints. */
  void show(String... args) throws IOException {
    print(args, succeed(args));
  }

  /** Runs a command whose output is a token, of which only the length is shown. */
  void showToken(String... args) throws IOException {
    String token = succeed(args).strip();
    print(args, "(an access token of " + token.length() + " characters, not shown here)\n");
  }

  /** Runs a command that must fail, and shows what it says. */
  void showRefusal(String... args) throws IOException {
    Shown shown = run(args);
    if (shown.code() == 0) {
      throw new IllegalStateException("the demo expected a refusal");
    }
    print(args, shown.err() + "(exit code " + shown.code() + ")\n");
  }

  private record Shown(int code, String out, String err) {}

  private String succeed(String... args) {
    Shown shown = run(args);
    if (shown.code() != 0) {
      throw new IllegalStateException("the demo failed: " + shown.err());
    }
    return shown.out();
  }

  private Shown run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world = run.world();
    World inside =
        new World(
            world.clock(),
            world.sleep(),
            world.random(),
            Map.of(),
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

  private void print(String[] args, String output) throws IOException {
    String command =
        Stream.of(args)
            .map(arg -> arg.contains(" ") ? "\"" + arg + "\"" : arg)
            .collect(Collectors.joining(" "));
    // Where the files are does not matter here, and the name of a temporary directory is ugly.
    String shown = output.replace(directory + "/", "");
    run.print(
        "  $ aquila "
            + command
            + "\n"
            + shown.lines().map(l -> "    " + l + "\n").collect(Collectors.joining()));
  }
}
