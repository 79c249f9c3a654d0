package aquila.key;

import java.io.File;
import java.util.stream.Stream;

/** Paths that come from a mail, and were written on another system. */
public final class WindowsPath {

  private WindowsPath() {}

  /**
   * Whether a path of Windows stands where paths are others. It looks relative here, so that it may
   * already be a part of a longer one.
   */
  public static boolean isAlienHere(String path) {
    return File.separatorChar == '/'
        && Stream.of(path.split("/", -1))
            .anyMatch(part -> part.matches("(?s)[A-Za-z]:(?:\\\\.*)?|\\\\\\\\.*"));
  }
}
