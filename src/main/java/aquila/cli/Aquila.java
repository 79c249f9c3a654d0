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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
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
    EarlyStart.of(world, words);
    return run(Set.copyOf(List.of(words))::contains, false, words);
  }

  /**
   * Runs a command line.
   *
   * @param isWanted by name, which commands may be meant
   * @param isWhole whether these are all there are
   */
  private int run(Predicate<String> isWanted, boolean isWhole, String... words) {
    String[] args = HelpText.withoutHelpCommand(words);
    Globals globals = new Globals();
    Messages messages = new Messages(world);
    Run run = new Run(world, globals, messages);
    AquilaCommand command = new AquilaCommand(run, commands);
    CommandLine line =
        command.line(
            globals, isWanted, !commands.headers().containsKey(args.length == 0 ? "" : args[0]));
    arrange(line);
    // Picocli prints a help text without looking whether it can be printed.
    StringWriter help = new StringWriter();
    line.setOut(new PrintWriter(help));
    line.setParameterExceptionHandler(
        (e, rejected) -> {
          if (command.isVersion()) {
            return version(help);
          }
          // Whose option it is can only be told with all of them.
          return !isWhole && UsageText.isMisplaced(e)
              ? run(name -> true, true, words)
              : usage(UsageText.of(e, args).withHelpOf(e.getCommandLine()), messages);
        });
    line.setExecutionStrategy(
        parsed -> {
          messages.setLevel(globals.isQuiet(), globals.isDebug());
          return command.isVersion() ? version(help) : new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler(
        (e, failed, parsed) ->
            e instanceof UsageFailure mistake
                ? usage(UsageText.of(mistake, failed), messages)
                : ended(e, run));
    Optional<UsageText> mistake = HelpText.mistake(commands, words);
    if (mistake.isPresent()) {
      return usage(mistake.get(), messages);
    }
    int code = line.execute(args);
    try {
      run.print(help.toString());
      return code;
    } catch (IOException e) {
      return ended(e, run);
    }
  }

  private void arrange(CommandLine line) {
    HelpText.arrange(line);
    // A field that a customer sent may begin with "@": it is a value, and not a file to read.
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        Help.defaultColorScheme(
            Colour.on(world, world.terminal().isOutput()) ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpWidth(80);
    line.registerConverter(Duration.class, Aquila::duration);
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
