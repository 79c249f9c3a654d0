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
 * @param file the configuration file that was found, or null
 * @param notices what is wrong or odd about the file
 */
public record Settings(Map<Field, Setting> values, @Nullable Path file, List<FileNotice> notices) {

  public Settings {
    values = Map.copyOf(values);
    notices = List.copyOf(notices);
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
    Settings settings = survey(options, choice, world);
    for (FileNotice notice : settings.notices) {
      if (notice.kind().isError()) {
        throw notice.asFailure();
      }
    }
    return settings;
  }

  /**
   * As {@link #read}, but goes on where that stops: all that is wrong with the file becomes a
   * notice, and what can be read is read.
   *
   * @throws UsageFailure if the command line names two files
   */
  public static Settings survey(Map<Field, String> options, ConfigChoice choice, World world)
      throws UsageFailure {
    List<FileNotice> notices = new ArrayList<>();
    Map<Field, Setting> values = new EnumMap<>(Field.class);
    Path file = null;
    ConfigPlaces places = new ConfigPlaces(world);
    try {
      file = places.choose(choice, notices).orElse(null);
      if (file != null) {
        values.putAll(ConfigFile.read(file, notices).settings());
      }
    } catch (ConfigFailure e) {
      notices.add(FileNotice.whole(FileNotice.Kind.NOT_FOUND, e));
    }
    for (Field field : Field.values()) {
      put(values, field, world.environment().get(field.variable()), variable(field, world));
      put(values, field, options.get(field), new Origin.Option(field, world.directory()));
    }
    if (file == null && !values.keySet().containsAll(Field.required())) {
      places
          .closed()
          .ifPresent(
              text -> notices.add(FileNotice.odd(FileNotice.Kind.CLOSED_PLACE, null, null, text)));
    }
    return new Settings(values, file, notices);
  }

  /** The setting of a field, or empty. */
  public Optional<Setting> find(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** What is odd and does no harm; of a closed place, whoever misses a setting hears then. */
  public List<String> warnings() {
    return notices.stream()
        .filter(notice -> !notice.kind().isError())
        .filter(notice -> notice.kind() != FileNotice.Kind.CLOSED_PLACE)
        .map(FileNotice::text)
        .toList();
  }

  /** These settings as if no other field were given: to judge one by itself. */
  public Settings only(Field field) {
    return new Settings(
        find(field).map(setting -> Map.of(field, setting)).orElse(Map.of()), file, notices);
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
