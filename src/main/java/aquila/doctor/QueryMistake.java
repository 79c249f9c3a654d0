package aquila.doctor;

import aquila.failure.Cause;
import java.util.List;
import java.util.stream.Stream;

/**
 * A refusal of a query that says more about its text than about the set-up: no row of the
 * catalogue, and nothing for {@code doctor} to find.
 *
 * @param words the refusals that mean it
 * @param hint what is usual for those who write queries
 */
record QueryMistake(Words words, String hint) {

  private static final List<QueryMistake> ALL =
      List.of(
          new QueryMistake(
              Words.of("INVALID_FIELD", "no such column"),
              "check the spelling of the field, a custom one ends in __c; one that {username} may"
                  + " not see is missing just so: Setup > Permission Sets > Object Settings"),
          new QueryMistake(
              Words.phrase("didn't understand relationship"),
              "a parent is named by its relationship, Owner.Name for OwnerId; a custom one ends in"
                  + " __r; a subquery takes the plural name of the child relationship"),
          new QueryMistake(
              Words.of("INVALID_TYPE", "is not supported"),
              "check the spelling of the object, a custom one ends in __c; one that {username} may"
                  + " not see is unknown just so: Setup > Permission Sets > Object Settings"),
          new QueryMistake(
              Words.anyOf("MALFORMED_QUERY"),
              "SOQL is not SQL: fields are named one by one, text stands in single quotes ('acme'),"
                  + " dates in none (2026-11-01T00:00:00Z); in a shell, the whole query stands in"
                  + " double quotes"));

  /** The hints for what was said; none where it means something else. */
  static Stream<String> hints(Cause said) {
    return ALL.stream().filter(mistake -> mistake.words.match(said)).map(QueryMistake::hint);
  }
}
