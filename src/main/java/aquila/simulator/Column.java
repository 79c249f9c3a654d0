package aquila.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that a query names, found in the schema.
 *
 * @param via the references that lead to it, from the query's own object on
 * @param entity the object that has the field
 * @param field the field
 */
record Column(List<Field> via, Entity entity, Field field) {

  /** The name in a grouped result: without the way to it. */
  String name() {
    return field.name();
  }

  /** The value for a record, or null if it, or a parent on the way, is empty. */
  @Nullable Object value(Row start, Database database) {
    Row row = start;
    for (Field reference : via) {
      String parent = String.valueOf(reference.parent());
      Optional<Row> next = database.row(parent, row.value(reference.name()));
      if (next.isEmpty()) {
        return null;
      }
      row = next.get();
    }
    return row.value(field.name());
  }

  /**
   * Finds a path.
   *
   * @param query the query it stands in
   * @param root the object that the query is about
   * @param expression the path
   */
  static Column find(Soql query, Entity root, Soql.Expression expression, Database database)
      throws Refusal {
    List<String> names = new ArrayList<>(List.of(expression.path().split("\\.", -1)));
    boolean qualified = names.size() > 1 && root.reference(names.get(0)).isEmpty();
    if (qualified
        && (names.get(0).equalsIgnoreCase(root.name())
            || names.get(0).equalsIgnoreCase(query.alias()))) {
      names.remove(0);
    }
    List<Field> via = new ArrayList<>();
    Entity entity = root;
    for (String name : names.subList(0, names.size() - 1)) {
      Field reference =
          entity
              .reference(name)
              .orElseThrow(
                  () -> SoqlErrors.noSuchParent(query.text(), expression.position(), name));
      via.add(reference);
      entity = database.entity(String.valueOf(reference.parent())).orElse(entity);
    }
    String last = names.get(names.size() - 1);
    Entity owner = entity;
    Field field =
        owner
            .field(last)
            .orElseThrow(
                () ->
                    SoqlErrors.noSuchColumn(
                        query.text(), expression.position(), last, owner.name()));
    return new Column(List.copyOf(via), owner, field);
  }
}
