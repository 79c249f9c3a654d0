package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.key.HeldCertificate;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The N rows as findings of {@code aquila doctor}. Every server here is on loopback. */
class DoctorNetworkTest {
  private static final Set<String> CONTROL = Set.of("login.salesforce.com");

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
  void n1AWrongHostIsToldFromAMachineWithoutNames() throws IOException {
    assertFirst("network.host-unknown N1", CONTROL, "https://nobody.invalid");
    assertFirst("network.no-name-lookup N1", Set.of(), "https://nobody.invalid");
  }

  @Test
  void n1OneOfTwoHostsThatIsKnownIsControlEnough() throws IOException {
    Examined examined = Examined.of(bench, Set.of(), "--token-url", "https://nobody.invalid");
    assertEquals(List.of("network.host-unknown N1"), examined.of("fail"));
    assertEquals("nobody.invalid", examined.get("network.host-unknown").path("found").asText());
  }

  @Test
  void n1AnAudienceThatDoesNotExistIsAWarning() throws IOException {
    Examined examined =
        Examined.of(bench, CONTROL, "--audience-url", "https://gone.my.salesforce.com");
    assertTrue(examined.of("warn").contains("network.audience-unknown N1"), bench.out);
  }

  @Test
  void n1TheProxysName() throws IOException {
    bench.environment.put("HTTPS_PROXY", "http://proxy.invalid:3128");
    assertFirst("network.proxy-unknown N1", CONTROL, "https://org.invalid");
  }

  @Test
  void n2NothingListens() throws IOException {
    assertFirst("network.refused N2", CONTROL, "http://127.0.0.1:" + freePort());
  }

