package aquila.rest;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SOQL query, page by page. Records come without Salesforce's {@code attributes}; a parent stays
 * an object, and a subquery becomes the array of all its records.
 */
public final class Query {
  private static final Pattern COUNT =
      Pattern.compile("(?is)\\s*select\\s+count\\s*\\(\\s*\\)\\s+from\\s.*");

  private final Org org;
  private final String soql;
  private final Set<String> visited = new HashSet<>();
  private @Nullable ApiCall next;

  /**
   * A query that has not been sent yet.
   *
   * @param version of the REST API, for example {@code 60.0}
   */
  public Query(Org org, String version, String soql) {
    this.org = org;
    this.soql = soql;
    this.next = ApiCall.query(version, soql);
  }

  /** Whether there is another page. */
  public boolean hasNext() {
    return next != null;
  }

  /** The records of the next page; {@code COUNT()} gives one record with {@code count}. */
  public List<ObjectNode> nextPage() throws Failure {
    ApiCall call = next;
    if (call == null) {
      throw new IllegalStateException("there is no other page");
    }
    JsonNode page = org.get(call);
    next = following(page);
    if (COUNT.matcher(soql).matches()) {
      return List.of(count(page));
    }
    List<ObjectNode> records = new ArrayList<>();
    for (JsonNode element : records(page)) {
      records.add(cleaned(element));
    }
    return records;
  }

  private static ObjectNode count(JsonNode page) throws ApiRefused {
    if (!page.path("totalSize").isNumber()) {
      throw strange("has no count");
    }
    ObjectNode count = Json.object();
    count.set("count", page.path("totalSize"));
    return count;
  }

  private @Nullable ApiCall following(JsonNode page) throws ApiRefused {
    JsonNode address = page.path("nextRecordsUrl");
    if (!address.isTextual()) {
      if (page.path("done").isBoolean() && !page.path("done").booleanValue()) {
        throw strange("says that there is more, and not where");
      }
      return null;
    }
    if (!visited.add(address.textValue())) {
      throw strange("sends back to a page that was already read");
    }
    return ApiCall.page(address.textValue());
  }

  private static ArrayNode records(JsonNode page) throws ApiRefused {
    if (page.path("records") instanceof ArrayNode records) {
      return records;
    }
    throw strange("has no records");
  }

  private static ApiRefused strange(String what) {
    return new ApiRefused("the answer to the query " + what, Cause.ofStatus(200, ""));
  }

  private ObjectNode cleaned(JsonNode element) throws Failure {
    if (!(element instanceof ObjectNode object)) {
      throw strange("holds a record that is none");
    }
    ObjectNode record = Json.object();
    for (var member : object.properties()) {
      if (!member.getKey().equals("attributes")) {
        record.set(member.getKey(), value(member.getValue()));
      }
    }
    return record;
  }

  private JsonNode value(JsonNode value) throws Failure {
    if (value instanceof ArrayNode list) {
      ArrayNode all = Json.array();
      for (JsonNode element : list) {
        all.add(value(element));
      }
      return all;
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    return object.has("records") && object.has("done") ? children(object) : nested(object);
  }

  /** A parent record, or a compound field such as an address, which has no attributes. */
  private JsonNode nested(ObjectNode object) throws Failure {
    return cleaned(object);
  }

  private ArrayNode children(ObjectNode first) throws Failure {
    ArrayNode all = Json.array();
    JsonNode page = first;
    while (true) {
      for (JsonNode child : records(page)) {
        all.add(cleaned(child));
      }
      ApiCall more = following(page);
      if (more == null) {
        return all;
      }
      page = org.get(more);
    }
  }
}
