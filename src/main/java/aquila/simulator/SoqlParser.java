package aquila.simulator;

import aquila.simulator.Soql.Condition;
import aquila.simulator.Soql.Expression;
import aquila.simulator.Soql.Ordering;
import aquila.simulator.Soql.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query by recursive descent: one method for each clause, in the order of the clauses. */
final class SoqlParser {
  private static final Set<String> FUNCTIONS =
      Set.of("COUNT", "COUNT_DISTINCT", "MIN", "MAX", "SUM", "AVG");

  /** Words that end a FROM clause, and so cannot be an alias. */
  private static final Set<String> CLAUSES =
      Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "ALL", "WITH");

  private final String text;
  private final SoqlWords words;
  private final SoqlConditions conditions;

  private SoqlParser(String text, SoqlWords words, LocalDate today) {
    this.text = text;
    this.words = words;
    this.conditions = new SoqlConditions(words, this, today);
  }

  /**
   * Reads a query.
   *
   * @param today what {@code TODAY} is
   */
  static Soql parse(String text, LocalDate today) throws Refusal {
    SoqlWords words = new SoqlWords(text);
    Soql query = new SoqlParser(text, words, today).query();
    words.expectEnd();
    return query;
  }

  Soql query() throws Refusal {
    words.expect("SELECT");
    List<Selection> selections = new ArrayList<>();
    do {
      selections.add(selection());
    } while (words.take(","));
    words.expect("FROM");
    SoqlToken from = words.name();
    String alias = alias();
    Condition where = words.take("WHERE") ? conditions.condition() : null;
    List<Expression> groupBy = new ArrayList<>();
    if (words.take("GROUP")) {
      words.expect("BY");
      do {
        groupBy.add(expression());
      } while (words.take(","));
    }
    Condition having = words.take("HAVING") ? conditions.condition() : null;
    List<Ordering> orderBy = words.take("ORDER") ? orderings() : List.of();
    Integer limit = words.take("LIMIT") ? words.count() : null;
    int offset = words.take("OFFSET") ? words.count() : 0;
    if (words.take("ALL")) {
      words.expect("ROWS");
    }
    return new Soql(text, selections, from, alias, where, groupBy, having, orderBy, limit, offset);
  }

  private @Nullable String alias() throws Refusal {
    SoqlToken next = words.peek();
    boolean isAlias =
        next.kind() == SoqlToken.Kind.NAME
            && !CLAUSES.contains(next.text().toUpperCase(Locale.ROOT));
    return isAlias ? words.name().text() : null;
  }

  private Selection selection() throws Refusal {
    if (words.take("(")) {
      Soql children = query();
      words.expect(")");
      return new Selection.Children(children);
    }
    Expression expression = expression();
    SoqlToken next = words.peek();
    boolean named = next.kind() == SoqlToken.Kind.NAME && !next.is("FROM");
    if (named && next.text().contains(".")) {
      throw SoqlErrors.unexpected(text, next);
    }
    return new Selection.Value(expression, named ? words.name().text() : null);
  }

  Expression expression() throws Refusal {
    SoqlToken name = words.name();
    if (!words.take("(")) {
      return new Expression(null, name.text(), name.position());
    }
    String function = name.text().toUpperCase(Locale.ROOT);
    if (!FUNCTIONS.contains(function)) {
      throw SoqlErrors.unexpected(text, new SoqlToken(name.kind(), "(", name.position()));
    }
    String path = words.peek().is(")") && function.equals("COUNT") ? "" : words.name().text();
    words.expect(")");
    return new Expression(function, path, name.position());
  }

  private List<Ordering> orderings() throws Refusal {
    words.expect("BY");
    List<Ordering> orderings = new ArrayList<>();
    do {
      Expression expression = expression();
      boolean descending = words.take("DESC");
      if (!descending) {
        words.take("ASC");
      }
      boolean nullsLast = false;
      if (words.take("NULLS")) {
        nullsLast = words.take("LAST");
        if (!nullsLast) {
          words.expect("FIRST");
        }
      }
      orderings.add(new Ordering(expression, descending, nullsLast));
    } while (words.take(","));
    return orderings;
  }
}
