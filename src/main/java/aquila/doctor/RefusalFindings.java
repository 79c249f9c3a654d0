package aquila.doctor;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.failure.TokenRefused;
import aquila.world.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failures of the live steps as findings: by their row if they have one, else as they came. */
final class RefusalFindings {
  static final Verdict TOKEN_UNKNOWN =
      Verdict.fail(
          "token.unknown-words",
          "",
          ExitCode.TOKEN_REFUSED,
          "a refusal that Aquila does not know",
          "Setup > Login History names the reason in other words");
  static final Verdict API_UNKNOWN =
      Verdict.fail(
          "api.unknown-words",
          "",
          ExitCode.API_REFUSED,
          "a refusal of the REST API that Aquila does not know",
          "look for its words in Salesforce's REST API Developer Guide");
  static final Verdict LOCAL =
      Verdict.fail(
          "field.unusable-later",
          "",
          ExitCode.CONFIG,
          "a setting cannot be used",
          "aquila check looks at the settings one by one");

  private RefusalFindings() {}

  static List<Verdict> verdicts() {
    return List.of(TOKEN_UNKNOWN, API_UNKNOWN, LOCAL);
  }

  static Verdict verdict(Remedy remedy) {
    ExitCode exit =
        remedy.id().startsWith("token.") ? ExitCode.TOKEN_REFUSED : ExitCode.API_REFUSED;
    return new Verdict(
        remedy.id(), remedy.row(), Status.FAIL, exit, remedy.title(), remedy.hints());
  }

  /** What failed, what it means, and what to do. */
  static Finding of(Visit visit, Failure failure) {
    if (failure instanceof NetworkFailure network) {
      return NetworkFindings.of(network);
    }
    if (!(failure instanceof TokenRefused) && !(failure instanceof ApiRefused)) {
      return local(failure);
    }
    Optional<Remedy> remedy = Remedies.find(failure);
    Verdict unknown = failure instanceof TokenRefused ? TOKEN_UNKNOWN : API_UNKNOWN;
    Verdict verdict = remedy.map(RefusalFindings::verdict).orElse(unknown);
    List<String> hints = new ArrayList<>(Remedies.hints(failure, visit.situation()));
    if (hints.isEmpty()) {
      hints.addAll(verdict.hints());
    }
    return new Finding(verdict, Place.seen(words(failure)), failure.fact(), List.of(), hints);
  }

  /** A failure of this machine's own. */
  static Finding local(Failure failure) {
    List<String> hints = failure.hints().isEmpty() ? LOCAL.hints() : failure.hints();
    return Finding.of(LOCAL, Place.none(), failure.fact(), hints);
  }

  /** The finding of a row that is known without a refusal. */
  static Finding row(String id, String found, Visit visit) {
    Remedy remedy =
        Remedies.all().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    List<String> hints =
        remedy.hints().stream().flatMap(hint -> visit.situation(hint).stream()).toList();
    return Finding.of(verdict(remedy), Place.seen(found), null, hints);
  }

  /** Salesforce itself is not well. */
  static Finding outOfOrder(int status, String found) {
    String id = status == 420 ? "api.maintenance" : "api.unavailable";
    Remedy remedy =
        Remedies.all().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    return Finding.of(verdict(remedy), Place.seen(found), null, remedy.hints());
  }

  static String words(Failure failure) {
    Cause words = failure.words();
    return ForeignText.printable(words == null ? failure.fact() : words.text());
  }
}
