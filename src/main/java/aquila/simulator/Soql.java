package aquila.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was written, not yet held against the schema (SOQL and SOSL Reference).
 *
 * @param text the whole text, for messages
 * @param selections what is asked for
 * @param from the object, or in a subquery the relationship
 * @param alias another name for it, or null
 * @param where null for all records
 * @param groupBy empty for no grouping
 * @param having null for all groups
 * @param orderBy empty for the natural order
 * @param limit null for no limit
 * @param offset how many records are skipped
 */
record Soql(
    String text,
    List<Selection> selections,
    SoqlToken from,
    @Nullable String alias,
    @Nullable Condition where,
    List<Expression> groupBy,
    @Nullable Condition having,
    List<Ordering> orderBy,
    @Nullable Integer limit,
    int offset) {

  /** One thing that is asked for. */
  sealed interface Selection {

    /**
     * A field or a function.
     *
     * @param alias the name in the result, or null
     */
    record Value(Expression expression, @Nullable String alias) implements Selection {}

    /** The children of each record. */
    record Children(Soql query) implements Selection {}
  }

  /**
   * A field, or a function of one.
   *
   * @param function in upper case, or null for a bare field
   * @param path names with dots; empty for {@code COUNT()}
   * @param position where it begins
   */
  record Expression(@Nullable String function, String path, int position) {

    boolean isAggregate() {
      return function != null;
    }

    boolean isBareCount() {
      return "COUNT".equals(function) && path.isEmpty();
    }
  }

  /** How records are ordered. */
  record Ordering(Expression expression, boolean descending, boolean nullsLast) {}

  /** A value that is written out. */
  record Literal(Kind kind, @Nullable Object value, int position) {

    enum Kind {
      TEXT,
      NUMBER,
      BOOLEAN,
      DATE,
      MOMENT,
      /** The days of a word such as {@code LAST_N_DAYS:3}. */
      DAYS,
      NULL
    }
  }

  /**
   * A stretch of days.
   *
   * @param from the first
   * @param until the first that does not belong to it
   */
  record Days(LocalDate from, LocalDate until) {

    static Instant start(LocalDate day) {
      return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
  }

  /** What a record, or in HAVING a group, must fulfil. */
  sealed interface Condition {

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    /**
     * A comparison.
     *
     * @param operator {@code =}, {@code !=}, {@code <}…, {@code LIKE}, {@code IN}, {@code NOT IN}
     * @param literals one, or for IN any number
     * @param query for IN, a query in place of literals, or null
     */
    record Comparison(
        Expression left, String operator, List<Literal> literals, @Nullable Soql query)
        implements Condition {}
  }
}
