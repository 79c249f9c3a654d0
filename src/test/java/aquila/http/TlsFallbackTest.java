package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.crypto.NativeCrypto;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Where TLS in machine code does not get through, Java's own has the last word. */
class TlsFallbackTest {
  /** Longer than the first message of Java's, and shorter than that of BoringSSL. */
  private static final int PACKET = 1000;

  private final Caller caller = new Caller();

  @Test
  void aDeviceThatResetsLongHellosGetsShortOnes() throws Exception {
    List<Integer> hellos = new CopyOnWriteArrayList<>();
    RawServer.Conversation device =
        (server, socket) -> {
          hellos.add(socket.getInputStream().read(new byte[4 * PACKET]));
          socket.setSoLinger(true, 0);
        };
    try (RawServer server = RawServer.plain(device)) {
      caller.troubleAt(URI.create("https://localhost:" + server.port()));
    }
    assertEquals(NativeCrypto.isAtHand(), hellos.get(0) > PACKET, hellos.toString());
    assertTrue(hellos.get(hellos.size() - 1) < PACKET, hellos.toString());
  }
}
