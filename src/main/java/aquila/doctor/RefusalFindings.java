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
          "look at "
              + SetupHint.FIND
              + "Login History, which names the reason in other words; Aquila makes no guess");
  static final Verdict API_UNKNOWN =
      Verdict.fail(
          "api.unknown-words",
          "",
          ExitCode.API_REFUSED,
          "a refusal of the REST API that Aquila does not know",
          "look for these words in Salesforce's REST API Developer Guide; Aquila makes no guess");
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
    return Verdict.fail(remedy.id(), remedy.row(), exit, remedy.title(), remedy.advice());
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
    List<String> steps = new ArrayList<>();
    failure.hints().forEach(own -> steps.add(ForeignText.printable(own)));
    Advice known = verdict.advice();
    String message = failure.fact();
    if (verdict.id().equals(Remedies.NOT_FOR_API) && visit.mayUseApi()) {
      known = known.withoutLikeliest();
      message += "; the token has the scope api, so the scopes of the app are not the reason";
    }
    steps.addAll(known.steps());
    Advice advice = known.withSteps(steps);
    return visit.filled(new Finding(verdict, Place.seen(words(failure)), message, advice));
  }

  /** A failure of this machine's own. */
  static Finding local(Failure failure) {
    List<String> hints = failure.hints().isEmpty() ? LOCAL.steps() : failure.hints();
    return Finding.of(LOCAL, Place.none(), failure.fact(), hints);
  }

  /** The finding of a row that is known without a refusal. */
  static Finding row(String id, String found, Visit visit) {
    return visit.filled(Finding.of(verdict(Remedies.row(id)), Place.seen(found), null));
  }

  /** Salesforce itself is not well. */
  static Finding outOfOrder(int status, String found) {
    Remedy remedy = Remedies.row(status == 420 ? "api.maintenance" : "api.unavailable");
    return Finding.of(verdict(remedy), Place.seen(found), null);
  }

  static String words(Failure failure) {
    Cause words = failure.words();
    return ForeignText.printable(words == null ? failure.fact() : words.text());
  }
}
