package aquila.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as a shell completes it.
 *
 * @param path the words behind {@code aquila} that lead to it, for example {@code logs fetch}
 * @param line the command with those below it
 */
record CompletedCommand(String path, CommandLine line) {

  /** Adds a command and all below it to a list. */
  static void collect(String path, CommandLine line, List<CompletedCommand> list) {
    list.add(new CompletedCommand(path, line));
    line.getSubcommands()
        .forEach((name, below) -> collect((path + " " + name).strip(), below, list));
  }

  /** The commands behind it. */
  List<String> names() {
    return List.copyOf(line.getSubcommands().keySet());
  }

  /** The same as {@code name:header}. */
  List<String> described() {
    return line.getSubcommands().entrySet().stream()
        .map(below -> below.getKey() + ":" + header(below.getValue()))
        .toList();
  }

  static String header(CommandLine line) {
    return String.join(" ", line.getCommandSpec().usageMessage().header());
  }

  List<OptionSpec> options() {
    return line.getCommandSpec().options();
  }

  List<String> optionNames() {
    return options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  /** The options as {@code name:description}. */
  List<String> describedOptions() {
    List<String> described = new ArrayList<>();
    for (OptionSpec option : options()) {
      for (String name : option.names()) {
        described.add(name + ":" + description(option));
      }
    }
    return described;
  }

  static String description(OptionSpec option) {
    return String.join(" ", option.description()).replace("%%", "%");
  }

  /** The options that have a value. */
  List<OptionSpec> valued() {
    return options().stream().filter(option -> option.type() != boolean.class).toList();
  }

  /** What may stand for the value of an option; only {@code logs} works on all orgs. */
  String value(OptionSpec option) {
    String value = CompletedValue.of(option);
    return value.equals(CompletedValue.ORGS) && (path.isEmpty() || path.startsWith("logs"))
        ? value + " all"
        : value;
  }

  /** What its argument may be, if it has one. */
  Optional<String> argument() {
    CommandSpec spec = line.getCommandSpec();
    return spec.positionalParameters().isEmpty()
        ? Optional.empty()
        : Optional.of(CompletedValue.of(spec.positionalParameters().get(0)));
  }
}
