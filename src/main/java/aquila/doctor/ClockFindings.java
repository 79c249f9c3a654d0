package aquila.doctor;

import aquila.failure.ExitCode;
import aquila.token.ClockSkew;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** This machine's clock against the org's: row N15. */
final class ClockFindings {
  static final String ID = "network.clock";
  static final String TITLE = "the clock";

  private static final Duration NOTABLE = Duration.ofSeconds(60);

  /** An assertion lives 180 s. */
  private static final Duration TOO_FAR = Duration.ofSeconds(170);

  private static final String SET =
      "set the clock: timedatectl set-ntp true; Windows: w32tm /resync";

  static final Verdict OFF =
      Verdict.fail(
          "network.clock-off",
          "N15",
          ExitCode.NETWORK,
          "the clock is too far off to sign in",
          Advice.by(Who.HERE, SET)
              .or(
                  "this is a virtual machine that was asleep, and woke with the time at which it fell"
                      + " asleep",
                  ""));
  static final Verdict DRIFTS =
      Verdict.warn(
          "network.clock-drifts",
          "N15",
          ExitCode.NETWORK,
          "the clock is off, and may drift",
          Advice.by(Who.HERE, SET));

  private ClockFindings() {}

  static Check<Visit> check() {
    return new Check<>(ID, TITLE, List.of(ConnectionFindings.ID), ClockFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    Optional<ClockSkew> skew = visit.skew();
    if (skew.isEmpty()) {
      return List.of(Finding.skip(ID, TITLE, Place.none(), "the org does not tell its time"));
    }
    Duration ahead = skew.get().ahead();
    if (ahead.abs().compareTo(NOTABLE) <= 0) {
      return List.of(Finding.pass(ID, TITLE, Place.seen("less than a minute off"), null));
    }
    Verdict verdict = ahead.abs().compareTo(TOO_FAR) > 0 ? OFF : DRIFTS;
    String found =
        ahead.abs().toMinutes()
            + " min "
            + ahead.abs().toSecondsPart()
            + " s "
            + (ahead.isNegative() ? "behind" : "ahead of")
            + " the org's";
    return List.of(
        Finding.of(
            verdict,
            Place.seen(found),
            "Salesforce goes by its own clock, and what Aquila signs is good for three minutes"));
  }
}
