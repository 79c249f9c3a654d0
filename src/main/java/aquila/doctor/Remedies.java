package aquila.doctor;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.failure.TokenRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up what to do about a refusal. Words that are not in the catalogue get no guess. */
public final class Remedies {

  private Remedies() {}

  /** All rows, in the catalogue's order. */
  public static List<Remedy> all() {
    return Stream.concat(token().stream(), ApiRemedies.all().stream()).toList();
  }

  private static List<Remedy> token() {
    return Stream.concat(TokenRemedies.all().stream(), EndpointRemedies.all().stream()).toList();
  }

  /** The row that a refusal belongs to, or empty. */
  public static Optional<Remedy> find(Failure failure) {
    Cause words = failure.words();
    if (words == null) {
      return Optional.empty();
    }
    if (failure instanceof TokenRefused) {
      return first(token(), words);
    }
    return failure instanceof ApiRefused ? first(ApiRemedies.all(), words) : Optional.empty();
  }

  /** The failure's own hints, then those of its row. */
  public static List<String> hints(Failure failure, Situation situation) {
    List<String> hints = new ArrayList<>(failure.hints());
    find(failure)
        .map(remedy -> remedy.hints().stream())
        .orElseGet(() -> mistake(failure))
        .flatMap(hint -> situation.fill(hint).stream())
        .forEach(hints::add);
    if (hints.isEmpty() && failure instanceof TokenRefused && saysUnknown(failure)) {
      hints.add(
          "these words are not known to Aquila; Setup > Login History of this minute names the"
              + " reason in other words: ask the customer's admin for that line");
    }
    return List.copyOf(hints);
  }

  private static Stream<String> mistake(Failure failure) {
    Cause words = failure.words();
    return failure instanceof ApiRefused && words != null
        ? QueryMistake.hints(words)
        : Stream.empty();
  }

  private static boolean saysUnknown(Failure failure) {
    Cause words = failure.words();
    return words != null && !words.word("error").isEmpty();
  }

  private static Optional<Remedy> first(List<Remedy> rows, Cause words) {
    return rows.stream().filter(row -> row.words().match(words)).findFirst();
  }
}
