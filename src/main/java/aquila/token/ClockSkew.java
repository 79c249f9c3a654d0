package aquila.token;

import aquila.failure.Cause;
import aquila.http.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far this machine's clock is from the server's, by the {@code Date} of a reply. It is a hint,
 * never a correction: a wrong clock has to be set right, not worked around.
 *
 * @param ahead local time minus server time
 */
public record ClockSkew(Duration ahead) {

  /**
   * A {@code Date} counts whole seconds and a reply takes its time: less than this means nothing.
   */
  private static final Duration NOTABLE = Duration.ofSeconds(60);

  /** An assertion lives three minutes, of which some seconds pass on the way. */
  private static final Duration DECISIVE = Duration.ofSeconds(170);

  /** Measures it at the middle between sending and receiving; empty without a {@code Date}. */
  public static Optional<ClockSkew> of(HttpReply reply) {
    Duration half = Duration.between(reply.sent(), reply.received()).dividedBy(2);
    Instant middle = reply.sent().plus(half);
    return reply.date().map(date -> new ClockSkew(Duration.between(date, middle)));
  }

  /**
   * The hint, where the skew explains the refusal: a slow clock makes assertions that are over when
   * they arrive, a fast one makes them reach too far into the future.
   */
  Optional<String> explaining(Cause refusal) {
    String words = refusal.word("error_description").toLowerCase(Locale.ROOT);
    boolean behind = ahead.compareTo(NOTABLE.negated()) < 0 && words.contains("expired");
    boolean before =
        ahead.compareTo(NOTABLE) > 0 && (words.contains("expired") || words.contains("assertion"));
    if (!refusal.word("error").equals("invalid_grant") || !(behind || before)) {
      return Optional.empty();
    }
    return Optional.of(
        "this machine's clock is "
            + shown(ahead.abs())
            + (behind ? " behind" : " ahead of")
            + " the server's, which "
            + (ahead.abs().compareTo(DECISIVE) < 0 ? "may explain" : "explains")
            + " it: set the clock (timedatectl set-ntp true)");
  }

  private static String shown(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
