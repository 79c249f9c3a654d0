package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.key.HeldCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class SimulatedOrgTest {

  @Test
  void listensOnLoopbackUntilItIsClosed() throws Exception {
    SimulatedOrg org = SimulatedOrg.start(Visitor.setup());
    assertEquals("127.0.0.1", org.url().getHost());
    assertEquals(200, new Visitor(org).get("/services/data").statusCode());
    org.close();
    // Not whether the port is closed: somebody else may have it by now.
    assertThrows(IOException.class, () -> new Visitor(org).get("/services/data"));
  }

  @Test
  void closingEndsConnectionsThatAreInUse() throws Exception {
    SimulatedOrg org = SimulatedOrg.start(Visitor.setup());
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), org.url().getPort())) {
      client
          .getOutputStream()
          .write("GET /services/data HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', client.getInputStream().read());
      org.close();
      assertTrue(client.getInputStream().readAllBytes().length > 0);
    }
  }

  /** The port may be somebody else's by now, but hardly ever. */
  @Test
  void nobodyIsKeptWaitingWhereItIsClosedAtOnce() throws Exception {
    OrgSetup setup = Visitor.setup();
    int silent = 0;
    for (int i = 0; i < 200; i++) {
      SimulatedOrg org = SimulatedOrg.start(setup);
      org.close();
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), org.url().getPort())) {
        client.setSoTimeout(100);
        client.getInputStream().read();
      } catch (SocketTimeoutException e) {
        silent++;
      } catch (IOException e) {
        // Turned down, as it should be.
      }
    }
    assertTrue(silent < 2, silent + " of 200 times");
  }

  @Test
  void aTakenPortIsAnError() throws Exception {
    try (SimulatedOrg org = SimulatedOrg.start(Visitor.setup())) {
      OrgSetup same = Visitor.setup().withPort(org.url().getPort());
      assertThrows(IOException.class, () -> SimulatedOrg.start(same).close());
    }
  }

  @Test
  void equalSetupsMakeEqualOrgs() throws Exception {
    String query = "SELECT Id, Name, Account.Name FROM Contact LIMIT 50";
    assertEquals(answer(Visitor.setup(), query), answer(Visitor.setup(), query));
    assertNotEquals(answer(Visitor.setup(), query), answer(Visitor.setup().withSeed(2), query));
  }

  private static String answer(OrgSetup setup, String query) throws Exception {
    try (SimulatedOrg org = SimulatedOrg.start(setup)) {
      Visitor visitor = new Visitor(org);
      return visitor.query(visitor.logIn(), query).body();
    }
  }

  @Test
  void aSandboxSaysSoAndHasAnotherLoginHost() throws Exception {
    OrgSetup setup = Visitor.setup().with(Conduct.NORMAL.withSandbox(true));
    assertTrue(answer(setup, "SELECT IsSandbox FROM Organization").contains("\"IsSandbox\":true"));
    assertFalse(
        answer(Visitor.setup(), "SELECT IsSandbox FROM Organization")
            .contains("\"IsSandbox\":true"));
  }

  @Test
  void speaksTls() throws Exception {
    Instant now = Instant.now();
    HeldCertificate pair =
        HeldCertificate.generate(
            2048, "127.0.0.1", now.minusSeconds(60), now.plusSeconds(600), List.of("127.0.0.1"));
    try (SimulatedOrg org = SimulatedOrg.start(Visitor.setup().withTls(pair))) {
      assertEquals("https", org.url().getScheme());
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(pair)).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(org.url() + "/services/data")).build();
      assertEquals(200, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  private static SSLContext trusting(HeldCertificate pair) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("org", pair.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void answersManyClientsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (SimulatedOrg org = SimulatedOrg.start(Visitor.setup())) {
      Visitor visitor = new Visitor(org);
      String token = visitor.logIn();
      Callable<Integer> call =
          () ->
              Visitor.json(visitor.query(token, "SELECT COUNT() FROM Contact"))
                  .get("totalSize")
                  .asInt();
      for (var size : threads.invokeAll(Collections.nCopies(200, call))) {
        assertEquals(2500, size.get());
      }
      assertEquals(201, org.requests().size());
    } finally {
      threads.shutdownNow();
    }
  }
}
