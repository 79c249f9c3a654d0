package aquila.output;

import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as rows: parents are flattened to {@code Account.Name}, a subquery is JSON in one cell,
 * null is empty. A parent that is null in one record and there in another is one set of columns, at
 * the place where it first stood.
 */
final class Columns {

  /** Column names below a field, in the order of appearance; empty for a plain field. */
  private final Map<String, Columns> fields = new LinkedHashMap<>();

  private Columns() {}

  static Columns of(List<ObjectNode> records) {
    Columns columns = new Columns();
    records.forEach(columns::add);
    return columns;
  }

  private void add(ObjectNode record) {
    for (var member : record.properties()) {
      Columns below = fields.computeIfAbsent(member.getKey(), name -> new Columns());
      if (member.getValue() instanceof ObjectNode parent) {
        below.add(parent);
      }
    }
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    fields.forEach(
        (name, below) -> {
          if (below.fields.isEmpty()) {
            names.add(name);
          } else {
            below.names().forEach(inner -> names.add(name + "." + inner));
          }
        });
    return names;
  }

  List<String> cells(JsonNode record) {
    List<String> cells = new ArrayList<>();
    fields.forEach(
        (name, below) -> {
          if (below.fields.isEmpty()) {
            cells.add(cell(record.path(name)));
          } else {
            cells.addAll(below.cells(record.path(name)));
          }
        });
    return cells;
  }

  private static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
