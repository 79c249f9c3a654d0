package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.NetworkFailure.Kind;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no server can be made to do in a test. */
class NetworkTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "connect0, Network is down",
    "connect0, Das Netzwerk ist nicht erreichbar",
    "pollConnect, Network is unreachable",
    "pollConnect, Network unreachable",
  })
  void whatTheSystemLetsNotOutIsNoConnectionInAnyLanguage(String method, String words) {
    Trouble trouble = trouble(false, from(method, words));
    assertEquals(Kind.OFFLINE, trouble.failure().kind());
    assertEquals(words, trouble.failure().words().text());
    assertFalse(trouble.isLost());
  }

  @Test
  void aConnectionThatStoodIsLostWhateverTheSystemSays() {
    for (String method : new String[] {"read0", "connect0"}) {
      Trouble trouble = trouble(true, from(method, "Network is unreachable"));
      assertEquals(Kind.LOST, trouble.failure().kind());
      assertTrue(trouble.isLost());
    }
  }

  @Test
  void aHandshakeThatBreaksIsNoMissingNetwork() {
    for (String method : new String[] {"implRead", "pollConnect"}) {
      Trouble trouble = trouble(false, from(method, "Connection reset by peer"));
      assertEquals(Kind.HANDSHAKE_CUT, trouble.failure().kind());
    }
  }

  private static Trouble trouble(boolean isConnected, IOException e) {
    HttpSettings settings = Caller.settings(Duration.ofSeconds(1));
    URI uri = URI.create("https://acme.my.salesforce.com");
    return new NetworkTrouble(uri, null, settings, new Trust(null), isConnected).of(e);
  }

  private static SocketException from(String method, String words) {
    SocketException e = new SocketException(words);
    e.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("sun.nio.ch.Net", method, "Net.java", 1)});
    return e;
  }
}
