package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.failure.UsageFailure;
import aquila.file.DiskTrouble;
import aquila.world.ForeignText;
import aquila.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where configuration files lie: one directory of the user's, one of the machine's. */
public final class ConfigPlaces {
  private static final String SUFFIX = ".properties";
  private static final String DEFAULT = "default";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
  private static final String NONE_YET = "no org is configured yet: begin with aquila init";
  private static final String CONFIGURED = "configured: ";
  private static final String A_NAME =
      "a name has letters, digits, dots, hyphens and underscores, and no directory";

  private final World world;

  public ConfigPlaces(World world) {
    this.world = world;
  }

  /**
   * The one file to read: what the command line names, else what the environment names, else the
   * default one if it is there.
   *
   * @param notices receives one if the environment names two
   * @throws UsageFailure if the command line names two, or something that cannot be a name
   * @throws ConfigFailure if a named file is not there
   */
  Optional<Path> choose(ConfigChoice choice, List<FileNotice> notices)
      throws UsageFailure, ConfigFailure {
    String file = choice.file();
    String org = choice.org();
    if (file != null && org != null) {
      throw new UsageFailure("--config and --org name two different files: give one of them");
    }
    if (file != null) {
      if (file.isBlank()) {
        throw new UsageFailure("--config names no file");
      }
      return Optional.of(existing(file, "--config"));
    }
    if (org != null) {
      if (!NAME.matcher(org).matches()) {
        throw new UsageFailure("--org: " + notAName(org), A_NAME);
      }
      return Optional.of(named(org));
    }
    return ofEnvironment(notices);
  }

  private Optional<Path> ofEnvironment(List<FileNotice> notices) throws ConfigFailure {
    String file = variable("AQUILA_CONFIG");
    String org = variable("AQUILA_ORG");
    if (!file.isEmpty()) {
      if (!org.isEmpty()) {
        notices.add(
            FileNotice.odd(
                FileNotice.Kind.TWO_FILES,
                null,
                null,
                "AQUILA_CONFIG and AQUILA_ORG are both set: AQUILA_CONFIG is what is used"));
      }
      return Optional.of(existing(file, "environment variable AQUILA_CONFIG"));
    }
    if (org.isEmpty()) {
      return find(DEFAULT);
    }
    if (!NAME.matcher(org).matches()) {
      throw new ConfigFailure("environment variable AQUILA_ORG: " + notAName(org), A_NAME);
    }
    return Optional.of(named(org));
  }

  /** The names that {@code --org} can take, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Path directory : directories()) {
      try (Stream<Path> files = Files.list(directory)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(SUFFIX))
            .map(name -> name.substring(0, name.length() - SUFFIX.length()))
            .filter(name -> NAME.matcher(name).matches())
            .forEach(names::add);
      } catch (IOException e) {
        // A directory that is not there, or not ours to read, offers no names.
      }
    }
    return List.copyOf(names);
  }

  /**
   * The file that {@code init} writes for an org: in the user's own directory.
   *
   * @param org the name of the org; null for the one that is used if none is named
   * @throws UsageFailure if that cannot be a name
   */
  public Path fileFor(@Nullable String org) throws UsageFailure {
    String variable = variable("AQUILA_ORG");
    String name = org != null ? org : variable.isEmpty() ? DEFAULT : variable;
    if (!NAME.matcher(name).matches()) {
      throw new UsageFailure("--org: " + notAName(name), A_NAME);
    }
    if (name.equals("all")) {
      throw new UsageFailure("--org all means every org", "give this one another name");
    }
    return userDirectory().resolve(name + SUFFIX);
  }

  /** The user's own directory, where {@code init} and the advice for beginners point to. */
  public Path userDirectory() {
    String xdg = world.environment().getOrDefault("XDG_CONFIG_HOME", "");
    // The XDG base directory specification: a relative path is to be ignored.
    Path base = Path.of(xdg);
    return (base.isAbsolute() ? base : world.home().resolve(".config")).resolve("aquila");
  }

  private List<Path> directories() {
    return List.of(userDirectory(), world.machineConfiguration());
  }

  private Path existing(String file, String origin) throws ConfigFailure {
    Path path;
    try {
      path = Paths.absolute(world.directory(), file);
    } catch (InvalidPathException e) {
      throw new ConfigFailure("not the path of a file (" + origin + "): " + e.getReason());
    }
    if (Files.exists(path)) {
      return path;
    }
    if (DiskTrouble.isHidden(path)) {
      throw new ConfigFailure(
          "the configuration file "
              + ForeignText.printable(path.toString())
              + " may not be read by this user: a directory above it is closed ("
              + origin
              + ")");
    }
    String fact =
        "there is no configuration file "
            + ForeignText.printable(path.toString())
            + " ("
            + origin
            + ")";
    throw Paths.isHome(file)
        ? new ConfigFailure(fact, "write the path in full: the shell did not replace the ~")
        : new ConfigFailure(fact);
  }

  private Path named(String org) throws ConfigFailure {
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
        names.isEmpty() ? closed().orElse(NONE_YET) : CONFIGURED + String.join(", ", names));
  }

  /**
   * That there is a place which this user may not look into, in words. The package closes that of
   * the machine to all but a group.
   */
  public Optional<String> closed() {
    return directories().stream()
        .filter(Files::isDirectory)
        .filter(directory -> !(Files.isReadable(directory) && Files.isExecutable(directory)))
        .findFirst()
        .map(
            directory ->
                directory
                    + " may not be read by this user: what is configured there is for its owner and"
                    + " its group");
  }

  /** What to do where no file was found. */
  public String advice() {
    List<String> names = names();
    if (!names.isEmpty()) {
      return "name an org with --org; " + CONFIGURED + String.join(", ", names);
    }
    return closed().orElse(NONE_YET + ", or name a file with --config");
  }

  /** A link that leads nowhere is found too, and then cannot be read: it was meant to be used. */
  private Optional<Path> find(String org) {
    for (Path directory : directories()) {
      Path file = directory.resolve(org + SUFFIX);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private String variable(String name) {
    String value = world.environment().getOrDefault(name, "");
    return value.isBlank() ? "" : value;
  }

  private static String notAName(String org) {
    return "not the name of an org: " + (org.isEmpty() ? "''" : ForeignText.printable(org));
  }
}
