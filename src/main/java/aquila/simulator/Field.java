package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param name the API name
 * @param type its type
 * @param since the API version that brought it
 * @param parent what a reference refers to, or null
 * @param relationship the name under which the parent's fields are reached, or null
 */
record Field(
    String name,
    FieldType type,
    int since,
    @Nullable String parent,
    @Nullable String relationship) {

  private static final int LENGTH = 255;

  /** The field's part of a describe. */
  ObjectNode describe() {
    ArrayNode parents = Json.array();
    if (parent != null) {
      parents.add(parent);
    }
    ObjectNode field =
        Json.object()
            .put("name", name)
            .put("label", name.replaceAll("(?<=[a-z])(?=[A-Z])", " "))
            .put("type", type.word().equals("dateTime") ? "datetime" : type.word())
            .put("soapType", type.soapType())
            .put("length", type.isId() ? 18 : type.isText() ? LENGTH : 0)
            .put("byteLength", type.isId() ? 18 : type.isText() ? LENGTH * 3 : 0)
            .put("digits", type == FieldType.INT ? 8 : 0)
            .put("precision", type == FieldType.DOUBLE ? 18 : 0)
            .put("scale", 0)
            .put("custom", false)
            .put("calculated", false)
            .put("createable", false)
            .put("updateable", false)
            .put("nillable", type != FieldType.ID && type != FieldType.BOOLEAN)
            .put("filterable", !type.isLong())
            .put("groupable", type.isGroupable())
            .put("sortable", !type.isLong())
            .put("aggregatable", type.supports("COUNT"))
            .put("idLookup", type == FieldType.ID)
            .put("nameField", name.equals("Name"))
            .put("unique", false)
            .put("externalId", false)
            .put("relationshipName", relationship);
    field.set("referenceTo", parents);
    field.set("picklistValues", Json.array());
    return field;
  }
}
