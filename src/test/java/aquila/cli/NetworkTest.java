package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.key.HeldCertificate;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The N rows of the failure catalogue: each trouble of the network has words of its own, and exit
 * code 7. Every server here is on loopback.
 */
class NetworkTest {

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new Bench(home.toRealPath());
    bench.startOrg(setup -> setup);
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
  }

  @Test
  void n1ANameThatDoesNotResolve() {
    assertTrouble("https://nobody.invalid", "the host name cannot be resolved: nobody.invalid");
    assertTrue(bench.err.contains("hint: compare it letter by letter"), bench.err);
    assertFalse(bench.err.contains("cause"), bench.err);
  }

  @Test
  void n1TheProxysNameIsToldApartFromTheHosts() {
    bench.environment.put("HTTPS_PROXY", "http://proxy.invalid:3128");
    assertTrouble("https://org.invalid", "the name of the proxy cannot be resolved: proxy.invalid");
    assertTrue(
        bench.err.contains(
            "hint: check the proxy address (environment variable HTTPS_PROXY), written as"
                + " http://host:port or http://user:password@host:port"),
        bench.err);
    assertFalse(bench.err.contains("cause"), bench.err);
  }

  @Test
  void n2NothingListens() throws IOException {
    int port;
    try (RawServer server = RawServer.thatSays("")) {
      port = server.port();
    }
    assertTrouble("http://127.0.0.1:" + port, "no connection to 127.0.0.1:" + port);
  }

  @Test
  void n2TheProxyIsDown() throws IOException {
    int port;
    try (RawServer server = RawServer.thatSays("")) {
      port = server.port();
    }
    bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + port);
    assertTrouble("https://org.invalid", "the proxy 127.0.0.1:" + port + " does not accept");
  }

  @Test
  void n3PacketsAreDropped() throws IOException {
    try (RawServer server = RawServer.thatNeverAccepts()) {
      List<Socket> waiting = server.fill();
      bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
      assertTrouble(server.url("http"), "no connection to 127.0.0.1:" + server.port() + " within");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void n3PacketsToTheProxyAreDropped() throws IOException {
    try (RawServer server = RawServer.thatNeverAccepts()) {
      List<Socket> waiting = server.fill();
      bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
      bench.environment.put("AQUILA_PROXY", "127.0.0.1:" + server.port());
      assertTrouble("https://org.invalid", "no connection to the proxy 127.0.0.1:");
      assertTrue(bench.err.contains("(environment variable AQUILA_PROXY)"), bench.err);
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void n4TheVariablesThatJavaIgnoresAreObeyed() throws IOException {
    try (RawServer proxy = RawServer.thatSays("HTTP/1.1 403 Forbidden\r\n\r\n")) {
      for (String name : List.of("HTTPS_PROXY", "https_proxy")) {
        bench.environment.clear();
        bench.environment.put(name, "http://127.0.0.1:" + proxy.port());
        assertTrouble("https://org.invalid", "");
        assertTrue(proxy.heard().startsWith("CONNECT org.invalid:443 HTTP/1.1"), proxy.heard());
      }
      bench.environment.put("NO_PROXY", "example.com, .invalid");
      assertTrouble("https://org.invalid", "the host name cannot be resolved");
    }
  }

  @Test
  void n5AnUntrustedCertificateNamesItsIssuer() throws Exception {
    try (RawServer server = RawServer.withTls(certificate("127.0.0.1").serverContext())) {
      assertTrouble(server.url("https"), "the certificate of 127.0.0.1:" + server.port());
      assertTrue(bench.err.contains("its issuer is CN=Acme Inspection"), bench.err);
      assertTrue(bench.err.contains("ca-file"), bench.err);
    }
  }

  @Test
  void n5AnExpiredCertificateIsNotCalledUntrusted() throws Exception {
    IssuedCertificate old = IssuedCertificate.expired("127.0.0.1");
    trust(old.authorityPem());
    try (RawServer server = RawServer.withTls(old.serverContext())) {
      assertTrouble(server.url("https"), "outside its dates");
    }
  }

  @Test
  void n6ACertificateOfAnotherName() throws Exception {
    HeldCertificate other = certificate("elsewhere.example");
    try (RawServer server = RawServer.withTls(other.serverContext())) {
      trust(other.certificatePem());
      assertTrouble(server.url("https"), "is made out to another name");
    }
  }

  @Test
  void n7HttpsToAPortThatSpeaksHttp() throws IOException {
    try (RawServer server = RawServer.thatSays("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertTrouble(server.url("https"), "does not speak TLS on this port");
    }
  }

  @Test
  void n8HttpToAPortThatSpeaksTls() throws Exception {
    try (RawServer server = RawServer.withTls(certificate("127.0.0.1").serverContext())) {
      assertTrouble(server.url("http"), "");
    }
  }

  @Test
  void n9TheHandshakeIsCutOff() throws IOException {
    try (RawServer server = RawServer.thatSays("")) {
      assertTrouble(server.url("https"), "was cut off");
    }
  }

  @Test
  void n10AnOldTlsIsRefusedByAnAlert() throws IOException {
    byte[] protocolVersion = HexFormat.of().parseHex("15030100020246");
    try (RawServer server = RawServer.thatSends(protocolVersion)) {
      assertTrouble(server.url("https"), "the TLS handshake with 127.0.0.1:");
      assertTrue(bench.err.contains("TLS 1.2"), bench.err);
    }
  }

  @Test
  void n11AProxyThatWantsAPasswordIsNotTheTokenEndpoint() throws IOException {
    String reply =
        "HTTP/1.1 407 Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n";
    try (RawServer proxy = RawServer.thatSays(reply + "Content-Length: 0\r\n\r\n")) {
      bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
      assertTrouble("https://org.invalid", "wants a user name and password");
    }
  }

  @Test
  void n12AProxyThatDeniesTheHost() throws IOException {
    try (RawServer proxy = RawServer.thatSays("HTTP/1.1 403 Forbidden\r\n\r\n")) {
      bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
      assertTrouble("https://org.invalid", "");
      assertTrue(bench.err.contains("let org.invalid:443 through the proxy"), bench.err);
    }
  }

  @Test
  void n13AServerThatIsSilent() throws IOException {
    try (RawServer server = RawServer.thatIsSilent()) {
      bench.environment.put("AQUILA_READ_TIMEOUT", "200ms");
      assertTrouble(server.url("http"), "was silent for 200 ms");
      assertFalse(bench.waits.isEmpty(), "a stall is worth another attempt");
    }
  }

  @Test
  void aLostConnectionIsTriedAgainAndThenTold() throws IOException {
    try (RawServer server =
        RawServer.thatSays("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"access_token\"")) {
      assertTrouble(server.url("http"), "");
      assertEquals(4, bench.waits.size());
      Duration longest = bench.waits.stream().max(Duration::compareTo).orElseThrow();
      assertTrue(longest.compareTo(Duration.ofSeconds(8)) <= 0, longest.toString());
    }
  }

  @Test
  void whatIsNotHttpIsNoAnswer() throws IOException {
    try (RawServer server = RawServer.thatSays("220 mail.example ESMTP\r\n")) {
      assertTrouble(server.url("http"), "");
    }
  }

  private void assertTrouble(String host, String fact) {
    bench.waits.clear();
    int code =
        bench.run("token", "--token-url", host, "--audience-url", "https://login.salesforce.com");
    assertEquals(7, code, bench.err);
    assertTrue(bench.err.startsWith("aquila: error: "), bench.err);
    assertTrue(bench.err.contains(fact), bench.err);
    String first = bench.err.lines().findFirst().orElse("");
    assertFalse(first.contains("Exception") || first.contains("null"), first);
  }

  private static HeldCertificate certificate(String name) {
    // TLS looks at the real clock, whatever a test's own says.
    Instant now = Instant.now();
    return HeldCertificate.generate(
        2048, "Acme Inspection", now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS), List.of(name));
  }

  private void trust(String pem) throws IOException {
    Path file = home.toRealPath().resolve("trusted.crt");
    Files.writeString(file, pem);
    bench.environment.put("AQUILA_CA_FILE", file.toString());
  }
}
