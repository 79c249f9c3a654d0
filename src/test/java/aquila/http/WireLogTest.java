package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.secret.Secret;
import aquila.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in a line of the log, and what is not. */
class WireLogTest {
  private static final String TOKEN = "00D000000000001!canary.token.of.the.test";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream real = System.err;
  private final Secrets secrets = new Secrets();
  private final HttpRequest request =
      HttpRequest.postForm(
              URI.create("https://acme.my.salesforce.com/services/oauth2/token?q=canary"),
              () -> Map.of("assertion", "canary"))
          .with("Authorization", "Bearer canary");

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setErr(real);
  }

  @Test
  void aLineNamesMethodHostPathStatusBytesAndTime() {
    WireLog.on(false, secrets).answered(request, 200, 123, Duration.ofMillis(45));
    String line = only();
    assertTrue(
        line.endsWith("POST acme.my.salesforce.com/services/oauth2/token 200 123 bytes 45 ms"),
        line);
  }

  @Test
  void aLineHasNoQueryNoHeaderAndNoBody() {
    WireLog log = WireLog.on(true, secrets);
    log.answered(request, 200, 1, Duration.ZERO);
    log.failed(request, "the connection was lost", Duration.ZERO);
    assertEquals(2, lines().size());
    assertFalse(lines().toString().contains("canary"), lines()::toString);
  }

  @Test
  void whatAServerRepeatsIsStruck() {
    secrets.keep(Secret.of("pass phrase"));
    WireLog log = WireLog.on(false, secrets);
    log.failed(request, "it said " + TOKEN + " and pass phrase", Duration.ofMillis(7));
    assertTrue(only().endsWith("failed after 7 ms: it said (secret) and (secret)"), only());
  }

  @Test
  void whatAServerSaysDoesNotMoveTheTerminal() {
    WireLog.on(false, secrets).failed(request, "a\u001b[2Jb\nc\u202ed", Duration.ZERO);
    assertTrue(only().endsWith("a\\u{1b}[2Jb\\nc\\u{202e}d"), only());
  }

  @Test
  void aWaitIsSaid() {
    WireLog.on(false, secrets).waits(Duration.ofMillis(1500), 2, 5);
    assertTrue(only().endsWith("waiting 1500 ms before attempt 2 of 5"), only());
  }

  @Test
  void anotherCopyOfSlf4jIsNotToldWhatToUse() {
    WireLog.on(false, secrets);
    assertEquals(null, System.getProperty("slf4j.provider"));
  }

  @Test
  void nothingIsSaidWithoutALog() {
    WireLog log = WireLog.off();
    log.answered(request, 200, 1, Duration.ZERO);
    log.failed(request, "x", Duration.ZERO);
    log.waits(Duration.ZERO, 1, 2);
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  private String only() {
    assertEquals(1, lines().size(), lines()::toString);
    return lines().get(0);
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
