package aquila.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are small by nature: keys, configuration, caches. */
public final class SmallFile {

  private SmallFile() {}

  /**
   * Reads a whole file, but never more than the limit. Pipes ({@code <(...)} of a shell) work too.
   *
   * @param limit the most bytes the file may have
   * @throws IOException if it cannot be read, is a directory, or is longer than the limit
   */
  public static byte[] read(Path path, int limit) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new TooLong(limit);
      }
      return bytes;
    }
  }

  /** The file has more bytes than its kind ever needs. */
  public static final class TooLong extends IOException {
    TooLong(int limit) {
      super("it is longer than " + limit / 1024 + " KiB");
    }
  }
}
