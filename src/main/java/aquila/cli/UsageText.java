package aquila.cli;

import aquila.config.NearestName;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
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
    String message = String.valueOf(e.getMessage());
    return new UsageText(
        Character.toLowerCase(message.charAt(0)) + message.substring(1), List.of());
  }

  private static UsageText unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (first.startsWith("-")) {
      String name = first.replaceFirst("=.*", "");
      return new UsageText("unknown option " + name, meant(name, command.optionsMap().keySet()));
    }
    return command.parent() == null && command.positionalParameters().isEmpty()
        ? unknownCommand(first, command.subcommands().keySet())
        : new UsageText(
            "unexpected argument " + first, meant(first, command.subcommands().keySet()));
  }

  static UsageText unknownCommand(String name, Set<String> known) {
    return new UsageText("unknown command " + name, meant(name, known));
  }

  private static List<String> meant(String typed, Set<String> known) {
    return NearestName.among(typed, known).map(name -> "did you mean " + name + "?").stream()
        .toList();
  }
}
