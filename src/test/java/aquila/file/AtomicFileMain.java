package aquila.file;

import java.io.IOException;
import java.nio.file.Path;

/** A process that writes one file of each kind, under the umask that it was started with. */
final class AtomicFileMain {

  private AtomicFileMain() {}

  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    AtomicFile.create(home.resolve("created"), new byte[1]);
    AtomicFile.createShared(home.resolve("shared"), new byte[1]);
    AtomicFile.replace(home.resolve("replaced"), new byte[1]);
    AtomicFile.createDirectory(home.resolve("directory/below"));
  }
}
