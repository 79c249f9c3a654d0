package aquila.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.http.HttpReply;
import aquila.http.Replies;
import aquila.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the REST API may answer, and what is made of it. */
class ApiAnswerTest {
  private static final ApiCall CALL = new ApiCall("/services/data/x", "the query", 16 << 20);
  private static final URI ASKED = URI.create("https://acme.my.salesforce.com/services/data/x");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R1  | 401 | INVALID_SESSION_ID | This session is not valid for use with the REST API",
        "R2  | 401 | INVALID_SESSION_ID | Session expired or invalid",
        "R3  | 401 | INVALID_AUTH_HEADER | INVALID_HEADER_TYPE",
        "R4  | 401 | INVALID_JWT_FORMAT | x",
        "R5  | 400 | URL_NOT_RESET | Destination URL not reset. The URL returned from login must be set",
        "R6  | 403 | API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization.",
        "R7  | 403 | API_CURRENTLY_DISABLED | API is disabled for this User",
        "R8  | 403 | REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded.",
        "R9  | 404 | NOT_FOUND | The requested resource does not exist",
        "R12 | 403 | INSUFFICIENT_ACCESS | insufficient access rights on cross-reference id",
        "Q4  | 400 | MALFORMED_QUERY | unexpected token: 'FORM'",
      })
  void aRefusalKeepsTheOrgsWords(String row, int status, String code, String message) {
    String error = "{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}";
    for (String body : List.of("[" + error + "]", error, "[" + error + ",{\"errorCode\":\"B\"}]")) {
      ApiRefused failure = refused(Replies.json(status, body));
      assertEquals("the query was refused", failure.fact(), row);
      assertEquals(Cause.ofRest(status, code, message), failure.words());
      assertEquals(ExitCode.API_REFUSED, failure.exitCode());
      assertEquals(List.of(), failure.hints(), "advice is the doctor's");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void troubleOfSalesforcesOwnIsCalledSo(int status) {
    String body = "[{\"message\":\"an unexpected error\",\"errorCode\":\"UNKNOWN_EXCEPTION\"}]";
    ApiRefused failure = refused(Replies.json(status, body));
    assertEquals("the query failed on the side of Salesforce", failure.fact());
    assertEquals(Cause.ofRest(status, "UNKNOWN_EXCEPTION", "an unexpected error"), failure.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | the query was answered with a web page",
        "302 | the query was answered with a web page",
        "404 | the query was answered with a web page",
        "420 | the query failed: the org is not available",
        "503 | the query failed on the side of Salesforce",
      })
  void aWebPageIsShownByItsTitle(int status, String fact) {
    String page = "<html><head><title>Stay\n tuned</title></head><body>long</body></html>";
    ApiRefused failure = refused(Replies.of(status, Map.of("content-type", "text/html"), page));
    assertEquals(fact, failure.fact());
    assertEquals(Cause.ofStatus(status, "Stay tuned"), failure.words());
  }

  @ParameterizedTest
  @CsvSource({
    "200, the query was answered with nothing",
    "204, the query was answered with nothing",
    "401, the query was answered with nothing",
    "420, the query failed: the org is not available",
    "500, the query failed on the side of Salesforce",
  })
  void anEmptyAnswerIsKnownByItsStatus(int status, String fact) {
    ApiRefused failure = refused(Replies.of(status, Map.of(), ""));
    assertEquals(fact, failure.fact());
    assertEquals(Cause.ofStatus(status, ""), failure.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bad_OAuth_Token",
        "<?xml version=\"1.0\"?><Errors><Error><errorCode>X</errorCode></Error></Errors>",
        "{\"error\":\"invalid_token\"}",
        "{\"errorCode\":7,\"message\":\"x\"}",
        "[]",
        "[[]]",
        "\"no\"",
        "null",
        "[{\"errorCode\":\"X\"",
      })
  void aRefusalInAnUnknownFormIsShownAsItCame(String body) {
    ApiRefused failure = refused(Replies.json(403, body));
    assertEquals("the query was refused", failure.fact());
    assertEquals(Cause.ofStatus(403, body), failure.words());
  }

  @Test
  void anErrorMayHaveNoMessage() {
    ApiRefused failure = refused(Replies.json(400, "[{\"errorCode\":\"X\"}]"));
    assertEquals("X (HTTP 400)", failure.words().text());
  }

  @Test
  void aLongRefusalInAnUnknownFormIsCut() {
    ApiRefused failure = refused(Replies.json(403, "x".repeat(5000)));
    assertEquals(Cause.ofStatus(403, "x".repeat(300) + "…"), failure.words());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1", "{}{}", "{\"a\":1,\"a\":2}", "totalSize=1", "Bad\u0000"})
  void anAnswerThatIsNotJsonIsNone(String body) {
    ApiRefused failure = refused(Replies.json(200, body));
    assertEquals("the query was answered with something that is not JSON", failure.fact());
    assertEquals(Cause.ofStatus(200, body), failure.words());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectNamesItsTargetWithoutItsQuery(int status) {
    Map<String, String> location = Map.of("location", "https://acme.lightning.force.com/x?sid=s");
    HttpReply reply = Replies.of(status, location, "<html></html>");
    Cause words = Cause.ofStatus(status, "Location: https://acme.lightning.force.com/x");
    assertEquals(words, refused(reply).words());
    ApiRefused failure = assertThrows(ApiRefused.class, answer(reply)::requireDownload);
    assertEquals(
        "the query points to another address, and a token is not sent there", failure.fact());
    assertEquals(words, failure.words());
  }

  @Test
  void anAnswerThatIsTooLongIsRefusedByItsLimit() {
    ApiCall call = new ApiCall("/services/data/x", "the limits", 2 << 20);
    HttpReply reply = Replies.json(200, " ".repeat((1 << 20) + 1));
    ApiRefused failure = assertThrows(ApiRefused.class, new ApiAnswer(call, ASKED, reply)::json);
    assertEquals("the limits was answered with more than 2 MiB", failure.fact());
  }

  @Test
  void jsonWithStatus200IsTheAnswer() throws Exception {
    assertEquals("{\"a\":2692.0}", Json.write(answer(Replies.json(200, "{\"a\":2692.0}")).json()));
    assertEquals("[]", Json.write(answer(Replies.of(200, Map.of(), "[]")).json()));
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/octet-stream, ''",
    "200, text/csv, ''",
  })
  void aDownloadIsAnyAnswerWithStatus200ThatIsNoWebPage(int status, String type, String body)
      throws Exception {
    answer(Replies.of(status, Map.of("content-type", type), body)).requireDownload();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | text/html | <html><title>Log in</title></html> | Log in (HTTP 200)",
        "404 | application/json | [{\"errorCode\":\"NOT_FOUND\",\"message\":\"gone\"}] | NOT_FOUND: gone (HTTP 404)",
        "206 | text/csv | '' | HTTP 206",
        "420 | text/html | <html><title>Wait</title></html> | Wait (HTTP 420)",
      })
  void anythingElseIsNoDownload(int status, String type, String body, String words) {
    HttpReply reply = Replies.of(status, Map.of("content-type", type), body);
    ApiRefused failure = assertThrows(ApiRefused.class, answer(reply)::requireDownload);
    assertEquals(words, failure.words().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | [{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}] | true",
        "401 | {\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"} | true",
        "401 | [{\"errorCode\":\"INVALID_SESSION_ID\"}] | true",
        // A fresh token would be refused just so.
        "401 | [{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"This session is not valid for use with the REST API\"}] | false",
        "401 | [{\"errorCode\":\"INVALID_AUTH_HEADER\",\"message\":\"INVALID_HEADER_TYPE\"}] | false",
        "403 | [{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}] | false",
        "200 | [{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}] | false",
        "401 | '' | false",
        "401 | INVALID_SESSION_ID | false",
        "401 | <html>INVALID_SESSION_ID</html> | false",
      })
  void aSessionIsOverOnlyIfTheOrgSaysSo(int status, String body, boolean isOver) {
    assertEquals(isOver, answer(Replies.json(status, body)).isSessionOver());
  }

  private static ApiAnswer answer(HttpReply reply) {
    return new ApiAnswer(CALL, ASKED, reply);
  }

  private static ApiRefused refused(HttpReply reply) {
    return assertThrows(ApiRefused.class, answer(reply)::json);
  }
}
