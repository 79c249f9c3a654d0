package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aquila.failure.ConfigFailure;
import aquila.failure.NetworkFailure;
import aquila.key.HeldCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose certificates are believed, and what is said of others: rows N5 to N10. */
class TlsTest {
  private static final RawServer.Conversation OK = RawServer.json(200, "{}");
  private static Authority authority;
  private static Authority inspection;

  @TempDir Path directory;
  private final Caller caller = new Caller();

  @BeforeAll
  static void make() throws Exception {
    authority = new Authority("Acme Root");
    inspection = new Authority("Acme TLS Inspection");
  }

  @ParameterizedTest
  @CsvSource({"localhost, localhost", "127.0.0.1, 127.0.0.1"})
  void aCaFileAddsTrust(String named, String host) throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer server = RawServer.tls(authority.server(named), OK)) {
      assertEquals(200, caller.get(URI.create("https://" + host + ":" + server.port())).status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void oneConnectionIsEnoughForEachVersion(String version) throws Exception {
    caller.caFile = authority.pem(directory);
    String[] versions = {version};
    try (RawServer server =
        RawServer.tls(authority.server("localhost"), versions, OK, RawServer.reset(""))) {
      assertEquals(200, caller.get(server.uri("/")).status());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void aSelfSignedCertificateIsTrustedByNameOnly() throws Exception {
    Instant now = Instant.now();
    HeldCertificate pair =
        HeldCertificate.generate(
            2048, "aquila", now, now.plus(Duration.ofDays(1)), List.of("localhost"));
    try (RawServer server = RawServer.tls(pair.serverContext(), OK)) {
      NetworkFailure failure = caller.troubleAt(server.uri("/"));
      assertEquals(
          "the certificate of localhost:" + server.port() + " is not trusted", failure.fact());
      assertEquals("its issuer is CN=aquila", failure.hints().get(0));
      assertEquals(List.of(), server.requests());
      Caller other = new Caller();
      other.caFile = Files.writeString(directory.resolve("own.pem"), pair.certificatePem());
      assertEquals(200, other.get(server.uri("/")).status());
    }
  }

  @Test
  void theIssuerOfAnUnknownCertificateIsNamed() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer server = RawServer.tls(inspection.server("localhost"), OK)) {
      NetworkFailure failure = caller.troubleAt(server.uri("/"));
      assertEquals(
          "the certificate of localhost:" + server.port() + " is not trusted", failure.fact());
      assertEquals("its issuer is CN=Acme TLS Inspection", failure.hints().get(0));
      assertTrue(failure.hints().get(1).contains("ca-file"), failure.hints()::toString);
      assertEquals(List.of(), server.requests(), "nothing was sent");
      assertEquals(List.of(), caller.world.waits, "it stays so");
    }
  }

  @Test
  void theIssuerIsNamedForAnAddressToo() throws Exception {
    try (RawServer server = RawServer.tls(inspection.server("127.0.0.1"), OK)) {
      NetworkFailure failure =
          caller.troubleAt(URI.create("https://127.0.0.1:" + server.port() + "/"));
      assertEquals("its issuer is CN=Acme TLS Inspection", failure.hints().get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"-20, -10", "10, 20"})
  void aCertificateOutsideItsDatesPointsAtTheClock(int from, int until) throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer server = RawServer.tls(authority.server(from, until, "localhost"), OK)) {
      NetworkFailure failure = caller.troubleAt(server.uri("/"));
      assertEquals(
          "the certificate of localhost:" + server.port() + " is outside its dates",
          failure.fact());
      assertTrue(failure.hints().get(0).contains("clock"), failure.hints()::toString);
      assertTrue(failure.hints().get(0).contains("CN=the server"), failure.hints()::toString);
      assertEquals(List.of(), server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"acme.my.salesforce.com", "*.localhost", "127.0.0.2", "localhost.evil.example"})
  void aCertificateOfAnotherNameIsRefused(String named) throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer server = RawServer.tls(authority.server(named), OK)) {
      NetworkFailure failure = caller.troubleAt(server.uri("/"));
      assertEquals(
          "the certificate that localhost:" + server.port() + " shows is made out to another name",
          failure.fact());
      assertTrue(failure.hints().get(0).contains("check the host name"));
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void aCertificateWithoutNamesIsOfAnotherName() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer server = RawServer.tls(authority.server(), OK)) {
      assertTrue(caller.troubleAt(server.uri("/")).fact().endsWith("made out to another name"));
      URI address = URI.create("https://127.0.0.1:" + server.port() + "/");
      assertTrue(caller.troubleAt(address).fact().endsWith("made out to another name"));
    }
  }

  @Test
  void tlsOnAPortWithoutItIsNamed() throws Exception {
    RawServer.Conversation plain =
        (server, socket) ->
            socket
                .getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (RawServer server = RawServer.plain(plain)) {
      NetworkFailure failure =
          caller.troubleAt(URI.create("https://localhost:" + server.port() + "/"));
      assertEquals(
          "localhost:" + server.port() + " does not speak TLS on this port", failure.fact());
      assertEquals(List.of(), caller.world.waits);
    }
  }

  @Test
  void noTlsOnAPortWithItIsNoAnswer() throws Exception {
    try (RawServer server = RawServer.tls(authority.server("localhost"), OK)) {
      NetworkFailure failure =
          caller.troubleAt(URI.create("http://localhost:" + server.port() + "/"));
      assertEquals("the connection to localhost:" + server.port() + " was lost", failure.fact());
    }
  }

  @Test
  void theIssuerIsNamedForAnAddressOfIpv6() throws Exception {
    InetAddress loopback = InetAddress.getAllByName("::1")[0];
    SSLContext context = inspection.server("::1");
    try (ServerSocket listener = context.getServerSocketFactory().createServerSocket()) {
      assumeTrue(canBind(listener, loopback), "this machine has no IPv6");
      Thread thread = new Thread(() -> serve(listener), "ipv6");
      thread.setDaemon(true);
      thread.start();
      NetworkFailure failure =
          caller.troubleAt(URI.create("https://[::1]:" + listener.getLocalPort() + "/"));
      assertEquals("its issuer is CN=Acme TLS Inspection", failure.hints().get(0));
    }
  }

  @Test
  void aHandshakeThatIsCutOffIsTriedAgain() throws Exception {
    RawServer.Conversation cut = (server, socket) -> socket.setSoLinger(true, 0);
    RawServer.Conversation end = (server, socket) -> socket.getInputStream().read();
    for (RawServer.Conversation conversation : List.of(cut, end)) {
      try (RawServer server = RawServer.plain(conversation)) {
        NetworkFailure failure =
            caller.troubleAt(URI.create("https://localhost:" + server.port() + "/"));
        assertEquals(
            "the TLS handshake with localhost:" + server.port() + " was cut off", failure.fact());
      }
    }
    assertEquals(8, caller.world.waits.size());
  }

  @Test
  void aSilentHandshakeEndsAtTheReadTimeout() throws Exception {
    caller.readTimeout = Duration.ofMillis(200);
    try (RawServer server = RawServer.plain(RawServer.stall(""))) {
      NetworkFailure failure =
          caller.troubleAt(URI.create("https://localhost:" + server.port() + "/"));
      assertEquals("localhost:" + server.port() + " was silent for 200 ms", failure.fact());
    }
  }

  @Test
  void anAnswerThatIsResetInsideTlsIsALostConnection() throws Exception {
    caller.caFile = authority.pem(directory);
    RawServer.Conversation reset = RawServer.reset("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
    try (RawServer server = RawServer.tls(authority.server("localhost"), reset)) {
      NetworkFailure failure =
          assertThrows(NetworkFailure.class, () -> caller.post(server.uri("/")));
      assertEquals("the connection to localhost:" + server.port() + " was lost", failure.fact());
      assertEquals(5, server.requests().size());
    }
  }

  @Test
  void anOldVersionOfTlsIsNoTls() throws Exception {
    SSLContext context = authority.server("localhost");
    RawServer.Conversation alert =
        (server, socket) -> {
          socket.getInputStream().read();
          // Alert, TLS 1.2, two bytes: fatal, protocol_version (RFC 8446, section 6).
          socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 70});
          drain(socket);
        };
    assertEquals("TLS", context.getProtocol());
    try (RawServer server = RawServer.plain(alert)) {
      NetworkFailure failure =
          caller.troubleAt(URI.create("https://localhost:" + server.port() + "/"));
      assertEquals("the TLS handshake with localhost:" + server.port() + " failed", failure.fact());
      String words = Objects.requireNonNull(failure.words()).text();
      assertTrue(words.contains("protocol_version"), words);
      assertTrue(failure.hints().get(0).contains("TLS 1.2"), failure.hints()::toString);
    }
  }

  @Test
  void aCaFileThatCannotBeUsedIsAConfigFailure() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    Path text = Files.writeString(directory.resolve("text.pem"), "not a certificate");
    for (Path path : List.of(directory.resolve("missing.pem"), directory, empty, text)) {
      Caller other = new Caller();
      other.caFile = path;
      ConfigFailure failure =
          assertThrows(ConfigFailure.class, () -> other.get(URI.create("https://localhost:1/")));
      assertTrue(failure.fact().startsWith("the ca-file " + path), failure.fact());
    }
  }

  private static boolean canBind(ServerSocket listener, InetAddress address) {
    try {
      listener.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void serve(ServerSocket listener) {
    while (!listener.isClosed()) {
      shakeHands(listener);
    }
  }

  private static void shakeHands(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
    } catch (IOException e) {
      // The client does not like the certificate.
      return;
    }
  }

  private static void drain(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // The alert has to be read before the connection is closed.
      socket.getOutputStream().flush();
    }
  }
}
