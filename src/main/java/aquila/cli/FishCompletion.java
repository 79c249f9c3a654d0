package aquila.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of fish, which wants a line for each thing that can be completed. */
final class FishCompletion {

  private FishCompletion() {}

  static String fill(String frame, List<CompletedCommand> commands) {
    return frame
        .replace("@COMMANDS@", cases(commands, false))
        .replace("@VALUED@", cases(commands, true))
        .replace(
            "@COMPLETE@",
            commands.stream()
                .map(FishCompletion::lines)
                .collect(Collectors.joining())
                .stripTrailing());
  }

  private static String cases(List<CompletedCommand> commands, boolean isAboutOptions) {
    StringBuilder cases = new StringBuilder();
    for (CompletedCommand command : commands) {
      List<String> words =
          isAboutOptions
              ? command.valued().stream().flatMap(option -> Stream.of(option.names())).toList()
              : command.names();
      if (!words.isEmpty()) {
        cases.append("        case ").append(quoted(command.path()));
        cases.append("\n            printf '%s\\n' ").append(String.join(" ", words)).append('\n');
      }
    }
    return cases.toString().stripTrailing();
  }

  private static String lines(CompletedCommand command) {
    String at = "complete -c aquila -n " + quoted("__aquila_at " + quotedInside(command.path()));
    StringBuilder lines = new StringBuilder();
    command
        .line()
        .getSubcommands()
        .forEach(
            (name, below) ->
                lines
                    .append(at)
                    .append(" -a ")
                    .append(name)
                    .append(" -d ")
                    .append(quoted(CompletedCommand.header(below)))
                    .append('\n'));
    for (OptionSpec option : command.options()) {
      lines.append(at);
      for (String name : option.names()) {
        lines.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      if (option.type() != boolean.class) {
        String value = command.value(option);
        // -x: nothing but what is listed here; without it, fish adds the names of files.
        lines.append(value.equals(CompletedValue.FILE) ? " -r" : " -x").append(values(value));
      }
      lines.append(" -d ").append(quoted(CompletedCommand.description(option))).append('\n');
    }
    command.argument().ifPresent(value -> lines.append(at).append(values(value)).append('\n'));
    return lines.toString();
  }

  private static String values(String value) {
    if (value.startsWith(CompletedValue.LIST)) {
      return " -a "
          + quoted("(__aquila_list " + value.substring(CompletedValue.LIST.length()) + ")");
    }
    return switch (value) {
      case CompletedValue.ANY -> "";
      case CompletedValue.FILE -> " -F";
      case CompletedValue.DIRECTORY -> " -a '(__fish_complete_directories)'";
      case CompletedValue.ORGS -> " -a '(__aquila_orgs)'";
      case CompletedValue.ORGS + " all" -> " -a '(__aquila_orgs) all'";
      default -> " -a " + quoted(value);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String quotedInside(String text) {
    return "\"" + text + "\"";
  }
}
