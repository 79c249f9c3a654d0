package aquila.cli;

import aquila.failure.Failure;
import aquila.key.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One key pair for all tests of a JVM: {@code server.key} and {@code server.crt}. */
final class SharedPair {
  private static Path directory;

  private SharedPair() {}

  static synchronized Path directory() throws Failure, IOException {
    if (directory == null) {
      Path made = Files.createTempDirectory("aquila-pair");
      made.toFile().deleteOnExit();
      Path key = made.resolve("server.key");
      NewKey.Made pair =
          new NewKey(key, 2048, 730, "aquila-test", Optional.empty()).write(Bench.NOW);
      pair.keyFile().toFile().deleteOnExit();
      pair.certificateFile().toFile().deleteOnExit();
      directory = made;
    }
    return directory;
  }
}
