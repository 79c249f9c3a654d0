package aquila.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The children of many parents, sorted by parent once. */
final class ChildRecords {
  private final Soql query;
  private final Entity entity;
  private final Database database;
  private final SoqlResult none;
  private final Map<String, List<Row>> byParent = new HashMap<>();

  /**
   * The children of every parent.
   *
   * @throws Refusal if the query does not fit the schema
   */
  ChildRecords(Soql query, Entity.Child child, Entity entity, Database database) throws Refusal {
    this.query = query;
    this.entity = entity;
    this.database = database;
    this.none = SoqlResult.of(query, entity, List.of(), database);
    for (Row row : database.rows(entity)) {
      Object parent = row.value(child.field());
      if (parent != null) {
        byParent.computeIfAbsent(parent.toString(), key -> new ArrayList<>()).add(row);
      }
    }
  }

  /** The result of the query if there were no children at all. */
  SoqlResult none() {
    return none;
  }

  SoqlResult of(Row parent) {
    List<Row> rows = byParent.getOrDefault(parent.id(), List.of());
    try {
      return SoqlResult.of(query, entity, rows, database);
    } catch (Refusal e) {
      throw new IllegalStateException("the query fitted the schema a moment ago", e);
    }
  }
}
