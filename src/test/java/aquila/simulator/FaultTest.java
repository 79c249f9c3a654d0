package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final String LIMITS = "/services/data/v60.0/limits";

  @ParameterizedTest
  @ValueSource(strings = {"reset", "stall", "truncate", "500", "401", "limit"})
  void happensAsOftenAsItIsTold(String name) throws Exception {
    OrgSetup setup = Visitor.setup().with(Fault.parse(name + ":2").orElseThrow());
    try (SimulatedOrg org = SimulatedOrg.start(setup)) {
      Visitor visitor = new Visitor(org);
      for (int i = 0; i < 2; i++) {
        meet(name, org, visitor, visitor.logIn());
      }
      assertEquals(200, visitor.getAs(visitor.logIn(), LIMITS).statusCode());
    }
  }

  private static void meet(String name, SimulatedOrg org, Visitor visitor, String token)
      throws Exception {
    switch (name) {
      // Java's client repeats a request by itself when the connection is reset.
      case "reset" ->
          assertThrows(SocketException.class, () -> ask(org, token, Duration.ofSeconds(30)));
      case "stall" ->
          assertThrows(SocketTimeoutException.class, () -> ask(org, token, Duration.ofMillis(200)));
      case "truncate" -> assertThrows(IOException.class, () -> visitor.getAs(token, LIMITS));
      case "500" -> assertEquals(500, visitor.getAs(token, LIMITS).statusCode());
      case "401" -> assertEquals(401, visitor.getAs(token, LIMITS).statusCode());
      default -> assertEquals(403, visitor.getAs(token, LIMITS).statusCode());
    }
  }

  /** A reader that waits so long, and does not repeat what fails. */
  private static void ask(SimulatedOrg org, String token, Duration patience) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), org.url().getPort())) {
      socket.setSoTimeout((int) patience.toMillis());
      String request =
          "GET " + LIMITS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void isReadFromWords() {
    assertEquals(new Fault(Fault.Kind.RESET, 1), Fault.parse("reset").orElseThrow());
    assertEquals(new Fault(Fault.Kind.SERVER_ERROR, 3), Fault.parse("500:3").orElseThrow());
    for (String wrong : List.of("", "other", "reset:", "reset:0", "reset:x", "reset:1:2")) {
      assertTrue(Fault.parse(wrong).isEmpty(), wrong);
    }
  }
}
