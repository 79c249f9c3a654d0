package aquila.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that were met or look like one are struck; a secret does not print itself. */
class SecretsTest {
  private static final String CANARY = "canary-of-the-test";

  private final Secrets secrets = new Secrets();

  @Test
  void aSecretDoesNotPrintItself() {
    Secret secret = Secret.of(CANARY);
    for (Object holder :
        new Object[] {
          secret,
          Optional.of(secret),
          Map.of("k", secret),
          new IllegalStateException("failed with " + secret),
          Arrays.asList(secret, secret),
          Objects.toString(secret)
        }) {
      assertFalse(holder.toString().contains("canary"), holder.toString());
    }
    assertEquals("(secret)", secret.toString());
  }

  @Test
  void aSecretKeepsItsOwnCopy() {
    char[] typed = CANARY.toCharArray();
    Secret secret = Secret.of(typed);
    Arrays.fill(typed, 'x');
    assertEquals(CANARY, secret.reveal());
    char[] given = secret.chars();
    Arrays.fill(given, 'x');
    assertEquals(CANARY, secret.reveal());
    assertNotSame(secret.chars(), secret.chars());
    assertEquals(CANARY.length(), secret.length());
  }

  @Test
  void keepGivesBackWhatItKeeps() {
    Secret secret = Secret.of(CANARY);
    assertSame(secret, secrets.keep(secret));
  }

  @Test
  void strikesEveryPlaceOfEverySecret() {
    secrets.keep(Secret.of(CANARY));
    secrets.keep(Secret.of("another one"));
    assertEquals(
        "(secret)(secret) and (secret)", secrets.strike(CANARY + "another one and " + CANARY));
  }

  @Test
  void strikesTheLongerOfTwoThatBeginAlike() {
    secrets.keep(Secret.of("canary"));
    secrets.keep(Secret.of("canary-tail"));
    secrets.keep(Secret.of("canary-t"));
    assertEquals("a (secret) b (secret) c", secrets.strike("a canary-tail b canary c"));
  }

  @Test
  void shortWordsStayReadable() {
    secrets.keep(Secret.of("error"));
    secrets.keep(Secret.of(""));
    assertEquals("an error", secrets.strike("an error"));
  }

  @Test
  void aSecretThatWasWipedDoesNoHarm() {
    Secret secret = secrets.keep(Secret.of(CANARY));
    secret.wipe();
    assertEquals("a text", secrets.strike("a text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHOSJ9.c2lnbmF0dXJl-_",
        "00D000000000001!AQ8AQFf.zVxyz_123",
        "00D000000000001AAA!AQ8AQFf.zVxyz_123",
        "00D000000000001%21AQ8AQFf.zVxyz_123",
        "-----BEGIN PRIVATE KEY-----\nMIIE\nabc=\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\n\r\nMIIE\r\n"
            + "-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE and then the end is missing",
      })
  void strikesWhatHasTheShapeOfASecret(String secret) {
    assertEquals("before (secret)", secrets.strike("before " + secret));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer 00D000000000001!AQ8AQFf.zVxyz_123, then | Bearer (secret), then",
        "{\"a\":\"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHOSJ9.c2ln\"} | {\"a\":\"(secret)\"}",
        "assertion=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHOSJ9.c2ln&x=y | assertion=(secret)&x=y",
      })
  void leavesWhatStandsAround(String text, String struck) {
    assertEquals(struck, secrets.strike(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the org 00D000000000001AAA is not available",
        "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA",
        "-----BEGIN CERTIFICATE-----",
        "3MVG9abcdefghijklmnop",
        "eyJ is how they begin",
        "acme.my.salesforce.com",
      })
  void leavesWhatIsNone(String text) {
    assertEquals(text, secrets.strike(text));
  }
}
