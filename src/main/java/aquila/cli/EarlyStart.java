package aquila.cli;

import aquila.config.Field;
import aquila.http.Http;
import aquila.world.World;
import java.nio.file.Files;
import java.util.List;

/**
 * Begins with what the connection needs while the command line is still to be understood, where it
 * looks as if a token will be fetched. A wrong guess costs a part of a second core, and no more. It
 * makes do with few classes of Java, because nothing else has begun yet.
 */
final class EarlyStart {
  private static final List<String> OPTIONS =
      List.of("--config", "--org", "-q", "--quiet", "--verbose", "--debug", "-o", "--deadline");

  private EarlyStart() {}

  static void of(World world, String... words) {
    boolean isToken = false;
    for (String word : words) {
      if (!isUsual(word)) {
        return;
      }
      isToken |= word.equals("token");
    }
    if (isToken && !Files.exists(Session.tokenDirectory(world))) {
      Http.prepare();
    }
  }

  /** Neither a cry for help nor a mistake. */
  private static boolean isUsual(String word) {
    if (!word.startsWith("-") || OPTIONS.contains(word)) {
      return true;
    }
    for (Field field : Field.values()) {
      if (field.option().equals(word)) {
        return true;
      }
    }
    return false;
  }
}
