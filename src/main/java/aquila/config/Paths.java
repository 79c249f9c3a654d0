package aquila.config;

import aquila.failure.ConfigFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Settings that name a file. */
final class Paths {

  private Paths() {}

  /**
   * The absolute path; a relative one is read against the place that the setting came from.
   *
   * @throws ConfigFailure if it is the text of a key instead, which is not repeated, or no path
   */
  static Path of(Setting setting) throws ConfigFailure {
    if (setting.value().contains("-----BEGIN") || setting.value().startsWith("MII")) {
      throw new ConfigFailure(
          setting.name() + " holds the text of a key instead of the path of a file",
          "put that text into a file of its own, readable by you only, and give its path");
    }
    try {
      return setting.origin().base().resolve(setting.value()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigFailure(setting.name() + " is not a path");
    }
  }
}
