package aquila.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the org: values by the canonical names of its fields. What is not set is null. */
final class Row {
  private final String entity;
  private final Map<String, Object> values;

  private Row(String entity, Map<String, Object> values) {
    this.entity = entity;
    this.values = values;
  }

  /** Begins a record. */
  static Maker of(String entity, String id) {
    return new Maker(entity).set("Id", id);
  }

  /** A record in the making. */
  static final class Maker {
    private final String entity;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Maker(String entity) {
      this.entity = entity;
    }

    Maker set(String field, @Nullable Object value) {
      if (value != null) {
        values.put(field, value);
      }
      return this;
    }

    Row row() {
      return new Row(entity, new LinkedHashMap<>(values));
    }
  }

  /** The kind of record. */
  String entity() {
    return entity;
  }

  String id() {
    return String.valueOf(values.get("Id"));
  }

  /** A value by the canonical name of its field. */
  @Nullable Object value(String field) {
    return values.get(field);
  }
}
