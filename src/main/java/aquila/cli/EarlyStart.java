package aquila.cli;

import aquila.config.Field;
import aquila.http.Http;
import aquila.world.World;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * Begins with what the connection needs while the command line is still to be understood, where it
 * looks as if a token will be fetched. A wrong guess costs a part of a second core, and no more.
 */
final class EarlyStart {
  private static final List<String> OPTIONS =
      List.of("--config", "--org", "-q", "--quiet", "--verbose", "--debug", "-o", "--deadline");

  private EarlyStart() {}

  static void of(World world, String... words) {
    if (List.of(words).contains("token")
        && Stream.of(words).allMatch(EarlyStart::isUsual)
        && !Files.exists(Session.tokenDirectory(world))) {
      Http.prepare();
    }
  }

  /** Neither a cry for help nor a mistake. */
  private static boolean isUsual(String word) {
    return !word.startsWith("-")
        || OPTIONS.contains(word)
        || Stream.of(Field.values()).anyMatch(field -> field.option().equals(word));
  }
}
