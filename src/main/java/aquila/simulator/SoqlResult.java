package aquila.simulator;

import aquila.simulator.Soql.Expression;
import aquila.simulator.Soql.Ordering;
import aquila.simulator.Soql.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The answer to a query: groups of records, in order, which are groups of one where nothing is
 * grouped.
 *
 * @param query the query
 * @param entity the object it is about
 * @param groups what was found, after LIMIT and OFFSET
 * @param database where it was found
 */
record SoqlResult(Soql query, Entity entity, List<List<Row>> groups, Database database) {

  private static final Pattern ASKS_FOR_HOURLY =
      Pattern.compile(
          "(?is)\\bwhere\\b.*\\b(Interval|Sequence|Id)\\s*(=|!=|<|>|\\bin\\b|\\bnot\\b|\\blike\\b)");

  /** Salesforce skips no more than this. */
  private static final int LARGEST_OFFSET = 2000;

  /** Holds a query against the schema and runs it. */
  static SoqlResult of(Soql query, Database database) throws Refusal {
    SoqlToken from = query.from();
    Optional<Entity> entity = database.entity(from.text());
    if (entity.isEmpty()) {
      throw SoqlErrors.noSuchType(query.text(), from.position(), from.text());
    }
    return of(query, entity.get(), database.rows(entity.get()), database);
  }

  /** Runs a query over records that were found by other means: a parent's children. */
  static SoqlResult of(Soql query, Entity entity, Collection<Row> rows, Database database)
      throws Refusal {
    if (query.offset() > LARGEST_OFFSET) {
      throw new Refusal(
          400, "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + LARGEST_OFFSET);
    }
    SoqlFilter filter = new SoqlFilter(query, entity, database);
    Predicate<List<Row>> where = filter.of(query.where());
    List<List<Row>> singles =
        rows.stream().filter(usual(query, entity)).map(List::of).filter(where).toList();
    SoqlResult whole = new SoqlResult(query, entity, singles, database);
    whole.checkGrouping();
    List<List<Row>> groups = whole.isAggregate() ? whole.grouped() : singles;
    List<List<Row>> ordered =
        groups.stream().filter(filter.of(query.having())).sorted(whole.order()).toList();
    Stream<List<Row>> rest = ordered.stream().skip(query.offset());
    Integer limit = query.limit();
    return new SoqlResult(
        query, entity, (limit == null ? rest : rest.limit(limit)).toList(), database);
  }

  /**
   * Hourly event log files are found only by those who ask for an interval, a sequence number or an
   * Id (Object Reference, "EventLogFile"; the last is not documented, but seen).
   */
  private static Predicate<Row> usual(Soql query, Entity entity) {
    if (!Records.change(entity.name()) || ASKS_FOR_HOURLY.matcher(query.text()).find()) {
      return row -> true;
    }
    return row -> "Daily".equals(row.value("Interval"));
  }

  /** {@code SELECT COUNT()}: only a number is asked for. */
  boolean isCount() {
    return query.selections().size() == 1
        && query.selections().get(0) instanceof Selection.Value value
        && value.expression().isBareCount();
  }

  /** Whether the records are not the object's own. */
  boolean isAggregate() {
    return !isCount()
        && (!query.groupBy().isEmpty()
            || values().anyMatch(value -> value.expression().isAggregate()));
  }

  Stream<Selection.Value> values() {
    return query.selections().stream()
        .filter(Selection.Value.class::isInstance)
        .map(Selection.Value.class::cast);
  }

  SoqlValue value(Expression expression) throws Refusal {
    return SoqlValue.of(query, entity, expression, database);
  }

  /** The first selected value of each record, for a query inside another's IN. */
  List<Object> firstValues() throws Refusal {
    Optional<Selection.Value> first = values().findFirst();
    List<Object> found = new ArrayList<>();
    if (first.isPresent()) {
      SoqlValue value = value(first.get().expression());
      groups.forEach(group -> found.add(String.valueOf(value.of(group))));
    }
    return found;
  }

  private void checkGrouping() throws Refusal {
    if (!isAggregate()) {
      Optional<Selection.Value> named = values().filter(value -> value.alias() != null).findFirst();
      if (named.isPresent()) {
        throw SoqlErrors.at(
            query.text(),
            named.get().expression().position(),
            "MALFORMED_QUERY",
            "only aggregate expressions use field aliasing");
      }
      return;
    }
    for (Selection.Value value : values().toList()) {
      Expression expression = value.expression();
      boolean grouped =
          query.groupBy().stream()
              .anyMatch(group -> group.path().equalsIgnoreCase(expression.path()));
      if (!expression.isAggregate() && !grouped) {
        throw SoqlErrors.at(
            query.text(),
            expression.position(),
            "MALFORMED_QUERY",
            "Field must be grouped or aggregated: " + expression.path());
      }
    }
  }

  private List<List<Row>> grouped() throws Refusal {
    List<List<Row>> all = groups;
    if (query.groupBy().isEmpty()) {
      return List.of(all.stream().map(group -> group.get(0)).toList());
    }
    List<SoqlValue> keys = new ArrayList<>();
    for (Expression expression : query.groupBy()) {
      SoqlValue key = value(expression);
      if (!key.type().isGroupable()) {
        throw cannotBe("grouped", key);
      }
      keys.add(key);
    }
    Map<List<String>, List<Row>> byKey = new LinkedHashMap<>();
    for (List<Row> single : all) {
      List<String> key = keys.stream().map(value -> String.valueOf(value.of(single))).toList();
      byKey.computeIfAbsent(key, none -> new ArrayList<>()).addAll(single);
    }
    return new ArrayList<>(byKey.values());
  }

  private Comparator<List<Row>> order() throws Refusal {
    List<Comparator<List<Row>>> orders = new ArrayList<>();
    for (Ordering ordering : query.orderBy()) {
      SoqlValue value = value(ordering.expression());
      if (value.type().isLong()) {
        throw cannotBe("sorted", value);
      }
      Comparator<Object> values = SoqlValue.order(ordering.descending(), ordering.nullsLast());
      orders.add((one, two) -> values.compare(value.of(one), value.of(two)));
    }
    return (one, two) ->
        orders.stream()
            .mapToInt(order -> order.compare(one, two))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);
  }

  private Refusal cannotBe(String done, SoqlValue value) {
    return SoqlErrors.at(
        query.text(),
        value.expression().position(),
        "MALFORMED_QUERY",
        "field '" + value.name() + "' can not be " + done + " in a query call");
  }
}