  @Test
  void n2TheProxyIsDown() throws IOException {
    bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + freePort());
    assertFirst("network.proxy-refused N2", CONTROL, "https://org.invalid");
  }

  @Test
  void n3AHostThatSwallowsPacketsEndsInTimeAndTheRestIsReported() throws IOException {
    try (RawServer server = RawServer.thatNeverAccepts()) {
      List<Socket> waiting = server.fill();
      bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
      assertTimeout(
          Duration.ofSeconds(20),
          () -> assertFirst("network.no-connection N3", CONTROL, server.url("http")));
      Examined examined = Examined.of(bench, CONTROL, hosts(server.url("http")));
      assertTrue(examined.of("pass").contains("key.file"), bench.out);
      assertTrue(examined.of("skip").containsAll(List.of("token.grant", "logs.download")));
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void n4TheProxyOfTheEnvironmentIsNamed() throws IOException {
    bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + freePort());
    Examined examined = Examined.of(bench, CONTROL, hosts("https://org.invalid"));
    assertTrue(bench.out.contains("environment variable HTTPS_PROXY"), bench.out);
    assertEquals("the proxy looks them up", examined.get("network.names").path("message").asText());
  }

  @Test
  void n5AnUntrustedCertificate() throws Exception {
    try (RawServer server = RawServer.withTls(certificate("127.0.0.1").serverContext())) {
      assertFirst("network.certificate-untrusted N5", CONTROL, server.url("https"));
      assertTrue(bench.out.contains("CN=Acme Inspection"), bench.out);
    }
  }

  @Test
  void n5AnExpiredCertificate() throws Exception {
    IssuedCertificate old = IssuedCertificate.expired("127.0.0.1");
    trust(old.authorityPem());
    try (RawServer server = RawServer.withTls(old.serverContext())) {
      assertFirst("network.certificate-dates N5", CONTROL, server.url("https"));
    }
  }

  @Test
  void n6ACertificateOfAnotherName() throws Exception {
    HeldCertificate other = certificate("elsewhere.example");
    trust(other.certificatePem());
    try (RawServer server = RawServer.withTls(other.serverContext())) {
      assertFirst("network.certificate-name N6", CONTROL, server.url("https"));
    }
  }

  @Test
  void n7HttpsToAPortThatSpeaksHttp() throws IOException {
    try (RawServer server = RawServer.thatSays("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertFirst("network.no-tls N7", CONTROL, server.url("https"));
    }
  }

  @Test
  void n8TheConnectionBreaksOff() throws Exception {
    try (RawServer server = RawServer.thatSays("")) {
      assertFirst("network.lost N8", CONTROL, server.url("http"));
    }
  }

  @Test
  void n9TheHandshakeIsCutOff() throws IOException {
    try (RawServer server = RawServer.thatSays("")) {
      assertFirst("network.handshake-cut N9", CONTROL, server.url("https"));
    }
  }

  @Test
  void n10AnOldTls() throws IOException {
    byte[] protocolVersion = HexFormat.of().parseHex("15030100020246");
    try (RawServer server = RawServer.thatSends(protocolVersion)) {
      assertFirst("network.handshake-failed N10", CONTROL, server.url("https"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "407 Authentication Required, network.proxy-login N11",
    "403 Forbidden, network.proxy-denies N12"
  })
  void n11AndN12WhatAProxySays(String status, String finding) throws IOException {
    String reply = "HTTP/1.1 " + status + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\n";
    try (RawServer proxy = RawServer.thatSays(reply + "Content-Length: 0\r\n\r\n")) {
      bench.environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
      assertFirst(finding, CONTROL, "https://org.invalid");
    }
  }

  @Test
  void n13AHostThatIsSilentIsAskedOnce() throws IOException {
    try (RawServer server = RawServer.thatIsSilent()) {
      bench.environment.put("AQUILA_READ_TIMEOUT", "200ms");
      assertFirst("network.silent N13", CONTROL, server.url("http"));
      assertEquals(List.of(), bench.waits);
    }
  }

  @Test
  void n13TheDeadlineEndsItAll() throws IOException {
    try (RawServer server = RawServer.thatIsSilent()) {
      Examined examined =
          Examined.of(
              bench,
              CONTROL,
              "--deadline",
              "300ms",
              "--instance-url",
              server.url("http"),
              "--token-url",
              server.url("http"));
      assertEquals("network.deadline N13", examined.of("fail").get(0));
      assertEquals(7, examined.code());
    }
  }

  @Test
  void n14AWebPageInThePlaceOfTheOrg() throws IOException {
    String page = "<html><title>Welcome to the hotel</title></html>";
    String reply =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n";
    try (RawServer server = RawServer.thatSays(reply + "\r\n" + page)) {
      assertFirst("network.web-page N14", CONTROL, server.url("http"));
      assertTrue(bench.out.contains("Welcome to the hotel"), bench.out);
    }
  }

  @ParameterizedTest
  @CsvSource({"-61, warn", "61, warn", "-171, fail", "171, fail", "59, pass", "-59, pass"})
  void n15TheClock(int seconds, String status) throws Exception {
    bench.startOrg(
        setup -> setup.withClock(Clock.offset(bench.clock, Duration.ofSeconds(-seconds))));
    Examined examined = Examined.of(bench, CONTROL);
    String finding =
        switch (status) {
          case "warn" -> "network.clock-drifts N15";
          case "fail" -> "network.clock-off N15";
          default -> "network.clock";
        };
    assertTrue(examined.of(status).contains(finding), bench.out);
    assertEquals(status.equals("fail") ? 7 : 0, examined.code());
  }

  private void assertFirst(String finding, Set<String> known, String host) throws IOException {
    Examined examined = Examined.of(bench, known, hosts(host));
    assertEquals(finding, examined.of("fail").get(0), bench.out);
    assertEquals(7, examined.code(), bench.out);
    assertTrue(examined.of("skip").contains("token.grant"), bench.out);
  }

  private static String[] hosts(String host) {
    return new String[] {"--instance-url", host, "--token-url", host};
  }

  private static int freePort() throws IOException {
    try (RawServer server = RawServer.thatSays("")) {
      return server.port();
    }
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
