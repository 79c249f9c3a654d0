package aquila.simulator;

import aquila.simulator.Soql.Condition;
import aquila.simulator.Soql.Days;
import aquila.simulator.Soql.Literal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a condition into a test of groups of records, after holding it against the schema. */
final class SoqlFilter {
  private final Soql query;
  private final Entity root;
  private final Database database;

  SoqlFilter(Soql query, Entity root, Database database) {
    this.query = query;
    this.root = root;
    this.database = database;
  }

  Predicate<List<Row>> of(@Nullable Condition condition) throws Refusal {
    if (condition instanceof Condition.And and) {
      List<Predicate<List<Row>>> parts = all(and.parts());
      return group -> parts.stream().allMatch(part -> part.test(group));
    }
    if (condition instanceof Condition.Or or) {
      List<Predicate<List<Row>>> parts = all(or.parts());
      return group -> parts.stream().anyMatch(part -> part.test(group));
    }
    if (condition instanceof Condition.Not not) {
      return of(not.part()).negate();
    }
    return condition instanceof Condition.Comparison comparison
        ? comparison(comparison)
        : group -> true;
  }

  private List<Predicate<List<Row>>> all(List<Condition> conditions) throws Refusal {
    List<Predicate<List<Row>>> parts = new ArrayList<>();
    for (Condition condition : conditions) {
      parts.add(of(condition));
    }
    return parts;
  }

  private Predicate<List<Row>> comparison(Condition.Comparison comparison) throws Refusal {
    SoqlValue left = SoqlValue.of(query, root, comparison.left(), database);
    if (comparison.query() != null) {
      Set<Object> found = found(comparison.query());
      boolean wanted = comparison.operator().equals("IN");
      return group -> found.contains(String.valueOf(left.of(group))) == wanted;
    }
    List<ToIntFunction<@Nullable Object>> sides = new ArrayList<>();
    for (Literal literal : comparison.literals()) {
      check(left, literal, comparison.operator());
      sides.add(side(left, literal));
    }
    if (comparison.operator().equals("LIKE")) {
      Pattern pattern = like(String.valueOf(comparison.literals().get(0).value()));
      return group -> left.of(group) instanceof String text && pattern.matcher(text).matches();
    }
    return group -> {
      Object value = left.of(group);
      return switch (comparison.operator()) {
        case "=", "IN" -> sides.stream().anyMatch(side -> side.applyAsInt(value) == 0);
        case "!=", "NOT IN" -> sides.stream().noneMatch(side -> side.applyAsInt(value) == 0);
        case "<" -> value != null && sides.get(0).applyAsInt(value) == -1;
        case "<=" -> value != null && sides.get(0).applyAsInt(value) <= 0;
        case ">" -> value != null && sides.get(0).applyAsInt(value) == 1;
        default -> value != null && sides.get(0).applyAsInt(value) >= 0;
      };
    };
  }

  private Set<Object> found(Soql inner) throws Refusal {
    SoqlResult result = SoqlResult.of(inner, database);
    return new HashSet<>(result.firstValues());
  }

  /** On which side of the literal a value lies: before it -1, at it 0, after it 1. */
  private static ToIntFunction<@Nullable Object> side(SoqlValue left, Literal literal) {
    Object wanted = literal.value();
    if (wanted == null) {
      return value -> value == null ? 0 : 1;
    }
    if (wanted instanceof Days days) {
      Instant from = Days.start(days.from());
      Instant until = Days.start(days.until());
      return value ->
          value == null
              ? 1
              : SoqlValue.compare(value, from) < 0
                  ? -1
                  : SoqlValue.compare(value, until) < 0 ? 0 : 1;
    }
    if (left.type().isId()) {
      // Either form of an id means the same record, and case counts.
      String id = String.valueOf(wanted).substring(0, 15);
      return value ->
          value == null ? 1 : Integer.signum(value.toString().substring(0, 15).compareTo(id));
    }
    return value -> value == null ? 1 : Integer.signum(SoqlValue.compare(value, wanted));
  }

  private void check(SoqlValue left, Literal literal, String operator) throws Refusal {
    FieldType type = left.type();
    boolean fits =
        switch (literal.kind()) {
          case TEXT -> type.isText();
          case NUMBER -> type.isNumber();
          case BOOLEAN -> type == FieldType.BOOLEAN;
          case DATE -> type == FieldType.DATE;
          case MOMENT -> type == FieldType.DATETIME;
          case NULL -> true;
          default -> type == FieldType.DATE || type == FieldType.DATETIME;
        };
    if (!fits) {
      throw SoqlErrors.wrongLiteral(query.text(), literal.position(), left);
    }
    String text = String.valueOf(literal.value());
    if (type.isLong() || (operator.equals("LIKE") && !type.isText())) {
      throw SoqlErrors.at(
          query.text(),
          left.expression().position(),
          "INVALID_FIELD",
          "field '" + left.name() + "' can not be filtered in a query call");
    }
    if (type.isId() && operator.equals("LIKE")) {
      throw SoqlErrors.at(
          query.text(),
          left.expression().position(),
          "INVALID_QUERY_FILTER_OPERATOR",
          "invalid operator on id field");
    }
    if (type.isId() && literal.kind() != Literal.Kind.NULL && !SalesforceId.isId(text)) {
      throw SoqlErrors.at(
          query.text(),
          literal.position(),
          "INVALID_QUERY_FILTER_OPERATOR",
          "invalid ID field: " + text);
    }
  }

  private static Pattern like(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && "%_".indexOf(text.charAt(i + 1)) >= 0) {
        pattern.append(text.charAt(++i));
      } else if (c == '%') {
        pattern.append(".*");
      } else if (c == '_') {
        pattern.append('.');
      } else {
        pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
