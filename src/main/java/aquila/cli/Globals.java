package aquila.cli;

import aquila.config.ConfigChoice;
import aquila.config.Field;
import aquila.failure.UsageFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that every command takes, before or after its name: which configuration, how much to
 * say, and one for each setting. They are shown in the help of {@code aquila} itself and hidden in
 * that of the commands, which would drown in them.
 */
final class Globals {
  /** Those without a value. */
  static final Set<String> FLAGS =
      Set.of("-q", "--quiet", "--verbose", "--debug", "-h", "--help", "-V", "--version");

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final List<RepeatableOption> orgs = new ArrayList<>();
  private @Nullable String config;
  private boolean quiet;
  private boolean verbose;
  private boolean debug;

  /** Adds the options to a command. */
  void describe(Syntax syntax) {
    syntax.option(
        "--config",
        "FILE",
        "read this configuration file (or AQUILA_CONFIG)",
        value -> config = value);
    RepeatableOption given = new RepeatableOption();
    orgs.add(given);
    syntax.list(
        "--org",
        "NAME",
        "read NAME.properties of ~/.config/aquila or /etc/aquila (or AQUILA_ORG; default:"
            + " default); logs take several, or all",
        given);
    for (Field field : Field.values()) {
      // The simulator has options of its own that are called like settings.
      if (!syntax.has(field.option())) {
        syntax.option(
            field.option(), "VALUE", field.description(), value -> fields.put(field, value));
      }
    }
    syntax
        .flag("-q, --quiet", "say nothing but errors", () -> quiet = true)
        .flag("--verbose", "log each request, without secrets", () -> verbose = true)
        .flag("--debug", "log, and add stack traces to errors", () -> debug = true)
        .help();
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
}
