package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.failure.UsageFailure;
import aquila.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a run.
 *
 * @param values what was given, by field; an empty value counts as not given
 * @param file the configuration file that was read, or null
 * @param warnings what is odd and did no harm
 */
public record Settings(Map<Field, Setting> values, @Nullable Path file, List<String> warnings) {

  public Settings {
    values = Map.copyOf(values);
    warnings = List.copyOf(warnings);
  }

  /**
   * Collects the settings: an option beats a variable, a variable beats the file.
   *
   * @param options the values of options by field
   * @throws UsageFailure if the command line names two files
   * @throws ConfigFailure if the file cannot be found or read
   */
  public static Settings read(Map<Field, String> options, ConfigChoice choice, World world)
      throws UsageFailure, ConfigFailure {
    List<String> warnings = new ArrayList<>();
    Path file = new ConfigPlaces(world).choose(choice, warnings).orElse(null);
    Map<Field, Setting> values = new EnumMap<>(Field.class);
    if (file != null) {
      values.putAll(ConfigFile.read(file, warnings).settings());
    }
    for (Field field : Field.values()) {
      put(values, field, world.environment().get(field.variable()), variable(field, world));
      put(values, field, options.get(field), new Origin.Option(field, world.directory()));
    }
    return new Settings(values, file, warnings);
  }

  /** The setting of a field, or empty. */
  public Optional<Setting> find(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  private static Origin variable(Field field, World world) {
    return new Origin.Variable(field, world.directory());
  }

  private static void put(
      Map<Field, Setting> values, Field field, @Nullable String value, Origin origin) {
    if (value != null && !value.isBlank()) {
      values.put(field, new Setting(field, value, origin));
    }
  }
}
