package aquila.doctor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of the token endpoint tells beside its words.
 *
 * @param passed how many of {@link #STEPS} the sign-in has passed, as it seems; -1 where a refusal
 *     does not tell
 * @param history what the line in Setup > Login History may say, or null where that is not known
 */
record Diagnosis(int passed, @Nullable String history) {

  /** The order in which Salesforce seems to judge a sign-in; it is inferred, not documented. */
  static final List<String> STEPS =
      List.of(
          "the client-id",
          "the certificate in the app",
          "the clock",
          "the audience-url",
          "the org of the app",
          "whom the app lets in",
          "the user");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What is proven already, worded as what it is: likely. */
  String proven() {
    if (passed <= 0) {
      return "";
    }
    return "Salesforce seems to accept "
        + String.join(", ", STEPS.subList(0, passed))
        + "; it stopped at: "
        + STEPS.get(Math.min(passed, STEPS.size() - 1))
        + (passed == 1 ? ". The key file here is fine and signs as it should" : "");
  }

  /**
   * The line in Salesforce that tells more.
   *
   * @param username whose sign-in it was, or empty
   * @param now the minute of the attempt
   */
  String question(String username, Instant now) {
    return "the administrator looks at "
        + SetupHint.FIND
        + "Login History, the line of "
        + (username.isEmpty() ? "this user" : username)
        + " at "
        + MINUTE.format(now)
        + " UTC (the page may show the time of another zone)"
        + (history == null ? "" : "; its Status may read \"" + history + "\"")
        + ". If there is no such line, the request perhaps went to another org";
  }
}
