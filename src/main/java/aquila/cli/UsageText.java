package aquila.cli;

import aquila.config.NearestName;
import aquila.failure.UsageFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in our words. What stands behind an unknown option is not
 * repeated, since it may be a passphrase.
 *
 * @param fact the mistake
 * @param hints what was probably meant
 */
record UsageText(String fact, List<String> hints) {

  /**
   * What picocli has found.
   *
   * @param typed the words of the command line
   */
  static UsageText of(ParameterException e, String... typed) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, List.of(typed));
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing, typed);
    }
    ArgSpec arg =
        e instanceof OverwrittenOptionException twice ? twice.getOverwritten() : e.getArgSpec();
    if (arg == null) {
      return plain("the command line cannot be understood");
    }
    String name = name(arg, typed);
    if (e instanceof OverwrittenOptionException) {
      return plain(name + " is given more than once");
    }
    return arg.type() == boolean.class || e.getValue() == null
        ? plain(name + " takes no value")
        : plain(name + ": '" + e.getValue() + "' is " + unfit(arg, e.getValue()));
  }

  /** Whether an option is unknown where it may be that of a command behind. */
  static boolean isMisplaced(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && isOption(unmatched.getUnmatched().get(0))
        && !commands(e.getCommandLine()).isEmpty();
  }

  private static Commands commands(CommandLine line) {
    return line.getCommand() instanceof Command command ? command.commands() : new Commands();
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1;
  }

  /** What a command itself has found, usually with its own hints. */
  static UsageText of(UsageFailure failure, CommandLine command) {
    UsageText text = new UsageText(failure.fact(), failure.hints());
    return text.hints.isEmpty() ? text.withHelpOf(command) : text;
  }

  /** The same, with the place where the right form is described. */
  UsageText withHelpOf(CommandLine command) {
    return withHelpOf(command.getCommandSpec().qualifiedName());
  }

  /** The same, by the words that lead to the command. */
  UsageText withHelpOf(String command) {
    String see = "see " + command + " --help";
    return new UsageText(fact, Stream.concat(hints.stream(), Stream.of(see)).toList());
  }

  static UsageText unknownCommand(String name, Commands known) {
    String group = known.groupOf(name);
    List<String> hints =
        group == null
            ? meant(name, known.headers().keySet())
            : List.of("did you mean " + group + " " + name + "?");
    return new UsageText("unknown command " + (name.isEmpty() ? "''" : name), hints);
  }

  private static UsageText plain(String fact) {
    return new UsageText(fact, List.of());
  }

  private static UsageText missing(MissingParameterException e, String... typed) {
    ArgSpec arg = e.getMissing().isEmpty() ? e.getArgSpec() : e.getMissing().get(0);
    if (arg == null) {
      return plain("something is missing");
    }
    return plain(
        arg.isOption()
            ? name(arg, typed) + " needs a value: " + arg.paramLabel()
            : arg.paramLabel() + " is missing");
  }

  /** An option's name as it was typed. */
  private static String name(ArgSpec arg, String... typed) {
    if (!(arg instanceof OptionSpec option)) {
      return arg.paramLabel();
    }
    return Stream.of(option.names())
        .filter(
            name ->
                Stream.of(typed).anyMatch(word -> word.equals(name) || word.startsWith(name + "=")))
        .findFirst()
        .orElse(option.longestName());
  }

  private static String unfit(ArgSpec arg, String value) {
    Class<?> type = arg.isMultiValue() ? arg.auxiliaryTypes()[0] : arg.type();
    if (type.isEnum()) {
      return "not one of " + choices(type, ", ");
    }
    if (type == Duration.class) {
      return "not a time such as 500ms, 30s, 5m, 2h or 7d";
    }
    if (type == Path.class) {
      return "not a path";
    }
    return value.matches("[+-]?[0-9]+") ? "out of range" : "not a whole number";
  }

  /** The words that stand for the constants of an enum. */
  static String choices(Class<?> type, String between) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(between));
  }

  private static UsageText unmatched(UnmatchedArgumentException e, List<String> typed) {
    String first = e.getUnmatched().get(0);
    CommandLine command = e.getCommandLine();
    if (isOption(first)) {
      String name = optionName(first);
      return new UsageText("unknown option " + name, meantOption(name, command, typed));
    }
    Commands commands = commands(command);
    if (commands.isEmpty() && command.getCommandName().equals("query")) {
      return new UsageText(
          "unexpected argument " + first, List.of("a query is one word: put it in quotes"));
    }
    return commands.isEmpty()
        ? plain("unexpected argument " + first)
        : unknownCommand(first, commands);
  }

  /** Without a value that is joined to it, as in {@code --word=value} and {@code -wvalue}. */
  private static String optionName(String word) {
    return word.startsWith("--") ? word.replaceFirst("(?s)=.*", "") : word.substring(0, 2);
  }

  private static List<String> meantOption(String name, CommandLine command, List<String> typed) {
    if (HelpText.VERSION.contains(name)) {
      return List.of("did you mean aquila --version?");
    }
    CommandLine named = named(command, typed);
    CommandSpec spec = named.getCommandSpec();
    if (named != command && spec.optionsMap().containsKey(name)) {
      return List.of(
          name
              + " belongs to "
              + spec.name()
              + " and comes behind it: "
              + spec.qualifiedName()
              + " "
              + name
              + " …");
    }
    if (isOfSome(name, command)) {
      return List.of(name + " belongs to a command and comes behind its name");
    }
    // To a single letter, every other one is near.
    return name.length() == 2
        ? List.of()
        : meant(name, command.getCommandSpec().optionsMap().keySet());
  }

  /** The command that was typed behind the option, or this one. */
  private static CommandLine named(CommandLine command, List<String> typed) {
    CommandLine at = command;
    for (String word : typed) {
      at = at.getSubcommands().getOrDefault(word, at);
    }
    return at;
  }

  private static boolean isOfSome(String name, CommandLine command) {
    return command.getSubcommands().values().stream()
        .anyMatch(
            sub -> sub.getCommandSpec().optionsMap().containsKey(name) || isOfSome(name, sub));
  }

  private static List<String> meant(String typed, Set<String> known) {
    return NearestName.among(typed, known).map(name -> "did you mean " + name + "?").stream()
        .toList();
  }
}
