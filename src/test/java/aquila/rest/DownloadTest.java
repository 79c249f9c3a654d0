package aquila.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file on its way from the org to its destination. */
class DownloadTest {
  private static final String PATH =
      "/services/data/v60.0/sobjects/EventLogFile/0ATxx0000000001AAA/LogFile";
  private static final String OVER =
      "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private AskedOrg asked;

  @BeforeEach
  void begin() {
    asked = new AskedOrg(SERVER);
  }

  @Test
  void aDownloadPassesByWithoutBeingHeld() throws Exception {
    byte[] rows = "\"Login\",\"20261125\"\r\n".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
    asked.answers(
        PATH, aResponse().withBody(rows).withHeader("Content-Type", "application/octet-stream"));
    AtomicLong bytes = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    boolean showsItsEnd =
        asked.org.download(
            PATH,
            "the file",
            () ->
                new OutputStream() {
                  @Override
                  public void write(int b) {
                    bytes.incrementAndGet();
                  }

                  @Override
                  public void write(byte[] from, int start, int length) {
                    bytes.addAndGet(length);
                    longest.accumulateAndGet(length, Math::max);
                  }
                });
    assertTrue(showsItsEnd);
    assertEquals(rows.length, bytes.get());
    assertTrue(longest.get() <= 1 << 17, () -> "a write of " + longest + " bytes");
    SERVER.verify(
        1,
        getRequestedFor(urlEqualTo(PATH))
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .withHeader("Accept", equalTo("*/*")));
  }

  @Test
  void aDownloadThatBreaksBeginsAnew() throws Exception {
    SERVER.stubFor(
        AskedOrg.asked(PATH, "t1")
            .inScenario("break")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))
            .willSetStateTo("well"));
    SERVER.stubFor(
        AskedOrg.asked(PATH, "t1")
            .inScenario("break")
            .whenScenarioStateIs("well")
            .willReturn(aResponse().withBody("whole")));
    Received received = new Received();
    asked.org.download(PATH, "the file", received);
    assertEquals("whole", received.text());
  }

  @Test
  void aDownloadRenewsTheTokenAndDoesNotStoreTheRefusal() throws Exception {
    asked.answers("t1", PATH, 401, OVER).answers("t2", PATH, 200, "whole");
    Received received = new Received();
    asked.org.download(PATH, "the file", received);
    assertEquals("whole", received.text());
    assertEquals(1, received.begun.get());
    assertEquals(2, asked.signIns());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 500})
  void aRefusedDownloadStoresNothing(int status) {
    asked.answers(PATH, status, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"gone\"}]");
    Received received = new Received();
    ApiRefused failure =
        assertThrows(ApiRefused.class, () -> asked.org.download(PATH, "the file", received));
    assertTrue(failure.fact().startsWith("the file "), failure.fact());
    assertEquals(0, received.begun.get());
  }

  @Test
  void aWebPageIsNoDownload() {
    asked.answers(
        PATH,
        aResponse()
            .withHeader("Content-Type", "text/html;charset=UTF-8")
            .withBody("<html><title>Log in</title></html>"));
    Received received = new Received();
    ApiRefused failure =
        assertThrows(ApiRefused.class, () -> asked.org.download(PATH, "the file", received));
    assertEquals("Log in (HTTP 200)", failure.words().text());
    assertEquals(0, received.begun.get());
  }

  @Test
  void anOrgThatAlwaysBreaksOffIsAFailureOfTheNetwork() {
    asked.answers(PATH, aResponse().withFault(Fault.EMPTY_RESPONSE));
    Failure failure =
        assertThrows(
            NetworkFailure.class, () -> asked.org.download(PATH, "the file", new Received()));
    assertTrue(failure.fact().endsWith("was lost"), failure.fact());
    // Five attempts, in each of which Java asks a second time by itself: a GET is harmless.
    assertEquals(4, asked.world.waits.size());
    SERVER.verify(lessThanOrExactly(10), getRequestedFor(urlEqualTo(PATH)));
  }

  private static final class Received implements Destination {
    final AtomicInteger begun = new AtomicInteger();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public OutputStream begin() {
      begun.incrementAndGet();
      bytes = new ByteArrayOutputStream();
      return bytes;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
