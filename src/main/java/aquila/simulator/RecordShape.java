package aquila.simulator;

import aquila.json.Json;
import aquila.simulator.Soql.Selection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a result look in JSON: members in the order in which they were asked for,
 * parents as objects, children as results of their own.
 */
final class RecordShape {
  private final SoqlResult result;
  private final RestApi.Call call;
  private final Map<String, Function<List<Row>, JsonNode>> members = new LinkedHashMap<>();

  private RecordShape(SoqlResult result, RestApi.Call call) {
    this.result = result;
    this.call = call;
  }

  /**
   * The shape of a result's records.
   *
   * @param cursors where the children's further pages are kept
   */
  static RecordShape of(SoqlResult result, RestApi.Call call, Cursors cursors) throws Refusal {
    RecordShape shape = new RecordShape(result, call);
    int unnamed = 0;
    for (Selection selection : result.query().selections()) {
      if (selection instanceof Selection.Children children) {
        shape.addChildren(children.query(), cursors);
      } else if (selection instanceof Selection.Value value) {
        String alias = value.alias();
        if (alias == null && value.expression().isAggregate()) {
          alias = "expr" + unnamed++;
        }
        shape.addValue(value.expression(), alias);
      }
    }
    return shape;
  }

  /** A record. */
  ObjectNode record(List<Row> group) {
    ObjectNode record = result.isAggregate() ? aggregate() : record(group.get(0));
    members.forEach((name, member) -> put(record, name.split("\\.", -1), 0, group, member));
    return record;
  }

  private static ObjectNode aggregate() {
    ObjectNode record = Json.object();
    record.set("attributes", Json.object().put("type", "AggregateResult"));
    return record;
  }

  private ObjectNode record(Row row) {
    return record(row, call);
  }

  /** A record with nothing but its attributes. */
  static ObjectNode record(Row row, RestApi.Call call) {
    ObjectNode record = Json.object();
    String url = call.path("/sobjects/" + row.entity() + "/" + row.id());
    record.set("attributes", Json.object().put("type", row.entity()).put("url", url));
    return record;
  }

  private void addValue(Soql.Expression expression, @Nullable String alias) throws Refusal {
    SoqlValue value = result.value(expression);
    Column column = value.column();
    String name = alias;
    if (name == null && column != null) {
      name = result.isAggregate() ? column.name() : path(column);
    }
    if (name == null || members.containsKey(name)) {
      throw SoqlErrors.at(
          result.query().text(),
          expression.position(),
          "MALFORMED_QUERY",
          "duplicate field selected: " + expression.path());
    }
    members.put(name, group -> json(value.of(group), column, group));
  }

  private static String path(Column column) {
    StringBuilder path = new StringBuilder();
    column.via().forEach(reference -> path.append(reference.relationship()).append('.'));
    return path.append(column.name()).toString();
  }

  private JsonNode json(@Nullable Object value, @Nullable Column column, List<Row> group) {
    if (column != null && value != null && column.field().type() == FieldType.BASE64) {
      // What is long is not sent along, but has an address of its own.
      Row row = group.get(0);
      return TextNode.valueOf(
          call.path("/sobjects/" + row.entity() + "/" + row.id() + "/" + column.name()));
    }
    return json(value);
  }

  static JsonNode json(@Nullable Object value) {
    if (value == null) {
      return NullNode.instance;
    }
    if (value instanceof Boolean bool) {
      return BooleanNode.valueOf(bool);
    }
    if (value instanceof Integer number) {
      return IntNode.valueOf(number);
    }
    if (value instanceof Double number) {
      return DoubleNode.valueOf(number);
    }
    return TextNode.valueOf(
        value instanceof Instant moment ? SoqlValue.moment(moment) : value.toString());
  }

  /** Puts a value where its path leads, through parents, which are made as they are met. */
  private void put(
      ObjectNode record,
      String[] path,
      int depth,
      List<Row> group,
      Function<List<Row>, JsonNode> member) {
    String name = path[depth];
    if (depth == path.length - 1) {
      record.set(name, member.apply(group));
      return;
    }
    JsonNode parent = record.get(name);
    if (parent == null) {
      parent = parent(path, depth, group.get(0));
      record.set(name, parent);
    }
    if (parent instanceof ObjectNode object) {
      put(object, path, depth + 1, group, member);
    }
  }

  private JsonNode parent(String[] path, int depth, Row start) {
    Database database = result.database();
    Entity entity = result.entity();
    Row row = start;
    for (int i = 0; i <= depth; i++) {
      Optional<Field> reference = entity.reference(path[i]);
      String parent = reference.map(Field::parent).orElse("");
      Object id = reference.isEmpty() ? null : row.value(reference.get().name());
      Optional<Row> next = database.row(parent, id);
      if (next.isEmpty()) {
        return NullNode.instance;
      }
      row = next.get();
      entity = database.entity(parent).orElse(entity);
    }
    return record(row);
  }

  private void addChildren(Soql query, Cursors cursors) throws Refusal {
    Database database = result.database();
    String relationship = query.from().text();
    Optional<Entity.Child> child = result.entity().child(relationship);
    Optional<Entity> entity = child.flatMap(found -> database.entity(found.entity()));
    if (child.isEmpty() || entity.isEmpty()) {
      throw SoqlErrors.noSuchChild(query.text(), query.from().position(), relationship);
    }
    ChildRecords children = new ChildRecords(query, child.get(), entity.get(), database);
    RecordShape shape = of(children.none(), call, cursors);
    members.put(
        child.get().relationship(),
        group -> {
          SoqlResult found = children.of(group.get(0));
          return found.groups().isEmpty() ? NullNode.instance : cursors.first(found, shape, call);
        });
  }
}
