package aquila.doctor;

import aquila.config.Field;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.TokenRefused;
import aquila.token.ClockSkew;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one attempt to sign in, and what a refusal means: rows T1 to T24 and T28. */
final class TokenFindings {
  static final String ID = "token.grant";
  static final String TITLE = "the access token";

  /** Where another audience, or the My Domain as endpoint, may be what is wanted. */
  private static final Set<String> ABOUT_AUDIENCE =
      Set.of("token.audience-invalid", "token.app-not-installed");

  /** T8: which words such an assertion gets is not known; these are the likeliest. */
  static final Verdict CLOCK_FAST =
      Verdict.fail(
          "token.clock-fast",
          "T8",
          ExitCode.TOKEN_REFUSED,
          "the clock of this machine is fast, it seems, so that Salesforce refuses what it signs",
          Advice.by(
                  Who.HERE,
                  "set the clock of this machine: timedatectl set-ntp true; Windows: w32tm /resync")
              .because(
                  "the clock of this machine is fast, so that what it signs reaches too far into the"
                      + " future"));

  private static final String TRY_OTHERS =
      "run aquila doctor --try-audiences: it tries other values of audience-url, at most three"
          + " sign-ins in all; each refused one leaves a line in Login History";

  private static final Diagnosis NOTHING_TOLD = new Diagnosis(-1, null);

  private TokenFindings() {}

  static Check<Visit> check() {
    return new Check<>(
        ID,
        TITLE,
        List.of(
            FieldFindings.id(Field.AUDIENCE_URL),
            FieldFindings.id(Field.USERNAME),
            FieldFindings.id(Field.CLIENT_ID),
            KeyFindings.ID,
            ConnectionFindings.ID),
        TokenFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    try {
      visit.signIn(visit.grant(visit.audience(), visit.tokenUrl()));
      return List.of(
          Finding.pass(
              ID, TITLE, Place.seen("granted by " + visit.tokenUrl().getRawAuthority()), null));
    } catch (Failure e) {
      return List.of(refused(visit, e));
    }
  }

  private static Finding refused(Visit visit, Failure failure) {
    Finding bare = RefusalFindings.of(visit, failure);
    Verdict verdict =
        bare.id().equals("token.invalid-assertion") && isFast(visit) ? CLOCK_FAST : bare.verdict();
    if (!(failure instanceof TokenRefused)) {
      return bare;
    }
    Diagnosis diagnosis = TokenDiagnoses.find(verdict.id()).orElse(NOTHING_TOLD);
    String question = diagnosis.question(visit.username(), visit.setup().now());
    if (verdict.id().equals(RefusalFindings.TOKEN_UNKNOWN.id())) {
      return new Finding(
          verdict,
          bare.place(),
          failure.fact() + "; its words are not known to Aquila, which makes no guess",
          bare.advice().withSteps(List.of(question)));
    }
    Advice advice = verdict.id().equals(bare.id()) ? bare.advice() : verdict.advice();
    if (ABOUT_AUDIENCE.contains(verdict.id())) {
      advice =
          visit.triesAudiences()
              ? advice.withFirst(others(visit, verdict.id()))
              : advice.or("", TRY_OTHERS);
    }
    String proven = diagnosis.proven();
    return new Finding(
        verdict, bare.place(), proven.isEmpty() ? null : proven, advice.or("", question));
  }

  private static boolean isFast(Visit visit) {
    return visit.skew().map(ClockSkew::ahead).orElse(Duration.ZERO).toSeconds() > 60;
  }

  /** Tries the others, until one works or another answer comes. */
  private static String others(Visit visit, String id) {
    for (Map.Entry<String, URI> other : candidates(visit).entrySet()) {
      String pair = "audience-url=" + other.getKey() + " with token-url=" + other.getValue();
      try {
        visit.signIn(visit.grant(other.getKey(), other.getValue()));
        return "this worked: " + pair + "; write these two settings";
      } catch (Failure e) {
        Optional<Remedy> remedy = Remedies.find(e);
        if (remedy.isEmpty() || !remedy.get().id().equals(id)) {
          return "tried "
              + pair
              + ", which was refused with other words: "
              + RefusalFindings.words(e);
        }
      }
    }
    return "the other audiences were tried and refused in the same words: "
        + String.join(", ", candidates(visit).keySet());
  }

  /** At most two: the org's own address, and the login host of its kind. */
  private static Map<String, URI> candidates(Visit visit) {
    URI own = visit.instanceUrl().resolve("/services/oauth2/token");
    Map<String, URI> others = new LinkedHashMap<>();
    others.put(visit.instanceUrl().toString(), own);
    String host = String.valueOf(visit.instanceUrl().getHost());
    boolean isSandbox =
        SalesforceHost.of(host).side() == SalesforceHost.Side.SANDBOX
            || visit.audience().contains("//test.");
    others.put("https://" + (isSandbox ? "test" : "login") + ".salesforce.com", own);
    if (own.equals(visit.tokenUrl())) {
      others.remove(visit.audience());
    }
    return others;
  }
}
