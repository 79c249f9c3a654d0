package aquila.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.NetworkFailure;
import aquila.world.Deadline;
import aquila.world.StillWorld;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole answers of every kind, and which of them are asked for again. */
class AnswerTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final Caller caller = new Caller();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsReportedAndNeverFollowed(int status) throws Exception {
    String target = "http://127.0.0.1:" + SERVER.getPort() + "/elsewhere?secret=s";
    answer(aResponse().withStatus(status).withHeader("Location", target));
    for (HttpReply reply : List.of(caller.get(uri("/asked")), caller.post(uri("/asked")))) {
      assertEquals(status, reply.status());
      assertTrue(reply.isRedirect());
      assertEquals(
          "http://127.0.0.1:" + SERVER.getPort() + "/elsewhere",
          ReplyText.redirectTarget(reply, uri("/asked")));
    }
    SERVER.verify(0, anyRequestedFor(urlEqualTo("/elsewhere?secret=s")));
    SERVER.verify(2, anyRequestedFor(urlEqualTo("/asked")));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 400, 401, 403, 404, 405, 410, 420, 429, 500, 502, 599})
  void aStatusIsAnAnswerAndAskedOnce(int status) throws Exception {
    String body = status == 204 ? "" : "{\"a\":1}";
    answer(aResponse().withStatus(status).withBody(body));
    for (HttpReply reply : List.of(caller.get(uri("/")), caller.post(uri("/")))) {
      assertEquals(status, reply.status());
      assertEquals(body, reply.text());
      assertEquals(body.length(), reply.length());
      assertFalse(reply.tooLong());
    }
    SERVER.verify(1, getRequestedFor(anyUrl()));
    SERVER.verify(1, postRequestedFor(anyUrl()));
    assertEquals(List.of(), caller.world.waits);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "99, false", "100, false", "101, true", "200000, true"})
  void aBodyIsCutBehindTheLimit(int length, boolean isTooLong) throws Exception {
    caller.limit = 100;
    for (int status : List.of(200, 400)) {
      answer(aResponse().withStatus(status).withBody("x".repeat(length)));
      HttpReply reply = caller.get(uri("/"));
      assertEquals(isTooLong, reply.tooLong());
      assertEquals(Math.min(101, length), reply.length());
    }
  }

  @Test
  void moreThanOneMebibyteIsTooMuchForASmallAnswer() throws Exception {
    answer(aResponse().withBody("x".repeat(Http.SMALL)));
    assertFalse(caller.get(uri("/")).tooLong());
    answer(aResponse().withBody("x".repeat(Http.SMALL + 1)));
    assertTrue(caller.get(uri("/")).tooLong());
  }

  @Test
  void anEndlessBodyEndsAtTheLimit() throws Exception {
    RawServer.Conversation endless =
        (server, socket) -> {
          server.read(socket);
          socket
              .getOutputStream()
              .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (!socket.isClosed()) {
            socket.getOutputStream().write(new byte[8192]);
          }
        };
    try (RawServer server = RawServer.plain(endless)) {
      assertTrue(caller.get(server.uri("/")).tooLong());
    }
  }

  @Test
  void aRequestSaysWhoAsksAndWhatItWants() throws Exception {
    answer(aResponse());
    caller.get(uri("/services/data?x=%20y"));
    caller.send(
        HttpRequest.postForm(uri("/token"), () -> Map.of("assertion", "a+b/c=&\u00e9"))
            .with("X-More", "1"));
    SERVER.verify(
        getRequestedFor(urlEqualTo("/services/data?x=%20y"))
            .withHeader("User-Agent", equalTo("aquila/test"))
            .withHeader("Accept", equalTo("application/json"))
            .withoutHeader("Authorization"));
    SERVER.verify(
        postRequestedFor(urlEqualTo("/token"))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withHeader("X-More", equalTo("1"))
            .withRequestBody(equalTo("assertion=a%2Bb%2Fc%3D%26%C3%A9")));
  }

  @Test
  void whatTheCallerWantsAgainIsAskedFiveTimesAtMost() throws Exception {
    answer(aResponse().withStatus(503).withBody("busy"));
    HttpReply reply = caller.get(uri("/"));
    assertEquals("busy", reply.text());
    SERVER.verify(5, getRequestedFor(anyUrl()));
    assertEquals(4, caller.world.waits.size());
    for (int i = 0; i < 4; i++) {
      Duration wait = caller.world.waits.get(i);
      assertTrue(wait.toMillis() <= 1000L << i, wait::toString);
    }
  }

  @Test
  void theServerSaysHowLongToWait() throws Exception {
    answer(aResponse().withStatus(503).withHeader("Retry-After", "7"));
    caller.get(uri("/"));
    assertEquals(List.of(7L, 7L, 7L, 7L), seconds());
  }

  @Test
  void aServerThatRecoversIsNotAskedMore() throws Exception {
    answerInTurn(
        aResponse().withStatus(503).withHeader("Retry-After", "1"),
        aResponse().withStatus(503).withHeader("Retry-After", "2"),
        aResponse().withBody("well"));
    assertEquals("well", caller.get(uri("/")).text());
    assertEquals(List.of(1L, 2L), seconds());
  }

  @Test
  void aWaitBeyondTheDeadlineEndsWithTheLastAnswer() throws Exception {
    caller.deadline = Deadline.in(Duration.ofSeconds(10), caller.world.clock());
    answer(aResponse().withStatus(503).withHeader("Retry-After", "4").withBody("busy"));
    assertEquals("busy", caller.get(uri("/")).text());
    assertEquals(List.of(4L, 4L), seconds());
    SERVER.verify(3, getRequestedFor(anyUrl()));
  }

  @Test
  void aDeadServerIsNotHammeredByALongRun() throws Exception {
    answer(aResponse().withStatus(503));
    for (int i = 0; i < 30; i++) {
      assertEquals(503, caller.get(uri("/")).status());
    }
    SERVER.verify(30 + 20, getRequestedFor(anyUrl()));
  }

  @Test
  void anInterruptedWaitIsAFailureAndStaysAnInterrupt() throws Exception {
    answer(aResponse().withStatus(503).withHeader("Retry-After", "1"));
    Thread.currentThread().interrupt();
    NetworkFailure failure = assertThrows(NetworkFailure.class, () -> caller.get(uri("/")));
    assertTrue(Thread.interrupted(), "the interrupt is kept");
    assertTrue(failure.fact().startsWith("interrupted"), failure.fact());
  }

  @Test
  void aDirectServerThatWantsAProxyLoginIsNoProxy() throws Exception {
    answer(aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\""));
    NetworkFailure failure = assertThrows(NetworkFailure.class, () -> caller.get(uri("/")));
    assertTrue(failure.fact().contains("a proxy"), failure.fact());
    assertTrue(failure.hints().get(0).contains("HTTPS_PROXY"), failure.hints()::toString);
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void aReplyKnowsWhenItWasAskedForAndCame() throws Exception {
    answer(aResponse().withHeader("Date", "Wed, 25 Nov 2026 11:59:00 GMT"));
    HttpReply reply = caller.get(uri("/"));
    assertEquals(StillWorld.NOW, reply.sent());
    assertEquals(StillWorld.NOW, reply.received());
    assertEquals(Optional.of(StillWorld.NOW.minusSeconds(60)), reply.date());
  }

  private List<Long> seconds() {
    return caller.world.waits.stream().map(Duration::toSeconds).toList();
  }

  private static void answer(ResponseDefinitionBuilder response) {
    SERVER.stubFor(any(anyUrl()).willReturn(response));
  }

  private static void answerInTurn(ResponseDefinitionBuilder... responses) {
    String state = Scenario.STARTED;
    for (int i = 0; i < responses.length; i++) {
      String next = "after " + i;
      SERVER.stubFor(
          any(anyUrl())
              .inScenario("turns")
              .whenScenarioStateIs(state)
              .willReturn(responses[i])
              .willSetStateTo(next));
      state = next;
    }
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + SERVER.getPort() + path);
  }
}
