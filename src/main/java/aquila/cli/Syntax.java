package aquila.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How a command is used, put down for picocli: its options, its parameters and its help.
 *
 * <p>Picocli can also read all this from annotations; that reading costs every start of the program
 * more than the rest of the parsing (see docs/decisions/0013).
 */
final class Syntax {
  private final CommandSpec spec;
  private boolean areHidden;

  Syntax(CommandSpec spec) {
    this.spec = spec;
  }

  /** What the command does, in a paragraph. */
  Syntax description(String text) {
    spec.usageMessage().description(text);
    return this;
  }

  /** Lines that stand at the end of the help as they are. */
  Syntax footer(String... lines) {
    spec.usageMessage().footer(lines);
    return this;
  }

  /** The first line of the help, where it cannot be told from the options. */
  Syntax synopsis(String text) {
    spec.usageMessage().customSynopsis(text);
    return this;
  }

  /** There are too many options to name them all in the first line of the help. */
  Syntax manyOptions() {
    spec.usageMessage().abbreviateSynopsis(true);
    return this;
  }

  /** These commands stand behind its name. They are listed even where they are not made. */
  Syntax commands(Commands commands) {
    UsageMessageSpec usage = spec.usageMessage();
    Map<String, IHelpSectionRenderer> sections = new HashMap<>(usage.sectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    sections.put(
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
        help -> HelpText.commandList(commands, help.colorScheme()));
    usage.sectionMap(sections);
    return this;
  }

  /** What comes now is understood, and not shown in the help. */
  Syntax hidden(boolean hidden) {
    areHidden = hidden;
    return this;
  }

  /** An option without a value. */
  Syntax flag(String names, String description, Runnable taker) {
    return add(
        OptionSpec.builder(names.split(", "))
            .type(boolean.class)
            .setter(setter(Boolean.class, value -> onTrue(value, taker))),
        description);
  }

  /**
   * An option with a value.
   *
   * @param names one, or several as in {@code -o, --output}
   * @param label what stands for the value in the help
   * @param type what the value becomes: a type that picocli knows, or an enum
   */
  <T> Syntax option(
      Class<T> type, String names, String label, String description, Consumer<T> taker) {
    return add(
        OptionSpec.builder(names.split(", "))
            .type(type)
            .paramLabel(label)
            .setter(setter(type, taker)),
        description);
  }

  /** An option with a text. */
  Syntax option(String names, String label, String description, Consumer<String> taker) {
    return option(String.class, names, label, description, taker);
  }

  /** An option with a whole number. */
  Syntax number(String names, String label, String description, Consumer<Integer> taker) {
    return add(
        OptionSpec.builder(names.split(", "))
            .type(int.class)
            .paramLabel(label)
            .setter(setter(Integer.class, taker)),
        description);
  }

  /** An option that may be given more than once, each time with one text. */
  Syntax list(String name, String label, String description, RepeatableOption values) {
    return add(repeatable(name, label, values), description);
  }

  /** An option that may be given more than once, each time with one text or several. */
  Syntax commaList(String name, String label, String description, RepeatableOption values) {
    return add(repeatable(name, label, values).splitRegex(","), description);
  }

  /** What must stand behind the options. */
  <T> Syntax parameter(Class<T> type, String label, String description, Consumer<T> taker) {
    return parameter("1", type, label, description, taker);
  }

  /** What may stand behind the options. */
  <T> Syntax optionalParameter(Class<T> type, String label, String description, Consumer<T> taker) {
    return parameter("0..1", type, label, description, taker);
  }

  /** The option that shows this help. */
  Syntax help() {
    return add(
        OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class), "show this help");
  }

  /** Whether there is such an option already. */
  boolean has(String option) {
    return spec.optionsMap().containsKey(option);
  }

  private <T> Syntax parameter(
      String arity, Class<T> type, String label, String description, Consumer<T> taker) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(type)
            .index("0")
            .arity(arity)
            .required(arity.equals("1"))
            .paramLabel(label)
            .description(description)
            .setter(setter(type, taker))
            .build());
    return this;
  }

  private Syntax add(OptionSpec.Builder option, String description) {
    spec.addOption(option.description(description).hidden(areHidden).build());
    return this;
  }

  private static OptionSpec.Builder repeatable(String name, String label, RepeatableOption values) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .getter(values)
        .setter(values);
  }

  private static void onTrue(boolean value, Runnable taker) {
    if (value) {
      taker.run();
    }
  }

  /** Picocli first resets everything to null, which nobody has given. */
  private static <V> ISetter setter(Class<V> type, Consumer<V> taker) {
    return new ISetter() {
      @Override
      public <T> @Nullable T set(@Nullable T value) {
        if (value != null) {
          taker.accept(type.cast(value));
        }
        return null;
      }
    };
  }
}
