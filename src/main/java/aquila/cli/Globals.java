package aquila.cli;

import aquila.config.ConfigChoice;
import aquila.config.Field;
import aquila.failure.UsageFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that every command takes, before or after its name: which configuration, how much to
 * say, and one for each setting. They are shown in the help of {@code aquila} itself and hidden in
 * that of the commands, which would drown in them.
 */
final class Globals {
  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final List<RepeatableOption> orgs = new ArrayList<>();
  private @Nullable String config;
  private boolean quiet;
  private boolean verbose;
  private boolean debug;

  /** Adds the options to a command. */
  void addTo(CommandSpec spec, boolean hidden) {
    text(spec, hidden, "--config", "FILE", "read this configuration file", v -> config = v);
    RepeatableOption given = new RepeatableOption();
    orgs.add(given);
    spec.addOption(
        OptionSpec.builder("--org")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("NAME")
            .description(
                "read NAME.properties of ~/.config/aquila or /etc/aquila (default: default)")
            .hidden(hidden)
            .getter(given)
            .setter(given)
            .build());
    for (Field field : Field.values()) {
      // The simulator has options of its own that are called like settings.
      if (spec.findOption(field.option()) == null) {
        text(
            spec,
            hidden,
            field.option(),
            "VALUE",
            field.description(),
            value -> fields.put(field, value));
      }
    }
    flag(spec, hidden, "say nothing but errors", () -> quiet = true, "-q", "--quiet");
    flag(spec, hidden, "log each request, without secrets", () -> verbose = true, "--verbose");
    flag(spec, hidden, "log, and add stack traces to errors", () -> debug = true, "--debug");
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .description("show this help")
            .hidden(hidden)
            .build());
  }

  Map<Field, String> fields() {
    return fields;
  }

  /** The orgs that the command line names. */
  List<String> orgs() {
    return orgs.stream().flatMap(given -> given.values().stream()).toList();
  }

  /** For a command that works on one org. */
  ConfigChoice choice() throws UsageFailure {
    List<String> names = orgs();
    if (names.size() > 1) {
      throw new UsageFailure("--org is given more than once, and this command works on one org");
    }
    return choice(names.isEmpty() ? null : names.get(0));
  }

  /** The same with this org, or with none. */
  ConfigChoice choice(@Nullable String org) {
    return new ConfigChoice(config, org);
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose || debug;
  }

  boolean isDebug() {
    return debug;
  }

  private static void text(
      CommandSpec spec,
      boolean hidden,
      String name,
      String label,
      String description,
      Consumer<String> taker) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .hidden(hidden)
            .setter(taking(taker))
            .build());
  }

  private static void flag(
      CommandSpec spec, boolean hidden, String description, Runnable taker, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(boolean.class)
            .description(description)
            .hidden(hidden)
            .setter(
                new ISetter() {
                  @Override
                  public <T> @Nullable T set(T value) {
                    if (Boolean.TRUE.equals(value)) {
                      taker.run();
                    }
                    return null;
                  }
                })
            .build());
  }

  private static ISetter taking(Consumer<String> taker) {
    return new ISetter() {
      @Override
      public <T> @Nullable T set(T value) {
        // Picocli first resets every option to null.
        if (value instanceof String text) {
          taker.accept(text);
        }
        return null;
      }
    };
  }
}
