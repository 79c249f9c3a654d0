package aquila.config;

import aquila.world.ForeignText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .properties} format with line numbers, and without its traps.
 *
 * <p>{@code java.util.Properties} turns the {@code \n} of a Windows path into a line break, and
 * stops at a {@code \} before a {@code u} with a message that names no line. Here a backslash that
 * the format would eat is an error which shows both right spellings.
 */
final class PropertiesText {

  /**
   * One entry.
   *
   * @param key what the format takes for the key: it ends at the first blank
   * @param name all that stands before the first colon or equals sign, blanks included
   * @param line where it begins, from 1
   */
  record Entry(String key, String name, String value, int line) {}

  /** What follows the first line of a pasted key: Base64, armour and the headers of old PEM. */
  private static final Pattern REST_OF_KEY =
      Pattern.compile(
          "\\s*(?:[A-Za-z0-9+/]*={0,2}\\\\?|-----.*|(?:Proc-Type|DEK-Info|PuTTY-|Private-).*)\\s*");

  private final Path file;
  private final List<String> lines;
  private final List<FileNotice> notices;
  private int next;

  private PropertiesText(Path file, List<String> lines, List<FileNotice> notices) {
    this.file = file;
    this.lines = lines;
    this.notices = notices;
  }

  /**
   * Reads all entries in order, also repeated ones.
   *
   * @param file where the text comes from, for messages
   * @param notices receives an error for each line whose backslash the format would eat, or that
   *     holds the text of a key; such a line is no entry
   */
  static List<Entry> parse(Path file, String text, List<FileNotice> notices) {
    return new PropertiesText(file, text.lines().toList(), notices).entries();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    while (next < lines.size()) {
      int line = next + 1;
      String logical = logicalLine();
      if (logical != null && PastedKey.isIn(logical)) {
        keyText(logical, line);
      } else if (logical != null) {
        Entry entry = entry(logical, line);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /** The next line with its continuations; null for a blank line, a comment, or a broken one. */
  private @Nullable String logicalLine() {
    String line = lines.get(next++).stripLeading();
    if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
      return null;
    }
    StringBuilder all = new StringBuilder(line);
    while (endsOpen(all) && next < lines.size()) {
      String more = lines.get(next).stripLeading();
      if (fieldOf(more) != null) {
        // The backslash at the end of "C:\\keys\" would swallow the setting on the next line.
        error(
            FileNotice.Kind.JOINED_LINES,
            fieldOf(line),
            next,
            "the backslash at the end joins this line and the next",
            "delete the backslash, or write two");
        return null;
      }
      all.setLength(all.length() - 1);
      all.append(more);
      next++;
    }
    return all.toString();
  }

  private static @Nullable Field fieldOf(String line) {
    return Field.ofKey(line.split("[ \t\f]*[=:]", 2)[0]).orElse(null);
  }

  /** A key that was pasted into the file would otherwise come back in a message, line by line. */
  private void keyText(String logical, int line) {
    error(
        FileNotice.Kind.KEY_TEXT,
        fieldOf(logical),
        line,
        "holds the text of a key or certificate",
        "put that text into a file of its own, readable by you only, and give its path as "
            + Field.KEY_PATH.key());
    while (next < lines.size() && REST_OF_KEY.matcher(lines.get(next)).matches()) {
      next++;
    }
  }

  /** An odd number of backslashes at the end: the line goes on. */
  private static boolean endsOpen(CharSequence line) {
    int count = 0;
    while (count < line.length() && line.charAt(line.length() - 1 - count) == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  private @Nullable Entry entry(String logical, int line) {
    int end = 0;
    while (end < logical.length() && " \t\f=:".indexOf(logical.charAt(end)) < 0) {
      end += logical.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, logical.length());
    int from = end;
    while (from < logical.length() && " \t\f".indexOf(logical.charAt(from)) >= 0) {
      from++;
    }
    if (from < logical.length() && "=:".indexOf(logical.charAt(from)) >= 0) {
      from++;
      while (from < logical.length() && " \t\f".indexOf(logical.charAt(from)) >= 0) {
        from++;
      }
    }
    String rawKey = logical.substring(0, end);
    String raw = logical.substring(from);
    String key = unescaped(rawKey);
    String value = unescaped(raw);
    if (key == null || value == null) {
      eaten(rawKey, raw, line);
      return null;
    }
    return new Entry(key, logical.split("[=:]", 2)[0].strip(), value, line);
  }

  /** The text without its backslashes; null if one stands where the format would eat it. */
  private static @Nullable String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      String rest = text.substring(i + 1, Math.min(i + 6, text.length()));
      if (rest.matches("(?s)u[0-9a-fA-F]{4}")) {
        out.append((char) Integer.parseInt(rest.substring(1), 16));
        i += 5;
      } else if (!rest.isEmpty() && "\\:= #!".indexOf(rest.charAt(0)) >= 0) {
        out.append(rest.charAt(0));
        i++;
      } else {
        return null;
      }
    }
    return out.toString();
  }

  /** The value is shown only if it is known to be no secret: a proxy may have a password. */
  private void eaten(String rawKey, String raw, int line) {
    String fact = "a single backslash is eaten by this file format";
    Field field = Field.ofKey(rawKey).orElse(null);
    if (field == null || field == Field.PROXY) {
      error(FileNotice.Kind.BACKSLASH, field, line, fact, "write each backslash twice");
      return;
    }
    String meant = meant(raw);
    error(
        FileNotice.Kind.BACKSLASH,
        field,
        line,
        fact + ": " + ForeignText.printable(raw),
        "write "
            + ForeignText.printable(meant.replace('\\', '/'))
            + " or "
            + ForeignText.printable(meant.replace("\\", "\\\\")));
  }

  /**
   * What was meant by a text in which some backslashes stand alone: two are one, except at the
   * start, where they begin the name of a server.
   */
  private static String meant(String raw) {
    String once = raw.replace("\\\\", "\\");
    return raw.startsWith("\\\\") ? "\\\\" + once.replaceFirst("^\\\\+", "") : once;
  }

  private void error(
      FileNotice.Kind kind, @Nullable Field field, int line, String fact, String hint) {
    Origin origin = new Origin.FileLine(file, line);
    notices.add(new FileNotice(kind, field, origin, origin.text() + ": " + fact, List.of(hint)));
  }
}
