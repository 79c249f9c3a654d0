package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.NetworkFailure;
import aquila.world.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none, rows N1 to N3, N8 and N13 of the catalogue. */
class BrokenAnswerTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final Caller caller = new Caller();

  static List<Arguments> halves() {
    return List.of(
        Arguments.of("reset before the answer", RawServer.reset("")),
        Arguments.of("reset in the head", RawServer.reset(HEAD)),
        Arguments.of("reset in the body", RawServer.reset(HEAD + "Content-Length: 9\r\n\r\n{")),
        Arguments.of("closed in the body", RawServer.answer(HEAD + "Content-Length: 9\r\n\r\n{}")),
        Arguments.of(
            "closed before the body", RawServer.answer(HEAD + "Content-Length: 9\r\n\r\n")),
        Arguments.of(
            "closed in a chunk",
            RawServer.answer(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{}")),
        Arguments.of(
            "closed between chunks",
            RawServer.answer(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
        Arguments.of(
            "a chunk without a size",
            RawServer.answer(HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("halves")
  void halfOfAnAnswerIsNone(String name, RawServer.Conversation half) throws Exception {
    try (RawServer server = RawServer.plain(half)) {
      NetworkFailure failure =
          assertThrows(NetworkFailure.class, () -> caller.post(server.uri("/token")), name);
      assertEquals("the connection to localhost:" + server.port() + " was lost", failure.fact());
      assertEquals(ExitCode.NETWORK, failure.exitCode());
      assertEquals(5, server.requests().size(), "a lost connection may not be lost again");
      assertEquals(4, caller.world.waits.size());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("halves")
  void anAnswerMayComeAfterAll(String name, RawServer.Conversation half) throws Exception {
    try (RawServer server = RawServer.plain(half, RawServer.json(200, "{}"))) {
      assertEquals("{}", caller.post(server.uri("/token")).text(), name);
      assertEquals(2, server.requests().size());
      assertEquals(1, caller.world.waits.size());
    }
  }

  /** Linux knows no way to a group of hosts, whatever network there is. */
  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  @EnabledOnOs(OS.LINUX)
  void whereThereIsNoWayNothingIsLost(String scheme) {
    NetworkFailure failure = caller.troubleAt(URI.create(scheme + "://224.0.0.1:7/"));
    assertEquals(NetworkFailure.Kind.OFFLINE, failure.kind());
    assertEquals("no connection to 224.0.0.1:7: this machine knows no way there", failure.fact());
    assertEquals(List.of(), caller.world.waits);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereThereIsNoWayToTheProxyItIsNotBlamed() throws Exception {
    caller.proxies = Proxies.of(null, "", Map.of("HTTPS_PROXY", "http://224.0.0.1:3128"));
    NetworkFailure failure = caller.troubleAt(URI.create("https://acme.my.salesforce.com"));
    assertEquals(
        "no connection to the proxy 224.0.0.1:3128: this machine knows no way there",
        failure.fact());
    assertTrue(failure.hints().get(0).contains("HTTPS_PROXY"), failure.hints()::toString);
  }

  @ParameterizedTest
  @CsvSource({"'', no status line", "'SSH-2.0-OpenSSH_9.6\r\n', another protocol"})
  void anAnswerThatIsNotHttpIsNone(String text, String name) throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(text))) {
      NetworkFailure failure =
          assertThrows(NetworkFailure.class, () -> caller.post(server.uri("/")), name);
      assertEquals("the connection to localhost:" + server.port() + " was lost", failure.fact());
    }
  }

  static List<Arguments> stalls() {
    return List.of(
        Arguments.of("before the answer", RawServer.stall("")),
        Arguments.of("in the head", RawServer.stall(HEAD)),
        Arguments.of("before the body", RawServer.stall(HEAD + "Content-Length: 9\r\n\r\n")),
        Arguments.of("in the body", RawServer.stall(HEAD + "Content-Length: 9\r\n\r\n{}")),
        Arguments.of(
            "between chunks",
            RawServer.stall(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
        Arguments.of("in a body without a length", RawServer.stall(HEAD + "\r\n{}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stalls")
  void silenceEndsAtTheReadTimeout(String name, RawServer.Conversation stall) throws Exception {
    caller.readTimeout = Duration.ofMillis(200);
    try (RawServer server = RawServer.plain(stall, stall, RawServer.json(200, "{}"))) {
      assertEquals("{}", caller.post(server.uri("/")).text(), name);
      assertEquals(3, server.requests().size());
    }
    try (RawServer server = RawServer.plain(stall)) {
      NetworkFailure failure =
          assertThrows(NetworkFailure.class, () -> caller.post(server.uri("/")));
      assertEquals("localhost:" + server.port() + " was silent for 200 ms", failure.fact());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stalls")
  void theDeadlineEndsWhatTheReadTimeoutDoesNot(String name, RawServer.Conversation stall)
      throws Exception {
    caller.deadline = Deadline.in(Duration.ofMillis(200), Clock.systemUTC());
    try (RawServer server = RawServer.plain(stall)) {
      NetworkFailure failure =
          assertThrows(NetworkFailure.class, () -> caller.post(server.uri("/")), name);
      assertTrue(
          failure.fact().startsWith("no answer from localhost:" + server.port() + " before")
              || failure.fact().contains("was silent for"),
          failure.fact());
      assertEquals(List.of(), caller.world.waits);
    }
  }

  @Test
  void aNameThatDoesNotExistIsAskedOnce() {
    NetworkFailure failure = caller.troubleAt(URI.create("https://acme.invalid/services/data"));
    assertEquals("the host name cannot be resolved: acme.invalid", failure.fact());
    assertTrue(failure.hints().get(0).contains("My Domain"), failure.hints()::toString);
    assertTrue(failure.hints().get(1).contains("HTTPS_PROXY"), failure.hints()::toString);
    assertEquals(List.of(), caller.world.waits);
  }

  @Test
  void aPortWhereNothingListensIsAskedOnce() throws IOException {
    int port = unusedPort();
    NetworkFailure failure = caller.troubleAt(URI.create("http://localhost:" + port + "/"));
    assertEquals("no connection to localhost:" + port, failure.fact());
    Cause words = Objects.requireNonNull(failure.words());
    assertTrue(words.text().contains("refused"), words.text());
    assertTrue(failure.hints().get(0).contains("port " + port), failure.hints()::toString);
    assertEquals(List.of(), caller.world.waits);
  }

  @Test
  void aDeadlineThatIsOverAsksNobody() throws Exception {
    caller.deadline = Deadline.in(Duration.ZERO, caller.world.clock());
    try (RawServer server = RawServer.plain(RawServer.stall(""))) {
      NetworkFailure failure = caller.troubleAt(server.uri("/"));
      assertTrue(failure.fact().endsWith("before the deadline"), failure.fact());
    }
  }

  static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
