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

  /** R1: the REST API refuses the token as such. */
  static final String NOT_FOR_API = "api.session-not-valid";

  private static final String DOCTOR = "aquila doctor tells what else may be behind it";

  private Remedies() {}

  /** All rows, in the catalogue's order. */
  public static List<Remedy> all() {
    return Stream.concat(token(), ApiRemedies.all().stream()).toList();
  }

  private static Stream<Remedy> token() {
    return Stream.of(AppRemedies.all(), TokenRemedies.all(), EndpointRemedies.all())
        .flatMap(List::stream);
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
    return failure instanceof ApiRefused
        ? first(ApiRemedies.all().stream(), words)
        : Optional.empty();
  }

  /** A row by its id, which must be there. */
  static Remedy row(String id) {
    return all().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * What to do first, for commands that have something else to say: the failure's own hints too.
   */
  public static List<String> hints(Failure failure, Situation situation) {
    List<String> hints = new ArrayList<>(failure.hints());
    Optional<Advice> advice = find(failure).map(row -> row.advice().fill(situation::fill));
    if (advice.isPresent()) {
      hints.addAll(named(advice.get()));
      next(advice.get()).ifPresent(hints::add);
      return List.copyOf(hints);
    }
    mistake(failure).flatMap(hint -> situation.fill(hint).stream()).forEach(hints::add);
    if (hints.isEmpty() && failure instanceof TokenRefused && saysUnknown(failure)) {
      hints.add(
          "these words are not known to Aquila; the administrator looks at "
              + SetupHint.FIND
              + "Login History, whose line of this minute names the reason in other words");
    }
    return List.copyOf(hints);
  }

  /** The steps, and before the first of them whom they are for, if it is not the reader. */
  private static List<String> named(Advice advice) {
    if (advice.who() == Who.HERE || advice.steps().isEmpty()) {
      return advice.steps();
    }
    List<String> steps = new ArrayList<>(advice.steps());
    steps.set(0, "for " + advice.who().shortly() + ": " + steps.get(0));
    return steps;
  }

  private static Optional<String> next(Advice advice) {
    String pause = advice.who().pause();
    String doctor = advice.others().isEmpty() ? "" : DOCTOR;
    if (pause.isEmpty()) {
      return doctor.isEmpty() ? Optional.empty() : Optional.of(doctor);
    }
    return Optional.of(pause + ", then try again" + (doctor.isEmpty() ? "" : "; " + doctor));
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

  private static Optional<Remedy> first(Stream<Remedy> rows, Cause words) {
    return rows.filter(row -> row.words().match(words)).findFirst();
  }
}
