package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kind of record: what Salesforce calls an object, or sObject type.
 *
 * @param name the API name
 * @param keyPrefix the first three characters of its ids
 * @param fields the fields that exist in the API version at hand
 * @param children what can be reached in a subquery
 */
record Entity(String name, String keyPrefix, List<Field> fields, List<Child> children) {

  /**
   * Records of another kind that refer to this one.
   *
   * @param relationship the name of the relationship, for example {@code Contacts}
   * @param entity the other kind
   * @param field the field there that refers to this kind
   */
  record Child(String relationship, String entity, String field) {}

  /** A field by name, in any case. */
  Optional<Field> field(String name) {
    return first(field -> field.name().equalsIgnoreCase(name));
  }

  /** The field behind a parent relationship, in any case. */
  Optional<Field> reference(String relationship) {
    return first(field -> relationship.equalsIgnoreCase(field.relationship()));
  }

  Optional<Child> child(String relationship) {
    return children.stream()
        .filter(child -> child.relationship().equalsIgnoreCase(relationship))
        .findFirst();
  }

  private Optional<Field> first(Predicate<Field> predicate) {
    return fields.stream().filter(predicate).findFirst();
  }

  /** The entity as an older API version knows it. */
  Entity asOf(int version) {
    return new Entity(
        name,
        keyPrefix,
        fields.stream().filter(field -> field.since() <= version).toList(),
        children);
  }

  /** Its line in the list of all objects. */
  ObjectNode describeGlobal(String path) {
    ObjectNode object =
        Json.object()
            .put("name", name)
            .put("label", name.replaceAll("(?<=[a-z])(?=[A-Z])", " "))
            .put("labelPlural", name.replaceAll("(?<=[a-z])(?=[A-Z])", " ") + "s")
            .put("keyPrefix", keyPrefix)
            .put("custom", false)
            .put("customSetting", false)
            .put("createable", false)
            .put("updateable", false)
            .put("deletable", false)
            .put("queryable", true)
            .put("retrieveable", true)
            .put("searchable", false)
            .put("layoutable", false)
            .put("triggerable", false)
            .put("activateable", false)
            .put("mergeable", false)
            .put("replicateable", true)
            .put("undeletable", false)
            .put("feedEnabled", false)
            .put("deprecatedAndHidden", false);
    object.set(
        "urls",
        Json.object()
            .put("sobject", path)
            .put("describe", path + "/describe")
            .put("rowTemplate", path + "/{ID}"));
    return object;
  }

  /** The whole describe. */
  ObjectNode describe(String path) {
    ArrayNode described = Json.array();
    fields.forEach(field -> described.add(field.describe()));
    ArrayNode relationships = Json.array();
    for (Child child : children) {
      relationships.add(
          Json.object()
              .put("relationshipName", child.relationship())
              .put("childSObject", child.entity())
              .put("field", child.field())
              .put("cascadeDelete", false)
              .put("restrictedDelete", false)
              .put("deprecatedAndHidden", false));
    }
    ObjectNode object = describeGlobal(path);
    object.set("fields", described);
    object.set("childRelationships", relationships);
    object.set("recordTypeInfos", Json.array());
    return object;
  }
}
