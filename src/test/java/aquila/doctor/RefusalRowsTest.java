package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.failure.TokenRefused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That each row of the catalogue is found by its words, and not by words that look alike. */
class RefusalRowsTest {

  @Test
  void phrasesAreInLowerCaseSinceTheyAreLookedForSo() {
    for (Remedy remedy : Remedies.all()) {
      for (String phrase : remedy.words().phrases()) {
        assertEquals(phrase.toLowerCase(Locale.ROOT), phrase);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "302, Location: https://acme.lightning.force.com/, token.redirected",
    "301, Location: https://new.my.salesforce.com/services/oauth2/token, token.redirected",
    "405, , token.method-not-allowed",
    "200, Welcome to the hotel, token.not-an-endpoint",
    "200, , token.not-an-endpoint",
    "420, Stay tuned, token.maintenance",
    "503, Down for maintenance, token.unavailable",
  })
  void knowsATokenAnswerWithoutACode(int status, String words, String id) {
    Cause cause = Cause.ofStatus(status, words == null ? "" : words);
    assertEquals(Optional.of(id), Remedies.find(token(cause)).map(Remedy::id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the server could not find location: x",
        "Location: nowhere",
        "unknown_error",
        "user is frozen",
        ""
      })
  void makesNoGuessFromWordsThatMerelyLookLikeARow(String description) {
    assertEquals(Optional.empty(), row(token(Cause.ofToken(400, "invalid_grant", description))));
  }

  @ParameterizedTest
  @CsvSource({"400, ", "403, Forbidden", "404, Not Found", "500, x", "502, Bad Gateway"})
  void makesNoGuessFromOtherStatuses(int status, String words) {
    Cause cause = Cause.ofStatus(status, words == null ? "" : words);
    assertEquals(Optional.empty(), row(token(cause)));
    assertEquals(Optional.empty(), row(api(cause)));
  }

  @Test
  void aRemedyIsFoundByEveryWordThatItLists() {
    for (Remedy remedy : Remedies.all()) {
      assertTrue(isReached(remedy), remedy.toString());
    }
  }

  /** Whether no remedy above it takes all that is meant for this one. */
  private static boolean isReached(Remedy remedy) {
    List<String> codes = remedy.words().codes().isEmpty() ? List.of("") : remedy.words().codes();
    List<String> phrases =
        remedy.words().phrases().isEmpty() ? List.of("") : remedy.words().phrases();
    for (String code : codes) {
      for (String phrase : phrases) {
        Integer status = remedy.words().status();
        Cause cause =
            code.isEmpty()
                ? Cause.ofStatus(status == null ? 400 : status, phrase + "/")
                : Cause.ofRest(status == null ? 400 : status, code, phrase);
        Failure failure = remedy.id().startsWith("token.") ? token(cause) : api(cause);
        if (!Remedies.find(failure).map(Remedy::id).equals(Optional.of(remedy.id()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<String> row(Failure failure) {
    return Remedies.find(failure).map(Remedy::row);
  }

  private static TokenRefused token(Cause words) {
    return new TokenRefused("refused", words);
  }

  private static ApiRefused api(Cause words) {
    return new ApiRefused("refused", words);
  }
}
