package aquila.cli;

import aquila.config.NearestName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in our words. Values of options are not repeated: what stands
 * behind an unknown option may be a passphrase.
 *
 * @param fact the mistake
 * @param hints what was probably meant
 */
record UsageText(String fact, List<String> hints) {

  static UsageText of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return plain(name(twice.getOverwritten()) + " is given more than once");
    }
    ArgSpec arg = e.getArgSpec();
    if (arg != null && e.getValue() != null && arg.type() != boolean.class) {
      return plain(name(arg) + ": '" + e.getValue() + "' is not " + wanted(arg));
    }
    return plain(arg == null ? String.valueOf(e.getMessage()) : name(arg) + " takes no value");
  }

  private static UsageText plain(String fact) {
    return new UsageText(fact, List.of());
  }

  private static UsageText missing(MissingParameterException e) {
    ArgSpec arg = e.getMissing().isEmpty() ? e.getArgSpec() : e.getMissing().get(0);
    if (arg == null) {
      return plain("something is missing");
    }
    return plain(
        arg.isOption()
            ? name(arg) + " needs a value: " + arg.paramLabel()
            : name(arg) + " is missing");
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  /** What a value would have to be. */
  private static String wanted(ArgSpec arg) {
    Class<?> type = arg.isMultiValue() ? arg.auxiliaryTypes()[0] : arg.type();
    if (type.isEnum()) {
      return "one of "
          + Stream.of(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (type == Duration.class) {
      return "a time such as 500ms, 30s, 5m, 2h or 7d";
    }
    return type == Path.class ? "a path" : "a number";
  }

  private static UsageText unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (first.startsWith("-")) {
      String name = first.replaceFirst("=.*", "");
      return new UsageText("unknown option " + name, meantOption(name, command));
    }
    return command.parent() == null && command.positionalParameters().isEmpty()
        ? unknownCommand(first, command.subcommands().keySet())
        : new UsageText(
            "unexpected argument " + first, meant(first, command.subcommands().keySet()));
  }

  private static List<String> meantOption(String name, CommandSpec command) {
    if (List.of("--version", "-V").contains(name)) {
      return List.of("did you mean aquila --version?");
    }
    for (var sub : command.subcommands().entrySet()) {
      if (sub.getValue().getCommandSpec().optionsMap().containsKey(name)) {
        return List.of(name + " is an option of " + sub.getKey() + " and comes behind that word");
      }
    }
    return meant(name, command.optionsMap().keySet());
  }

  static UsageText unknownCommand(String name, Set<String> known) {
    return new UsageText("unknown command " + name, meant(name, known));
  }

  private static List<String> meant(String typed, Set<String> known) {
    return NearestName.among(typed, known).map(name -> "did you mean " + name + "?").stream()
        .toList();
  }
}
