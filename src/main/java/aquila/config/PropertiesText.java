package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.world.ForeignText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .properties} format with line numbers, and without its traps.
 *
 * <p>{@code java.util.Properties} turns the {@code \n} of a Windows path into a line break, and
 * stops at a {@code \} before a {@code u} with a message that names no line. Here a backslash that
 * the format would eat is an error which shows both right spellings.
 */
final class PropertiesText {

  /** One entry; the line is where it begins, from 1. */
  record Entry(String key, String value, int line) {}

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
   * @throws ConfigFailure if a backslash stands where the format would eat it
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
        entries.add(entry(logical, line));
      }
    }
    return entries;
  }

  /** The next line with its continuations; null for a blank line or a comment. */
  private @Nullable String logicalLine() {
    String line = lines.get(next++).stripLeading();
    if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
      return null;
    }
    StringBuilder all = new StringBuilder(line);
    while (endsOpen(all) && next < lines.size()) {
      all.setLength(all.length() - 1);
      all.append(lines.get(next++).stripLeading());
    }
    return all.toString();
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
    String raw = logical.substring(from);
    return new Entry(
        unescaped(logical.substring(0, end), raw, line), unescaped(raw, raw, line), line);
  }

  private String unescaped(String text, String rawValue, int line) throws ConfigFailure {
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
        throw eaten(rawValue, line);
      }
    }
    return out.toString();
  }

  private ConfigFailure eaten(String raw, int line) {
    String doubled = raw.replace("\\\\", "\\").replace("\\", "\\\\");
    String slashes = raw.replace("\\\\", "\\").replace('\\', '/');
    return new ConfigFailure(
        file
            + ", line "
            + line
            + ": a single backslash is eaten by this file format: "
            + ForeignText.printable(raw),
        "write " + ForeignText.printable(slashes) + " or " + ForeignText.printable(doubled));
  }
}
