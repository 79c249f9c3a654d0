package aquila.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.failure.TokenRefused;
import aquila.http.RawServer;
import aquila.json.Json;
import aquila.token.SignIn;
import aquila.world.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the REST API with a token: what is sent, what is renewed, and what is refused. */
class OrgTest {
  private static final ApiCall CALL = ApiCall.query("60.0", "SELECT Id FROM Account");
  private static final String OVER =
      "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]";

  private final SignIn signIn = new SignIn();

  @Test
  void theTokenGoesIntoTheHeaderAndTheQueryIntoTheAddress() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(200, "{\"a\":1}"))) {
      assertEquals("{\"a\":1}", Json.write(org(server).get(CALL)));
      String request = server.calls().get(0);
      assertTrue(
          request.startsWith(
              "GET /services/data/v60.0/query?q=SELECT%20Id%20FROM%20Account HTTP/1.1\r\n"),
          request);
      assertTrue(request.contains("\r\nAuthorization: Bearer token-1\r\n"), request);
      assertTrue(request.contains("\r\nAccept: application/json\r\n"), request);
    }
  }

  @Test
  void aSessionThatIsOverIsRenewedOnceAndTheCallMadeAgain() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(401, OVER), RawServer.json(200, "{}"))) {
      assertEquals("{}", Json.write(org(server).get(CALL)));
      assertEquals(2, server.signIns());
      assertTrue(server.calls().get(0).contains("Bearer token-1"));
      assertTrue(server.calls().get(1).contains("Bearer token-2"));
    }
  }

  @Test
  void aFreshTokenThatIsRefusedTooEndsTheRun() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(401, OVER))) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
      assertEquals("the query was refused", failure.fact());
      assertEquals(
          Cause.ofRest(401, "INVALID_SESSION_ID", "Session expired or invalid"), failure.words());
      assertEquals(2, server.calls().size());
      assertEquals(2, server.signIns());
    }
  }

  @Test
  void severalCallersRenewOneSessionOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(6);
    RawServer.Conversation session =
        (server, socket) -> {
          String request = server.read(socket);
          boolean isStale = request.contains("Bearer token-1");
          if (isStale) {
            all.countDown();
            all.await();
          }
          OrgServer.write(socket, isStale ? 401 : 200, isStale ? OVER : "{}");
        };
    try (OrgServer server = new OrgServer(session)) {
      Org org = org(server);
      ExecutorService threads = Executors.newFixedThreadPool(6);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(() -> Json.write(org.get(CALL))));
      }
      for (Future<String> answer : answers) {
        assertEquals("{}", answer.get());
      }
      threads.shutdown();
      assertEquals(2, server.signIns());
      assertEquals(12, server.calls().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | This session is not valid for use with the REST API | INVALID_SESSION_ID",
        "401 | INVALID_HEADER_TYPE | INVALID_AUTH_HEADER",
        "401 | x | INVALID_JWT_FORMAT",
        "400 | Destination URL not reset. The URL returned from login must be set | URL_NOT_RESET",
        "403 | The REST API is not enabled for this Organization. | API_DISABLED_FOR_ORG",
        "403 | API is disabled for this User | API_CURRENTLY_DISABLED",
        "403 | TotalRequests Limit exceeded. | REQUEST_LIMIT_EXCEEDED",
        "403 | Session expired or invalid | INVALID_SESSION_ID",
        "403 | x | INSUFFICIENT_ACCESS_OR_READONLY",
        "404 | The requested resource does not exist | NOT_FOUND",
        "400 | No such column 'Interval' on entity 'EventLogFile' | INVALID_FIELD",
        "400 | sObject type 'EventLogFile' is not supported. | INVALID_TYPE",
        "429 | slow down | RATE_LIMITED",
        "400 | words \u001b[31m of tomorrow | BRAND_NEW",
      })
  void aRefusalKeepsTheOrgsWordsAndIsNotRepeated(int status, String message, String code)
      throws Exception {
    String error =
        "{\"message\":\"%s\",\"errorCode\":\"%s\",\"fields\":[\"x\"]}"
            .formatted(message.replace("\u001b", "\\u001b"), code);
    for (String body : List.of("[" + error + "]", error, "[" + error + "," + error + "]")) {
      try (OrgServer server = new OrgServer(RawServer.json(status, body))) {
        ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
        assertEquals("the query was refused", failure.fact());
        assertEquals(Cause.ofRest(status, code, message), failure.words());
        assertEquals(1, server.calls().size());
        assertEquals(1, server.signIns());
        assertEquals(List.of(), failure.hints(), "advice is the doctor's");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | Bad_OAuth_Token | the query was refused | Bad_OAuth_Token",
        "401 | <?xml version=\"1.0\"?><Errors><Error><errorCode>X</errorCode></Error></Errors>"
            + " | the query was refused"
            + " | <?xml version=\"1.0\"?><Errors><Error><errorCode>X</errorCode></Error></Errors>",
        "403 | <html><title>Blocked by Acme</title></html>"
            + " | the query was answered with a web page | Blocked by Acme",
        "200 | <!doctype html><title>Log in</title>"
            + " | the query was answered with a web page | Log in",
        "200 | '' | the query was answered with nothing | ''",
        "404 | '' | the query was answered with nothing | ''",
        "200 | Hello | the query was answered with something that is not JSON | Hello",
        "200 | {\"a\":1 | the query was answered with something that is not JSON | {\"a\":1",
        "403 | [] | the query was refused | []",
        "403 | {} | the query was refused | {}",
        "403 | [[]] | the query was refused | [[]]",
        "403 | null | the query was refused | null",
        "403 | {\"error\":\"x\"} | the query was refused | {\"error\":\"x\"}",
        "403 | [{\"errorCode\":7}] | the query was refused | [{\"errorCode\":7}]",
        "420 | <html><title>Maintenance</title></html>"
            + " | the query failed: the org is not available | Maintenance",
        "204 | '' | the query was answered with nothing | ''",
        "302 | '' | the query was answered with nothing | ''",
      })
  void anAnswerInAnotherFormIsShownAsItCame(int status, String body, String fact, String words)
      throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(status, body))) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
      assertEquals(fact, failure.fact());
      assertEquals(Cause.ofStatus(status, words), failure.words());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theTokenDoesNotFollowARedirect(int status) throws Exception {
    RawServer.Conversation redirect =
        RawServer.answer(
            String.join(
                "\r\n",
                "HTTP/1.1 " + status + " X",
                "Location: https://evil.example/x?q=canary",
                "Content-Length: 0",
                "Connection: close",
                "",
                ""));
    try (OrgServer server = new OrgServer(redirect)) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
      assertEquals(
          "the query points to another address, and a token is not sent there", failure.fact());
      assertEquals(Cause.ofStatus(status, "Location: https://evil.example/x"), failure.words());
      assertEquals(1, server.calls().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void anErrorOfTheOrgsOwnIsTriedFiveTimes(int status) throws Exception {
    String body = "[{\"message\":\"try later\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]";
    try (OrgServer server = new OrgServer(RawServer.json(status, body))) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
      assertEquals("the query failed on the side of Salesforce", failure.fact());
      assertEquals(5, server.calls().size());
      assertEquals(4, signIn.world.waits.size());
    }
    try (OrgServer server =
        new OrgServer(RawServer.json(status, body), RawServer.json(200, "{}"))) {
      assertEquals("{}", Json.write(org(server).get(CALL)));
    }
  }

  @Test
  void aLostConnectionIsTriedAgain() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.reset(""), RawServer.json(200, "{}"))) {
      assertEquals("{}", Json.write(org(server).get(CALL)));
    }
    try (OrgServer server = new OrgServer(RawServer.reset(""))) {
      assertThrows(NetworkFailure.class, () -> org(server).get(CALL));
    }
  }

  @Test
  void anAnswerLongerThanItsLimitIsRefused() throws Exception {
    ApiCall small = new ApiCall("/services/data/v60.0/limits", "the list of limits", 1 << 20);
    try (OrgServer server = new OrgServer(RawServer.json(200, "\"" + "x".repeat(1 << 20) + "\""))) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(small));
      assertEquals("the list of limits was answered with more than 1 MiB", failure.fact());
    }
  }

  @Test
  void aForeignInstanceGetsNoCall() throws Exception {
    try (RawServer server =
        RawServer.plain(
            RawServer.json(
                200, "{\"access_token\":\"t\",\"instance_url\":\"https://evil.example\"}"))) {
      Org org = new Org(signIn.http, signIn.tokens(server), Deadline.none(signIn.world.clock()));
      TokenRefused failure = assertThrows(TokenRefused.class, () -> org.get(CALL));
      assertEquals(Cause.of("https://evil.example"), failure.words());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void theLastReplySaysHowManyCallsAreLeft() throws Exception {
    RawServer.Conversation counted =
        RawServer.answer(
            String.join(
                "\r\n",
                "HTTP/1.1 403 X",
                "Sforce-Limit-Info: api-usage=15000/15000",
                "Content-Length: 2",
                "Connection: close",
                "",
                "[]"));
    try (OrgServer server = new OrgServer(counted, RawServer.json(200, "{}"))) {
      Org org = org(server);
      assertEquals(Optional.empty(), org.usage());
      assertThrows(ApiRefused.class, () -> org.get(CALL));
      assertEquals(Optional.of(new ApiUsage(15000, 15000)), org.usage());
      org.get(CALL);
      assertEquals(Optional.of(new ApiUsage(15000, 15000)), org.usage(), "no news is no change");
    }
  }

  @Test
  void aDownloadIsRenewedToo() throws Exception {
    try (OrgServer server =
        new OrgServer(RawServer.json(401, OVER), RawServer.json(200, "a,b\n"))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertTrue(org(server).download(path(), "the file", () -> out));
      assertEquals("a,b\n", out.toString(StandardCharsets.UTF_8));
      assertTrue(server.calls().get(1).contains("Bearer token-2"));
    }
  }

  /** In a long run with many workers: the token was fresh, others used it up, and it is over. */
  @Test
  void aDownloadIsRenewedAgainWhereItsFreshTokenHasWorkedForOthers() throws Exception {
    AtomicReference<Org> others = new AtomicReference<>();
    RawServer.Conversation session =
        (server, socket) -> {
          String request = server.read(socket);
          boolean isQuery = request.contains("/query?");
          if (request.contains("Bearer token-2") && !isQuery) {
            used(others.get());
          }
          boolean isTaken = isQuery || request.contains("Bearer token-3");
          OrgServer.write(socket, isTaken ? 200 : 401, isTaken ? "{}" : OVER);
        };
    try (OrgServer server = new OrgServer(session)) {
      others.set(org(server));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertTrue(others.get().download(path(), "the file", () -> out));
      assertEquals("{}", out.toString(StandardCharsets.UTF_8));
      assertEquals(3, server.signIns());
      assertEquals(4, server.calls().size());
    }
  }

  private static void used(Org org) {
    try {
      org.get(CALL);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | [{\"message\":\"gone\",\"errorCode\":\"NOT_FOUND\"}] | the file was refused",
        "200 | <html><title>Log in</title></html> | the file was answered with a web page",
        "204 | '' | the file was answered with nothing",
      })
  void aDownloadThatIsNoneIsRefused(int status, String body, String fact) throws Exception {
    String type = body.startsWith("<html") ? "text/html" : "application/json";
    RawServer.Conversation answer =
        RawServer.answer(
            String.join(
                "\r\n",
                "HTTP/1.1 " + status + " X",
                "Content-Type: " + type,
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body));
    try (OrgServer server = new OrgServer(answer)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ApiRefused failure =
          assertThrows(ApiRefused.class, () -> org(server).download(path(), "the file", () -> out));
      assertEquals(fact, failure.fact());
      assertEquals(0, out.size());
    }
  }

  @Test
  void whatTheDestinationThrowsComesOutAsItIs() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(200, "a,b\n"))) {
      IOException full = new IOException("no space left");
      IOException thrown =
          assertThrows(
              IOException.class,
              () ->
                  org(server)
                      .download(
                          path(),
                          "the file",
                          () -> {
                            throw full;
                          }));
      assertEquals(full, thrown);
      assertEquals(1, server.calls().size());
    }
  }

  @Test
  void aPathThatIsNoneIsNeverAskedFor() throws Exception {
    try (OrgServer server = new OrgServer(RawServer.json(200, "{}"))) {
      ApiCall evil = new ApiCall("//evil.example/services/data/", "the page", 1);
      assertThrows(ApiRefused.class, () -> org(server).get(evil));
      assertThrows(
          ApiRefused.class,
          () -> org(server).download("https://evil.example/", "x", ByteArrayOutputStream::new));
      assertEquals(List.of(), server.calls());
    }
  }

  @Test
  void noFailureShowsTheToken() throws Exception {
    RawServer.Conversation echo =
        (server, socket) -> OrgServer.write(socket, 400, "you said " + server.read(socket));
    try (OrgServer server = new OrgServer(echo)) {
      ApiRefused failure = assertThrows(ApiRefused.class, () -> org(server).get(CALL));
      String shown = signIn.world.secrets.strike(String.valueOf(failure.words()));
      assertTrue(shown.contains("you said"), shown);
      assertFalse(shown.contains("token-1"), shown);
    }
  }

  private static String path() {
    return "/services/data/v60.0/sobjects/EventLogFile/0AT000000000001AAA/LogFile";
  }

  private Org org(OrgServer server) {
    return server.org(signIn);
  }
}
