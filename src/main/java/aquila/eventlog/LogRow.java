package aquila.eventlog;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One event.
 *
 * @param names the columns of its file
 * @param values as they stand there; fewer than names if the row is short
 * @param types of the columns that the org has told, by name
 */
public record LogRow(List<String> names, List<String> values, Map<String, String> types) {

  /** What JSON takes for a number (RFC 8259, section 6). */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** The value of a column; empty if the row ends before it. */
  public String value(int column) {
    return column < values.size() ? values.get(column) : "";
  }

  /**
   * The row as an object. Numbers and booleans are such where the org says so and the value is one;
   * an empty one of them is null. Everything else is text, as it stands.
   */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    for (int i = 0; i < names.size(); i++) {
      put(json, names.get(i), value(i));
    }
    return json;
  }

  private void put(ObjectNode json, String name, String value) {
    switch (types.getOrDefault(name, "").toLowerCase(Locale.ROOT)) {
      case "number" -> {
        if (value.isEmpty()) {
          json.putNull(name);
        } else if (NUMBER.matcher(value).matches()) {
          json.set(name, Json.number(value));
        } else {
          json.put(name, value);
        }
      }
      case "boolean" -> {
        switch (value.toLowerCase(Locale.ROOT)) {
          case "" -> json.putNull(name);
          case "1", "true" -> json.put(name, true);
          case "0", "false" -> json.put(name, false);
          default -> json.put(name, value);
        }
      }
      default -> json.put(name, value);
    }
  }
}
