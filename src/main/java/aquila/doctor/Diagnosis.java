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
 * @param passed how many of {@link #STEPS} the assertion has passed, as it seems; -1 where a
 *     refusal does not tell
 * @param causes what is behind it, the likeliest first
 * @param history what the line in Setup > Login History may say, or null where that is not known
 */
record Diagnosis(int passed, List<String> causes, @Nullable String history) {

  /** The order in which Salesforce seems to judge an assertion; it is inferred, not documented. */
  static final List<String> STEPS =
      List.of(
          "the client ID",
          "the key and its certificate",
          "the clock",
          "the audience",
          "the org of the app",
          "the approval of the user",
          "the user");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  Diagnosis {
    causes = List.copyOf(causes);
  }

  /** What is proven already, worded as what it is: likely. */
  String proven() {
    if (passed < 0) {
      return "";
    }
    String left = STEPS.get(Math.min(passed, STEPS.size() - 1));
    return passed == 0
        ? "Salesforce seems to look at " + left + " first, so nothing else is proven yet"
        : "probably right already, by the order in which Salesforce seems to judge: "
            + String.join(", ", STEPS.subList(0, passed))
            + "; it stopped at "
            + left
            + (passed == 1
                ? ", and the signature itself was verified here before it was sent"
                : "");
  }

  /**
   * The one line to ask the customer's admin for.
   *
   * @param username whose sign-in it was, or empty
   * @param now the minute of the attempt
   */
  String question(String username, Instant now) {
    return "ask the customer's admin for one line: Setup > Quick Find: Login History, "
        + (username.isEmpty() ? "this user" : username)
        + " at "
        + MINUTE.format(now)
        + " UTC (the page may show the time of another zone)"
        + (history == null ? "" : "; its Status may read \"" + history + "\"")
        + "; no such line may mean that the request did not reach this org";
  }
}
