package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.TokenRefused;
import aquila.http.Http;
import aquila.http.HttpReply;
import aquila.http.Replies;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the token endpoint may answer, and what is made of it. */
class TokenAnswerTest {
  private static final URI ASKED = URI.create("https://login.salesforce.com/services/oauth2/token");
  private static final String TOKEN = "opaque-canary-1234567890";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T1  | invalid_grant          | user hasn't approved this consumer",
        "T2  | invalid_app_access     | user is not admin approved to access this app",
        "T2  | invalid_app_acess      | user is not admin approved to access this app",
        "T3  | invalid_request        | refresh_token scope is required and the connected app should be installed and preauthorized.",
        "T4  | invalid_grant          | invalid assertion",
        "T5  | invalid_grant          | audience is invalid",
        "T6  | app_not_found          | External client app is not installed in this org",
        "T7  | invalid_grant          | expired authorization code",
        "T9  | invalid_client_id      | client identifier invalid",
        "T10 | invalid_client         | invalid client credentials",
        "T11 | invalid_client         | app must be installed into org",
        "T12 | OAUTH_APP_BLOCKED      | this app is blocked by admin",
        "T13 | invalid_grant          | inactive user",
        "T14 | invalid_grant          | ip restricted",
        "T16 | invalid_grant          | login rate exceeded",
        "T17 | unsupported_grant_type | grant type not supported",
        "T18 | unknown_error          | retry your request",
        "T19 | invalid_request        | scope parameter not supported",
        "T20 | inactive_org           | organization is inactive",
        "T28 | invalid_grant          | authentication failure",
        "T28 | invalid_grant          | expired access/refresh token",
        "-   | brand_new_error        | words \u001b[31m of tomorrow",
      })
  void aRefusalKeepsTheServersWords(String row, String error, String description) {
    String body =
        "{\"error\":\"%s\",\"error_description\":\"%s\"}"
            .formatted(error, description.replace("\u001b", "\\u001b"));
    for (int status : List.of(400, 401, 403)) {
      TokenRefused failure = refused(Replies.json(status, body));
      assertEquals("the token endpoint refused the assertion", failure.fact(), row);
      assertEquals(Cause.ofToken(status, error, description), failure.words());
      assertEquals(ExitCode.TOKEN_REFUSED, failure.exitCode());
      assertEquals(List.of(), failure.hints(), "advice is the doctor's");
    }
  }

  @Test
  void aRefusalMayHaveNoDescription() {
    TokenRefused failure = refused(Replies.json(400, "{\"error\":\"invalid_grant\"}"));
    assertEquals(Cause.ofToken(400, "invalid_grant", null), failure.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"fault\":\"quota\"} | {\"fault\":\"quota\"}",
        "[{\"errorCode\":\"X\"}] | [{\"errorCode\":\"X\"}]",
        "{\"error\":{\"code\":7}} | {\"error\":{\"code\":7}}",
        "{\"error\":\"\"} | {\"error\":\"\"}",
        "\"no\" | \"no\"",
        "null | null",
      })
  void aRefusalInAnUnknownFormIsShownAsItCame(String body, String words) {
    TokenRefused failure = refused(Replies.json(400, body));
    assertEquals("the token endpoint refused the assertion", failure.fact());
    assertEquals(Cause.ofStatus(400, words), failure.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forbidden by policy | Forbidden by policy",
        "error=invalid_client&error_description=app+must+be+installed+into+org"
            + " | error=invalid_client&error_description=app+must+be+installed+into+org",
        "<Errors><Error>x</Error></Errors> | <Errors><Error>x</Error></Errors>",
        "{\"error\":\"x\" | {\"error\":\"x\"",
      })
  void anAnswerThatIsNotJsonIsShownAsItCame(String body, String words) {
    for (int status : List.of(200, 400, 405)) {
      TokenRefused failure = refused(Replies.json(status, body));
      assertEquals("the token endpoint answered with something that is not JSON", failure.fact());
      assertEquals(Cause.ofStatus(status, words), failure.words());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectNamesItsTargetWithoutItsQuery(int status) {
    TokenRefused failure =
        refused(
            Replies.of(
                status,
                Map.of("location", "https://acme.my.salesforce.com/x?assertion=canary"),
                ""));
    assertEquals(
        "the token endpoint points to another address, and an assertion is not sent there",
        failure.fact());
    assertEquals(
        Cause.ofStatus(status, "Location: https://acme.my.salesforce.com/x"), failure.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | the token endpoint answered with a web page",
        "302 | the token endpoint answered with a web page",
        "404 | the token endpoint answered with a web page",
        "405 | the token endpoint answered with a web page",
        "420 | the org is not available",
        "500 | the token endpoint is out of order",
        "503 | the token endpoint is out of order",
      })
  void aWebPageIsShownByItsTitle(int status, String fact) {
    String page = "<!DOCTYPE html><html><title>Down for Maintenance</title>long text</html>";
    TokenRefused failure = refused(Replies.of(status, Map.of("content-type", "text/html"), page));
    assertEquals(fact, failure.fact());
    assertEquals(Cause.ofStatus(status, "Down for Maintenance"), failure.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | the token endpoint answered with nothing",
        "302 | the token endpoint answered with nothing",
        "400 | the token endpoint answered with nothing",
        "405 | the token endpoint answered with nothing",
        "420 | the org is not available",
        "503 | the token endpoint is out of order",
      })
  void anEmptyAnswerIsKnownByItsStatus(int status, String fact) {
    TokenRefused failure = refused(Replies.of(status, Map.of(), ""));
    assertEquals(fact, failure.fact());
    assertEquals(Cause.ofStatus(status, ""), failure.words());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 420})
  void anErrorOfTheServersOwnKeepsItsWordsToo(int status) {
    String body = "{\"error\":\"server_error\",\"error_description\":\"try later\"}";
    assertEquals(
        Cause.ofToken(status, "server_error", "try later"),
        refused(Replies.json(status, body)).words());
  }

  @Test
  void moreThanAMebibyteIsNoAnswer() {
    for (int status : List.of(200, 400)) {
      TokenRefused failure = refused(Replies.json(status, " ".repeat(Http.SMALL + 1)));
      assertEquals("the answer of the token endpoint is too long to be one", failure.fact());
    }
  }

  @Test
  void aTokenComesWithAllThatTheServerSaid() throws Exception {
    AccessToken token =
        token(
            "{\"access_token\":\"00Dx!AQ.a_b\",\"instance_url\":\"https://acme.my.salesforce.com\","
                + "\"id\":\"https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA\","
                + "\"token_type\":\"Bearer\",\"issued_at\":\"1440711088469\",\"signature\":\"x\","
                + "\"scope\":\"api refresh_token\",\"brand_new\":{\"a\":[1]}}");
    assertEquals("00Dx!AQ.a_b", token.value().reveal());
    assertEquals(URI.create("https://acme.my.salesforce.com"), token.instanceUrl());
    assertEquals("00D000000000001AAA", token.orgId());
    assertEquals("005000000000001AAA", token.userId());
    assertEquals("Bearer", token.tokenType());
    assertEquals("1440711088469", token.issuedAt());
    assertEquals(List.of("api", "refresh_token"), token.scopes());
    assertFalse(token.toString().contains("AQ"), token.toString());
  }

  @Test
  void aTokenNeedsNoMoreThanItselfAndItsInstance() throws Exception {
    AccessToken token =
        token("{\"access_token\":\"t\",\"instance_url\":\"https://x.my.salesforce.com\"}");
    assertNull(token.tokenType());
    assertNull(token.scope());
    assertNull(token.id());
    assertNull(token.orgId());
    assertNull(token.userId());
    assertNull(token.issuedAt());
    assertEquals(List.of(), token.scopes());
  }

  @Test
  void aTimeMayBeSentAsANumber() throws Exception {
    assertEquals(
        "1440711088469",
        token(
                "{\"access_token\":\"t\",\"instance_url\":\"https://x.y\",\"issued_at\":1440711088469}")
            .issuedAt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"instance_url\":\"https://x.my.salesforce.com\"} | access_token",
        "{\"access_token\":\"\",\"instance_url\":\"https://x.y\"} | access_token",
        "{\"access_token\":null,\"instance_url\":\"https://x.y\"} | access_token",
        "{\"access_token\":{},\"instance_url\":\"https://x.y\"} | access_token",
        "{\"access_token\":\"opaque-canary-1234567890\"} | instance_url",
        "{\"access_token\":\"opaque-canary-1234567890\",\"instance_url\":[]} | instance_url",
        "{} | access_token",
        "[] | access_token",
        "7 | access_token",
      })
  void halfOfATokenIsNone(String body, String missing) {
    TokenRefused failure = refused(Replies.json(200, body));
    assertEquals("the answer of the token endpoint lacks " + missing, failure.fact());
    assertEquals(Cause.ofStatus(200, ""), failure.words(), "its words may hold the other half");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"opaque-canary-1234567890\",\"scope\":\"a\",\"scope\":\"b\"}",
        "{\"access_token\":\"opaque-canary-1234567890\"",
        "{\"access_token\":\"opaque-canary-1234567890\"}{}",
        "{\"data\":{\"access_token\":\"opaque-canary-1234567890\"}}",
        "{ \"access_token\" : \"opaque-canary-1234567890\" }",
      })
  void aTokenIsNotShownInAnyFailure(String body) {
    for (int status : List.of(200, 201, 400, 420, 500)) {
      TokenRefused failure = refused(Replies.json(status, body));
      assertFalse(String.valueOf(failure.words()).contains(TOKEN), () -> status + " " + body);
      assertFalse(failure.fact().contains(TOKEN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\\nb", "a\\r\\nX: y", "a b", "\\u0000", "gr\\u00fc\\u00df", "a\\u001b[2J"})
  void aTokenThatWouldNotFitIntoAHeaderIsNone(String value) {
    TokenRefused failure =
        refused(
            Replies.json(
                200,
                "{\"access_token\":\""
                    + value
                    + "\",\"instance_url\":\"https://x.my.salesforce.com\"}"));
    assertEquals(
        "the access_token in the answer of the token endpoint holds characters that no token has",
        failure.fact());
    assertEquals(Cause.ofStatus(200, ""), failure.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.my.salesforce.com",
        "/services",
        "https://",
        "https:/acme",
        "https://a b",
        "mailto:jane@acme.example",
        "https://my_host.example",
        "javascript:alert(1)",
        "%",
      })
  void anInstanceThatIsNoUrlIsShown(String instance) {
    TokenRefused failure =
        refused(
            Replies.json(200, "{\"access_token\":\"t\",\"instance_url\":\"" + instance + "\"}"));
    assertEquals(
        "the instance_url in the answer of the token endpoint is not a URL", failure.fact());
    assertEquals(instance, Objects.requireNonNull(failure.words()).word("message"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | '' | true",
        "502 | <html></html> | true",
        "503 | {\"error\":\"temporarily_unavailable\"} | true",
        "504 | '' | true",
        "400 | {\"error\":\"unknown_error\",\"error_description\":\"retry your request\"} | true",
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"invalid assertion\"} | false",
        "401 | {\"error\":\"unknown_error\"} | false",
        "403 | '' | false",
        "404 | '' | false",
        "420 | '' | false",
        "429 | '' | false",
        "302 | '' | false",
        "200 | unknown_error | false",
      })
  void onlyAHiccupOfTheServersOwnIsWorthAnotherAttempt(int status, String body, boolean again) {
    assertEquals(again, TokenAnswer.isPassing(Replies.json(status, body)));
  }

  @Test
  void theClockIsNamedWhereItExplainsTheRefusal() {
    HttpReply reply =
        Replies.of(
            400,
            Map.of("date", "Wed, 25 Nov 2026 12:10:00 GMT"),
            "{\"error\":\"invalid_grant\",\"error_description\":\"expired authorization code\"}");
    List<String> hints = refused(reply).hints();
    assertTrue(
        hints.get(0).startsWith("this machine's clock is 10 min 0 s behind"), hints::toString);
  }

  private static AccessToken token(String body) throws TokenRefused {
    return new TokenAnswer(ASKED, Replies.json(200, body)).token();
  }

  private static TokenRefused refused(HttpReply reply) {
    return assertThrows(TokenRefused.class, () -> new TokenAnswer(ASKED, reply).token());
  }
}
