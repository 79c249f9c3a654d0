package aquila.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Aquila this is. */
final class Version {

  private Version() {}

  /** The version number, for example {@code 0.1.0}. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/aquila/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("the version is part of the program", e);
    }
  }

  /** One line that support staff can ask for. */
  static String line() {
    return "aquila "
        + number()
        + " (Java "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }
}
