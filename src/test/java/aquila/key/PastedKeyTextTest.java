package aquila.key;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a key in the place of its path. */
class PastedKeyTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PRIVATE KEY-----",
        "  -----BEGIN RSA PRIVATE KEY-----\\nMIIE",
        "\u2014\u2013BEGIN PRIVATE KEY-\u2014",
      })
  void knowsAPastedKeyFromAPath(String value) {
    assertTrue(KeyFile.isKeyText(value));
  }

  @Test
  void knowsThePastedBodyOfAKey() {
    String body = base64(KeyFixture.bytes("pkcs8.der"));
    assertTrue(KeyFile.isKeyText(body));
    assertTrue(KeyFile.isKeyText(base64(KeyFixture.text("pkcs8.pem"))));
    assertTrue(KeyFile.isKeyText(body.substring(0, 70)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/aquila/server.key", "MII.pem", "C:/keys/PRIVATE KEY.pem", ""})
  void takesAPathForAPath(String value) {
    assertFalse(KeyFile.isKeyText(value));
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }
}
