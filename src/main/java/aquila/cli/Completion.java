package aquila.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell needs to complete a command line: a script with a frame of its own for each shell,
 * and tables that are made from the commands themselves.
 */
enum Completion {
  BASH {
    @Override
    String script(List<CompletedCommand> commands) {
      return filled(commands, CompletedCommand::names, CompletedCommand::optionNames);
    }
  },

  ZSH {
    @Override
    String script(List<CompletedCommand> commands) {
      return filled(commands, CompletedCommand::described, CompletedCommand::describedOptions);
    }
  },

  FISH {
    @Override
    String script(List<CompletedCommand> commands) {
      return FishCompletion.fill(frame(), commands);
    }
  };

  /** The script that a shell reads. */
  abstract String script(List<CompletedCommand> commands);

  /** The script for all commands below this one. */
  String script(CommandLine line) {
    List<CompletedCommand> commands = new ArrayList<>();
    CompletedCommand.collect("", line, commands);
    return script(commands);
  }

  String frame() {
    String name = "/aquila/completion/" + name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in =
        Objects.requireNonNull(Completion.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the frames are part of the program", e);
    }
  }

  /** The frame of a shell in which a table is a function with a branch for each command. */
  String filled(
      List<CompletedCommand> commands,
      Function<CompletedCommand, List<String>> names,
      Function<CompletedCommand, List<String>> options) {
    return frame()
        .replace("@COMMANDS@", cases(commands, names))
        .replace("@OPTIONS@", cases(commands, options))
        .replace("@VALUES@", valueCases(commands));
  }

  /** A branch for each command that prints these words, a line each. */
  private static String cases(
      List<CompletedCommand> commands, Function<CompletedCommand, List<String>> words) {
    StringBuilder cases = new StringBuilder();
    for (CompletedCommand command : commands) {
      List<String> lines = words.apply(command);
      if (!lines.isEmpty()) {
        cases.append("    ").append(quoted(command.path())).append(") printf '%s\\n'");
        lines.forEach(line -> cases.append(' ').append(quoted(line)));
        cases.append(" ;;\n");
      }
    }
    return cases.toString().stripTrailing();
  }

  /** A branch for each option with a value, and for each argument. */
  private static String valueCases(List<CompletedCommand> commands) {
    StringBuilder cases = new StringBuilder();
    for (CompletedCommand command : commands) {
      for (OptionSpec option : command.valued()) {
        for (String name : option.names()) {
          branch(cases, command.path() + "/" + name, command.value(option));
        }
      }
      command.argument().ifPresent(value -> branch(cases, command.path() + "/argument", value));
    }
    return cases.toString().stripTrailing();
  }

  private static void branch(StringBuilder cases, String what, String value) {
    cases.append("    ").append(quoted(what)).append(") printf '%s\\n' ");
    cases.append(quoted(value)).append(" ;;\n");
  }

  /** A word of the shell, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
