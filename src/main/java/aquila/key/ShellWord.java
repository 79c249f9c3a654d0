package aquila.key;

import aquila.world.ForeignText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as they are typed into a shell, for commands in hints. */
public final class ShellWord {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:+@%,=-]+");

  private ShellWord() {}

  /** The path as one word: in single quotes unless it needs none. */
  static String of(Path path) {
    return of(path.toString());
  }

  /** The same of a text that may be a path. */
  public static String of(String word) {
    String text = ForeignText.printable(word);
    return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** A name beside the file for a mended copy of it: {@code server.p12} gives server-new.key. */
  static String ofCopy(Path path) {
    Path name = path.getFileName();
    String stem = (name == null ? "server" : name.toString()).replaceFirst("(?<=.)\\.[^.]*$", "");
    return of(path.resolveSibling(stem + "-new.key"));
  }
}
