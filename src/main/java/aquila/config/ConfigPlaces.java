package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.failure.UsageFailure;
import aquila.world.ForeignText;
import aquila.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where configuration files lie: one directory of the user's, one of the machine's. */
public final class ConfigPlaces {
  private static final String SUFFIX = ".properties";
  private static final String DEFAULT = "default";

  private final World world;

  public ConfigPlaces(World world) {
    this.world = world;
  }

  /**
   * The one file to read: what the command line names, else what the environment names, else the
   * default one if it is there.
   *
   * @throws UsageFailure if the command line names two
   * @throws ConfigFailure if a named file is not there
   */
  Optional<Path> choose(ConfigChoice choice) throws UsageFailure, ConfigFailure {
    if (choice.file() != null && choice.org() != null) {
      throw new UsageFailure("--config and --org name two different files: give one of them");
    }
    if (choice.file() != null) {
      return Optional.of(existing(choice.file(), "--config"));
    }
    if (choice.org() != null) {
      return Optional.of(named(choice.org()));
    }
    String file = variable("AQUILA_CONFIG");
    if (file != null) {
      return Optional.of(existing(file, "environment variable AQUILA_CONFIG"));
    }
    String org = variable("AQUILA_ORG");
    return org == null ? find(DEFAULT) : Optional.of(named(org));
  }

  /** The names that {@code --org} can take, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Path directory : directories()) {
      try (Stream<Path> files = Files.list(directory)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(SUFFIX))
            .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
      } catch (IOException e) {
        // A directory that is not there, or not ours to read, offers no names.
      }
    }
    return List.copyOf(names);
  }

  /** The user's own directory, where {@code init} and the advice for beginners point to. */
  public Path userDirectory() {
    String xdg = world.environment().getOrDefault("XDG_CONFIG_HOME", "");
    // The XDG base directory specification: a relative path is to be ignored.
    Path base =
        xdg.startsWith("/") || Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : world.home().resolve(".config");
    return base.resolve("aquila");
  }

  private List<Path> directories() {
    return List.of(userDirectory(), world.machineConfiguration());
  }

  private Path existing(String file, String origin) throws ConfigFailure {
    Path path = world.directory().resolve(file).normalize();
    if (Files.exists(path)) {
      return path;
    }
    throw new ConfigFailure(
        "there is no configuration file "
            + ForeignText.printable(path.toString())
            + " ("
            + origin
            + ")");
  }

  private Path named(String org) throws ConfigFailure, UsageFailure {
    if (!org.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")) {
      throw new UsageFailure(
          "not the name of an org: " + ForeignText.printable(org),
          "a name has letters, digits, dots, hyphens and underscores");
    }
    Optional<Path> found = find(org);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = names();
    throw new ConfigFailure(
        "there is no configuration for the org " + org,
        "looked for "
            + org
            + SUFFIX
            + " in "
            + directories().get(0)
            + " and "
            + directories().get(1),
        names.isEmpty() ? "no org is configured yet" : "configured: " + String.join(", ", names));
  }

  private Optional<Path> find(String org) {
    return directories().stream()
        .map(directory -> directory.resolve(org + SUFFIX))
        .filter(Files::exists)
        .findFirst();
  }

  private @Nullable String variable(String name) {
    String value = Map.copyOf(world.environment()).getOrDefault(name, "");
    return value.isBlank() ? null : value;
  }
}
