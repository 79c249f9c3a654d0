package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.world.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final String file;
  private final List<String> lines;
  private int next;

  private PropertiesText(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Reads all entries in order, also repeated ones.
   *
   * @param file the name of the file, for messages
   * @throws ConfigFailure if a backslash stands where the format would eat it, or a line holds the
   *     text of a key
   */
  static List<Entry> parse(String file, String text) throws ConfigFailure {
    return new PropertiesText(file, text.lines().toList()).entries();
  }

  private List<Entry> entries() throws ConfigFailure {
    List<Entry> entries = new ArrayList<>();
    while (next < lines.size()) {
      int line = next + 1;
      String logical = logicalLine();
      if (logical != null) {
        refuseKeyText(logical, line);
        entries.add(entry(logical, line));
      }
    }
    return entries;
  }

  /** The next line with its continuations; null for a blank line or a comment. */
  private @Nullable String logicalLine() throws ConfigFailure {
    String line = lines.get(next++).stripLeading();
    if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
      return null;
    }
    StringBuilder all = new StringBuilder(line);
    while (endsOpen(all) && next < lines.size()) {
      all.setLength(all.length() - 1);
      String more = lines.get(next++).stripLeading();
      refuseSetting(more);
      all.append(more);
    }
    return all.toString();
  }

  /** The backslash at the end of {@code C:\\keys\} would swallow the setting on the next line. */
  private void refuseSetting(String continuation) throws ConfigFailure {
    if (Field.ofKey(continuation.split("[ \t\f]*[=:]", 2)[0]).isPresent()) {
      throw new ConfigFailure(
          place(next - 1) + ": the backslash at the end joins this line and the next",
          "delete the backslash, or write two");
    }
  }

  /** A key that was pasted into the file would otherwise come back in a message. */
  private void refuseKeyText(String logical, int line) throws ConfigFailure {
    if (PastedKey.isIn(logical)) {
      throw new ConfigFailure(
          place(line) + ": holds the text of a key or certificate",
          "put that text into a file of its own, readable by you only, and give its path as "
              + Field.KEY_PATH.key());
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

  private Entry entry(String logical, int line) throws ConfigFailure {
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
    return new Entry(
        unescaped(rawKey, rawKey, raw, line),
        logical.split("[=:]", 2)[0].strip(),
        unescaped(raw, rawKey, raw, line),
        line);
  }

  private String unescaped(String text, String rawKey, String rawValue, int line)
      throws ConfigFailure {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      String rest = text.substring(i + 1);
      if (rest.matches("(?s)u[0-9a-fA-F]{4}.*")) {
        out.append((char) Integer.parseInt(rest.substring(1, 5), 16));
        i += 5;
      } else if (!rest.isEmpty() && "\\:= #!".indexOf(rest.charAt(0)) >= 0) {
        out.append(rest.charAt(0));
        i++;
      } else {
        throw eaten(rawKey, rawValue, line);
      }
    }
    return out.toString();
  }

  /** The value is shown only if it is known to be no secret: a proxy may have a password. */
  private ConfigFailure eaten(String rawKey, String raw, int line) {
    String fact = place(line) + ": a single backslash is eaten by this file format";
    Optional<Field> field = Field.ofKey(rawKey);
    if (field.isEmpty() || field.get() == Field.PROXY) {
      return new ConfigFailure(fact, "write each backslash twice");
    }
    String meant = meant(raw);
    return new ConfigFailure(
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

  private String place(int line) {
    return file + ", line " + line;
  }
}
