package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Cause;
import aquila.failure.TokenRefused;
import aquila.http.Replies;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a hiccup, a refusal, or a wrong clock, and what only looks like one. */
class TokenHiccupTest {
  private static final URI ASKED = URI.create("https://login.salesforce.com/services/oauth2/token");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"unknown_error\",\"error_description\":\"retry your request\"}",
        "{\"error_description\":\"retry your request\",\"error\":\"unknown_error\"}",
      })
  void anUnknownErrorIsWorthAnotherAttempt(String body) {
    assertTrue(TokenAnswer.isPassing(Replies.json(400, body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Every repeated refusal is another line in the org's login history.
        "{\"error\":\"invalid_grant\",\"error_description\":\"unknown_error\"}",
        "{\"error\":\"unknown_error_of_another_kind\"}",
        "{\"error\":[\"unknown_error\"]}",
        "[\"unknown_error\"]",
        "unknown_error",
        "",
      })
  void otherWordsWithThatNameInThemAreNot(String body) {
    assertFalse(TokenAnswer.isPassing(Replies.json(400, body)));
  }

  @Test
  void aRefusalWithTheStatusOfAnAnswerIsARefusal() {
    String body = "{\"error\":\"invalid_grant\",\"error_description\":\"ip restricted\"}";
    TokenRefused failure =
        assertThrows(TokenRefused.class, new TokenAnswer(ASKED, Replies.json(200, body))::token);
    assertEquals("the token endpoint refused the assertion", failure.fact());
    assertEquals(Cause.ofToken(200, "invalid_grant", "ip restricted"), failure.words());
  }

  @Test
  void aTokenWithAnErrorBesideItIsAToken() throws Exception {
    String body =
        "{\"error\":\"none\",\"access_token\":\"t\",\"instance_url\":\"https://acme.my.salesforce.com\"}";
    assertEquals("t", new TokenAnswer(ASKED, Replies.json(200, body)).token().value().reveal());
  }

  @ParameterizedTest
  @CsvSource({
    "PT-61S, may explain it",
    "PT-169S, may explain it",
    "PT-170S, explains it",
    "PT-1H, explains it",
    "PT61S, may explain it",
    "PT170S, explains it",
  })
  void aClockThatIsOffByLessThanAnAssertionLivesIsOnlySuspected(Duration ahead, String words) {
    Cause refusal = Cause.ofToken(400, "invalid_grant", "expired authorization code");
    String hint = new ClockSkew(ahead).explaining(refusal).orElseThrow();
    assertTrue(hint.contains(" the server's, which " + words + ": set the clock"), hint);
  }
}
