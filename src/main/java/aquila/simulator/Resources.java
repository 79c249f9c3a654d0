package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The resources of the REST API, for a caller who may call. */
final class Resources {
  private final Org org;
  private final Database.Tables tables;
  private final Cursors cursors;

  Resources(Org org) {
    this.org = org;
    this.tables = new Database.Tables(org);
    this.cursors = new Cursors(org);
  }

  /**
   * The answer of a resource.
   *
   * @param resource the path below the version, without slashes at its ends
   */
  Reply answer(RestApi.Call call, String resource) throws Refusal {
    String[] parts = resource.split("/", -1);
    Database database = new Database(tables, call.user(), call.version());
    return switch (parts[0]) {
      case "" -> Reply.json(200, list(call));
      case "limits" -> Reply.json(200, call.limits());
      case "query", "queryAll" ->
          Reply.json(
              200,
              parts.length > 1
                  ? cursors.next(parts[parts.length - 1], call)
                  : query(call, database));
      case "sobjects" -> objects(call, database, parts);
      default -> throw Refusal.notFound();
    };
  }

  private ObjectNode list(RestApi.Call call) {
    ObjectNode list = Json.object();
    for (String name : new String[] {"limits", "query", "queryAll", "sobjects"}) {
      list.put(name, call.path("/" + name));
    }
    return list.put("identity", org.identity(call.user()));
  }

  private ObjectNode query(RestApi.Call call, Database database) throws Refusal {
    Map<String, String> parameters = call.request().parameters();
    String text = parameters.getOrDefault("q", "");
    if (text.isBlank()) {
      throw new Refusal(400, "MALFORMED_QUERY", "A query string has to be specified");
    }
    Soql soql = SoqlParser.parse(text, LocalDate.now(org.setup().clock().withZone(ZoneOffset.UTC)));
    SoqlResult result = SoqlResult.of(soql, database);
    if ("true".equals(parameters.get("columns"))) {
      return QueryColumns.of(result);
    }
    if (result.isCount()) {
      ObjectNode count = Json.object().put("totalSize", result.groups().size()).put("done", true);
      count.set("records", Json.array());
      return count;
    }
    return cursors.first(result, RecordShape.of(result, call, cursors), call);
  }

  private Reply objects(RestApi.Call call, Database database, String[] parts) throws Refusal {
    if (parts.length == 1) {
      ArrayNode objects = Json.array();
      for (Entity entity : database.entities()) {
        objects.add(entity.describeGlobal(call.path("/sobjects/" + entity.name())));
      }
      ObjectNode answer = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
      answer.set("sobjects", objects);
      return Reply.json(200, answer);
    }
    Entity entity = database.entity(parts[1]).orElseThrow(Refusal::notFound);
    String path = call.path("/sobjects/" + entity.name());
    if (parts.length == 2) {
      ObjectNode answer = Json.object();
      answer.set("objectDescribe", entity.describeGlobal(path));
      answer.set("recentItems", Json.array());
      return Reply.json(200, answer);
    }
    if (parts[2].equals("describe")) {
      return Reply.json(200, entity.describe(path));
    }
    Row row =
        database.rows(entity).stream()
            .filter(candidate -> sameId(candidate, parts[2]))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    return parts.length == 3 ? record(call, entity, row) : content(entity, row, parts[3]);
  }

  private static boolean sameId(Row row, String id) {
    return SalesforceId.isId(id) && row.id().startsWith(id.substring(0, 15));
  }

  private static Reply record(RestApi.Call call, Entity entity, Row row) {
    ObjectNode record = RecordShape.record(row, call);
    for (Field field : entity.fields()) {
      Object value = row.value(field.name());
      boolean isLong = field.type() == FieldType.BASE64 && value != null;
      record.set(
          field.name(),
          RecordShape.json(
              isLong
                  ? call.path("/sobjects/" + entity.name() + "/" + row.id() + "/" + field.name())
                  : value));
    }
    return Reply.json(200, record);
  }

  /** A long field by itself: the rows of an event log file. */
  private Reply content(Entity entity, Row row, String name) throws Refusal {
    Optional<Field> field = entity.field(name).filter(found -> found.type() == FieldType.BASE64);
    Object content = field.isEmpty() ? null : row.value(field.get().name());
    if (!(content instanceof Content rows)) {
      throw Refusal.notFound();
    }
    Reply reply = Reply.of(200, "text/csv;charset=UTF-8", rows);
    tables.downloaded(row);
    return reply;
  }
}
