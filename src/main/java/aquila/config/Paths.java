package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.world.ForeignText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Settings that name a file. */
public final class Paths {

  private Paths() {}

  /**
   * The absolute path; a relative one is read against the place that the setting came from.
   *
   * @throws ConfigFailure if it is no path, or begins with a {@code ~} that only a shell knows
   */
  static Path of(Setting setting) throws ConfigFailure {
    if (isHome(setting.value())) {
      throw new ConfigFailure(
          setting.name() + " begins with ~: " + ForeignText.printable(setting.value()),
          "write the path in full: only a shell knows what ~ stands for");
    }
    try {
      return absolute(setting.origin().base(), setting.value());
    } catch (InvalidPathException e) {
      throw new ConfigFailure(
          setting.name() + " is not a path: " + e.getReason(),
          "where its letters are the trouble, a UTF-8 locale helps: LC_ALL=C.UTF-8");
    }
  }

  /**
   * The absolute path without needless dots. With {@code ..} in it, it stays as it is: behind a
   * symbolic link, {@code link/..} is not where {@code link} stands.
   */
  static Path absolute(Path base, String text) {
    Path path = base.resolve(text).toAbsolutePath();
    return text.contains("..") ? path : path.normalize();
  }

  /** Whether a shell would have put a home directory in the place of the first word. */
  public static boolean isHome(String text) {
    return text.equals("~") || text.matches("(?s)~[A-Za-z0-9_.-]*[/\\\\].*");
  }
}
