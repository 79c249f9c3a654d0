package aquila.cli;

import aquila.config.DurationText;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** The program: parses the command line, runs one command, and turns what happened into a code. */
public final class Aquila {
  private final World world;
  private final Commands commands;

  public Aquila(World world) {
    this(world, Commands.all());
  }

  Aquila(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  /** Runs a command line and returns the exit code. */
  public int run(String... words) {
    String[] args = HelpText.withoutHelpCommand(words);
    Globals globals = new Globals();
    Messages messages = new Messages(world);
    Run run = new Run(world, globals, messages);
    AquilaCommand command = new AquilaCommand(run);
    CommandLine line = line(command, run, globals, args);
    // Picocli prints a help text without looking whether it can be printed.
    StringWriter help = new StringWriter();
    line.setOut(new PrintWriter(help));
    line.setParameterExceptionHandler(
        (e, rejected) ->
            command.version
                ? version(help)
                : usage(UsageText.of(e, args).withHelpOf(e.getCommandLine()), messages));
    line.setExecutionStrategy(
        parsed -> {
          messages.setLevel(globals.isQuiet(), globals.isDebug());
          return command.version ? version(help) : new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler(
        (e, failed, parsed) ->
            e instanceof UsageFailure mistake
                ? usage(UsageText.of(mistake, failed), messages)
                : ended(e, run));
    Optional<UsageText> mistake = HelpText.mistake(line, words);
    if (mistake.isPresent()) {
      return usage(mistake.get().withHelpOf(line), messages);
    }
    int code = line.execute(args);
    try {
      run.print(help.toString());
      return code;
    } catch (IOException e) {
      return ended(e, run);
    }
  }

  private CommandLine line(AquilaCommand top, Run run, Globals globals, String... args) {
    CommandLine line = new CommandLine(top);
    globals.addTo(line.getCommandSpec(), false);
    HelpText.arrange(line);
    for (Map.Entry<String, Function<Run, Object>> command : wanted(args)) {
      Object made = command.getValue().apply(run);
      CommandLine sub = made instanceof CommandLine whole ? whole : new CommandLine(made);
      addGlobals(globals, sub.getCommandSpec());
      line.addSubcommand(command.getKey(), sub);
    }
    // A field that a customer sent may begin with "@": it is a value, and not a file to read.
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        Help.defaultColorScheme(
            Colour.on(world, world.terminal().isOutput()) ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpWidth(80);
    line.registerConverter(Duration.class, Aquila::duration);
    return line;
  }

  private static void addGlobals(Globals globals, CommandSpec spec) {
    globals.addTo(spec, true);
    // In the order of the source: sorting follows the rules of the user's language.
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    spec.subcommands().values().forEach(sub -> addGlobals(globals, sub.getCommandSpec()));
  }

  /** Making a command costs time, so only those are made whose name is there; without any, all. */
  private List<Map.Entry<String, Function<Run, Object>>> wanted(String... args) {
    List<Map.Entry<String, Function<Run, Object>>> named =
        commands.makers().entrySet().stream()
            .filter(command -> List.of(args).contains(command.getKey()))
            .toList();
    boolean isHelp = Stream.of(args).anyMatch(List.of("help", "-h", "--help")::contains);
    return named.isEmpty() || isHelp ? List.copyOf(commands.makers().entrySet()) : named;
  }

  private static Duration duration(String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a time such as 500ms, 30s, 5m, 2h or 7d"));
  }

  /** Whoever asks for it wants nothing else, whatever else is on the line. */
  private static int version(StringWriter out) {
    out.write(Version.line() + "\n");
    return ExitCode.OK.number();
  }

  private static int usage(UsageText text, Messages messages) {
    messages.usageError(text.fact(), text.hints());
    return ExitCode.USAGE.number();
  }

  private static int ended(Exception e, Run run) {
    if (e instanceof Failure failure) {
      return run.tell(failure).number();
    }
    if (e instanceof ResultStream.Refused refused) {
      return refused.isClosedPipe()
          ? ExitCode.OK.number()
          : run.tell(new StoreFailure("standard output cannot be written: " + refused.getMessage()))
              .number();
    }
    run.messages().bug(e);
    return ExitCode.BUG.number();
  }
}
