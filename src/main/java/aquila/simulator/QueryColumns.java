package aquila.simulator;

import aquila.json.Json;
import aquila.simulator.Soql.Selection;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code query?columns=true}: what the columns of a result are, without its records. Salesforce's
 * own command line asks for it before it prints a table.
 */
final class QueryColumns {
  private final SoqlResult result;
  private final ArrayNode columns = Json.array();
  private final Map<String, ArrayNode> joins = new LinkedHashMap<>();

  private QueryColumns(SoqlResult result) {
    this.result = result;
  }

  static ObjectNode of(SoqlResult result) throws Refusal {
    QueryColumns columns = new QueryColumns(result);
    int unnamed = 0;
    boolean idSelected = false;
    for (Selection selection : result.query().selections()) {
      if (selection instanceof Selection.Children children) {
        columns.addChildren(children.query());
      } else if (selection instanceof Selection.Value value) {
        boolean aggregate = value.expression().isAggregate();
        String name = value.alias();
        if (name == null && aggregate) {
          name = "expr" + unnamed++;
        }
        columns.addValue(value.expression(), name);
        idSelected |= value.expression().path().equalsIgnoreCase("Id") && !aggregate;
      }
    }
    ObjectNode metadata = Json.object();
    metadata.set("columnMetadata", columns.columns);
    return metadata
        .put("entityName", result.entity().name())
        .put("groupBy", !result.query().groupBy().isEmpty())
        .put("idSelected", idSelected)
        .put("keyPrefix", result.entity().keyPrefix());
  }

  private void addValue(Soql.Expression expression, @Nullable String alias) throws Refusal {
    SoqlValue value = result.value(expression);
    Column column = value.column();
    if (alias != null || column == null) {
      FieldType type =
          column == null || !"MIN MAX".contains(String.valueOf(expression.function()))
              ? FieldType.INT
              : column.field().type();
      columns.add(column(String.valueOf(alias), type, expression.isAggregate()));
      return;
    }
    ArrayNode level = columns;
    StringBuilder path = new StringBuilder();
    for (Field reference : column.via()) {
      path.append(reference.relationship()).append('.');
      level = join(level, path.toString(), String.valueOf(reference.relationship()));
    }
    level.add(column(column.name(), column.field().type(), false));
  }

  private ArrayNode join(ArrayNode level, String path, String name) {
    return joins.computeIfAbsent(
        path,
        none -> {
          ObjectNode parent = column(name, FieldType.REFERENCE, false);
          level.add(parent);
          return (ArrayNode) parent.get("joinColumns");
        });
  }

  private void addChildren(Soql query) throws Refusal {
    Database database = result.database();
    Optional<Entity.Child> child = result.entity().child(query.from().text());
    Optional<Entity> entity = child.flatMap(found -> database.entity(found.entity()));
    if (child.isEmpty() || entity.isEmpty()) {
      throw SoqlErrors.noSuchChild(query.text(), query.from().position(), query.from().text());
    }
    SoqlResult none = new ChildRecords(query, child.get(), entity.get(), database).none();
    ObjectNode column = column(child.get().relationship(), FieldType.REFERENCE, true);
    column.set("joinColumns", of(none).get("columnMetadata"));
    columns.add(column);
  }

  private static ObjectNode column(String name, FieldType type, boolean aggregate) {
    ObjectNode column =
        Json.object()
            .put("aggregate", aggregate)
            .put("apexType", type.word())
            .put("booleanType", type == FieldType.BOOLEAN)
            .put("columnName", name)
            .put("custom", false)
            .put("displayName", name)
            .putNull("foreignKeyName")
            .put("insertable", false)
            .put("numberType", type.isNumber())
            .put("textType", type.isText())
            .put("updatable", false);
    column.set("joinColumns", Json.array());
    return column;
  }
}
