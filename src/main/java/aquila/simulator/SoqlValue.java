package aquila.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression for a group of records; a query without groups is one of groups of
 * one.
 *
 * @param expression how it was written
 * @param column the field, or null for {@code COUNT()}
 */
record SoqlValue(Soql.Expression expression, @Nullable Column column, Database database) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static SoqlValue of(Soql query, Entity root, Soql.Expression expression, Database database)
      throws Refusal {
    Column column =
        expression.isBareCount() ? null : Column.find(query, root, expression, database);
    String function = expression.function();
    if (function != null && column != null && !column.field().type().supports(function)) {
      throw SoqlErrors.at(
          query.text(),
          expression.position(),
          "MALFORMED_QUERY",
          "field " + column.name() + " does not support aggregate operator " + function);
    }
    return new SoqlValue(expression, column, database);
  }

  /** The type of what {@link #of} gives. */
  FieldType type() {
    String function = expression.function();
    if (column == null || "COUNT".equals(function) || "COUNT_DISTINCT".equals(function)) {
      return FieldType.INT;
    }
    return "AVG".equals(function) || "SUM".equals(function)
        ? FieldType.DOUBLE
        : column.field().type();
  }

  /** What messages call it. */
  String name() {
    return column == null ? "COUNT" : column.name();
  }

  @Nullable Object of(List<Row> group) {
    String function = expression.function();
    if (column == null) {
      return group.size();
    }
    if (function == null) {
      return group.isEmpty() ? null : column.value(group.get(0), database);
    }
    List<Object> values =
        group.stream()
            .map(row -> column.value(row, database))
            .filter(Objects::nonNull)
            .<Object>map(value -> value)
            .toList();
    return switch (function) {
      case "COUNT" -> values.size();
      case "COUNT_DISTINCT" -> (int) values.stream().map(SoqlValue::comparable).distinct().count();
      case "MIN" -> values.stream().min(SoqlValue::compare).orElse(null);
      case "MAX" -> values.stream().max(SoqlValue::compare).orElse(null);
      case "AVG" -> values.isEmpty() ? null : sum(values) / values.size();
      default -> values.isEmpty() ? null : sum(values);
    };
  }

  private static double sum(List<Object> values) {
    return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
  }

  /** Compares values of one type; texts without regard to case. */
  static int compare(Object one, Object two) {
    Object left = comparable(one);
    Object right = comparable(two);
    if (left instanceof Double number && right instanceof Double other) {
      return number.compareTo(other);
    }
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    if (left instanceof Instant moment && right instanceof Instant other) {
      return moment.compareTo(other);
    }
    if (left instanceof Boolean bool && right instanceof Boolean other) {
      return bool.compareTo(other);
    }
    throw new IllegalStateException(left.getClass() + " against " + right.getClass());
  }

  /** Empty values before all others, or after them. */
  static Comparator<@Nullable Object> order(boolean descending, boolean nullsLast) {
    Comparator<Object> order = SoqlValue::compare;
    Comparator<Object> directed = descending ? order.reversed() : order;
    return nullsLast ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
  }

  private static Object comparable(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof java.time.LocalDate day) {
      return Soql.Days.start(day);
    }
    return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  /** As Salesforce writes it into JSON. */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }
}
