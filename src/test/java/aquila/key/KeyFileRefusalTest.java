package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.KeyFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that is not the key is named for what it is, with the way out. */
class KeyFileRefusalTest {

  @TempDir Path home;

  static Stream<Arguments> refused() {
    String key = KeyFixture.text("pkcs8.pem");
    String[] lines = key.split("\n", -1);
    return Stream.of(
        fixture("K2", "is encrypted, and no passphrase was given", "pkcs8-aes256.pem"),
        fixture("K11", "is encrypted, and no passphrase was given", "store.p12"),
        fixture("K3", "is encrypted, and no passphrase was given", "pkcs1-aes256.pem"),
        fixture("K12", "is encrypted, and no passphrase was given", "keytool.jks"),
        fixture("K4", "is a certificate, not a private key", "certificate.pem"),
        fixture("K4", "is a certificate, not a private key", "certificate.der"),
        fixture("K4", "is a bundle of certificates (PKCS#7), not a private key", "chain.p7b"),
        fixture("K5", "is a public key, not a private key", "public.pem"),
        fixture("K5", "is a public key, not a private key", "public-pkcs1.pem"),
        fixture("K5", "is a public key, not a private key", "ssh.pub"),
        der("K5", "is a public key, not a private key", "public.pem"),
        der("K5", "is a public key, not a private key", "public-pkcs1.pem"),
        fixture("K6", "is a certificate request, not a private key", "request.pem"),
        der("K6", "is a certificate request, not a private key", "request.pem"),
        fixture("K7", "is an EC key, and RS256 needs an RSA key", "ec.pem"),
        fixture("K7", "is an EC key, and RS256 needs an RSA key", "ec-pkcs8.pem"),
        fixture("K7", "is a DSA key, and RS256 needs an RSA key", "dsa.pem"),
        fixture("K7", "is a Diffie-Hellman key, and RS256 needs an RSA key", "dh.pem"),
        fixture("K8", "is an Ed25519 key or one of its kin", "ed25519.pem"),
        fixture("K8", "is an Ed25519 key or one of its kin", "x25519.pem"),
        fixture("K9", "is an RSA-PSS key, and RS256 needs a plain RSA key", "rsa-pss.pem"),
        fixture("K10", "is an OpenSSH key", "openssh.pem"),
        text("K10", "is a PuTTY key", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n"),
        text(
            "K10",
            "is a PGP block",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ\n-----END PGP PRIVATE KEY BLOCK-----"),
        text("K10", "is a JSON web key", "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"d\":\"AQAB\"}"),
        fixture("K12", "is a JCEKS key store", "other.jceks"),
        encoded("K14", "is UTF-16 text", "\ufeff" + key, StandardCharsets.UTF_16LE),
        encoded("K14", "is UTF-16 text", "\ufeff" + key, StandardCharsets.UTF_16BE),
        encoded("K14", "is UTF-16 text", key, StandardCharsets.UTF_16LE),
        encoded("K14", "is UTF-16 text", key, StandardCharsets.UTF_16BE),
        text("K15", "word processor's dashes", key.replace("-----", "\u2014\u2013")),
        text("K15", "word processor's dashes", key.replace("-----BEGIN", "\u2014-BEGIN")),
        encoded(
            "K15",
            "word processor's dashes",
            key.replace("-----", "\u0097\u0096"),
            StandardCharsets.ISO_8859_1),
        text("K15", "BEGIN line", key.replace("-----BEGIN", "----BEGIN")),
        text("K17", "is cut short", key.substring(0, key.indexOf("-----END"))),
        text("K17", "is cut short", key.substring(key.indexOf('\n') + 1)),
        text("K17", "is cut short", key.replace(lines[lines.length - 3], "")),
        text("K17", "is cut short", key.replace(lines[5], "")),
        text("K17", "numbers do not fit together", key.replace(lines[5], lines[6])),
        text("K17", "is damaged", key.replace(lines[5], "***")),
        text("K18", "holds 2 private keys", key + KeyFixture.text("ec.pem")),
        text("K19", "is the Base64 form of a whole key file", base64(key)),
        text("K20", "is empty", ""),
        text("K20", "is empty", " \r\n\t"),
        text("K20", "nothing between", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"),
        text("K20", "only comments", "# the key\n; goes here\n"),
        text("K20", "a text without a private key", "todo: ask the customer\n"),
        text("K20", "a text without a private key", "aGVsbG8gd29ybGQ="),
        arguments("K20", "is no key of a known format", new byte[] {1, 2, 3, 4}),
        arguments("K20", "is an archive", new byte[] {'P', 'K', 3, 4, 0}),
        fixture("K22", "is an RSA key of 1024 bits", "rsa1024.pem"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refused")
  void namesWhatTheFileIs(String row, String phrase, byte[] content) throws Failure {
    Path file = KeyFixture.file(home, "server.key", content);
    KeyVerdict.Unusable verdict = refusal(KeyFixture.source(file));
    assertEquals(row, verdict.trouble().row());
    KeyFailure failure = verdict.failure();
    assertEquals(ExitCode.KEY, failure.exitCode());
    assertTrue(failure.fact().startsWith("the key file " + file + " "), failure::fact);
    assertTrue(failure.fact().contains(phrase), failure::fact);
    assertFalse(failure.hints().isEmpty(), failure::fact);
    assertTellsNothing(failure, content);
  }

  @Test
  void givesCommandsWithThePathReadyForAShell() throws Failure {
    Path file = KeyFixture.file(home, "customer's key.pem", KeyFixture.bytes("pkcs8-aes256.pem"));
    String quoted = home + "/customer'\\''s key";
    assertEquals(
        "or take the encryption off: openssl pkcs8 -in '%s.pem' -out '%s-new.key'"
            .formatted(quoted, quoted),
        refusal(KeyFixture.source(file)).failure().hints().stream()
            .filter(line -> line.contains("openssl"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void namesBothPlacesOfThePassphrase() throws Failure {
    Path file = KeyFixture.file(home, "server.key", KeyFixture.bytes("pkcs1-aes256.pem"));
    String hints = String.join("\n", refusal(KeyFixture.source(file)).failure().hints());
    assertTrue(hints.contains("AQUILA_KEY_PASSPHRASE"), hints);
    assertTrue(hints.contains("key-passphrase-file"), hints);
    assertTrue(hints.contains("openssl rsa -in " + file), hints);
  }

  @Test
  void refusesACipherThatItDoesNotKnow() throws Failure {
    Path file = KeyFixture.file(home, "k", KeyFixture.bytes("pkcs1-camellia256.pem"));
    assertEquals(
        KeyTrouble.STRANGE_ENCRYPTION, refusal(KeyFixture.source(file, "sesame")).trouble());
  }

  @Test
  void namesAnEncryptedEcKeyBeforeAskingForItsPassphrase() throws Failure {
    String text =
        """
        -----BEGIN EC PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-256-CBC,00

        AAAA
        -----END EC PRIVATE KEY-----
        """;
    Path file = KeyFixture.file(home, "k", text.getBytes(StandardCharsets.US_ASCII));
    assertEquals(KeyTrouble.EC, refusal(KeyFixture.source(file)).trouble());
  }

  private static KeyVerdict.Unusable refusal(KeySource source) throws Failure {
    KeyVerdict verdict = KeyFile.judge(source);
    assertTrue(verdict instanceof KeyVerdict.Unusable, verdict::toString);
    return (KeyVerdict.Unusable) verdict;
  }

  /** No run of eight characters of the file stands in the message, but for what every PEM has. */
  private static void assertTellsNothing(KeyFailure failure, byte[] content) {
    String told = failure.fact() + "\n" + String.join("\n", failure.hints());
    String body =
        new String(content, StandardCharsets.ISO_8859_1).replaceAll("-----[A-Z0-9 ]*-----", "");
    for (int i = 0; i + 8 <= body.length(); i++) {
      String part = body.substring(i, i + 8);
      assertFalse(!part.isBlank() && told.contains(part) && hasDigit(part), part);
    }
  }

  private static boolean hasDigit(String text) {
    return text.toLowerCase(Locale.ROOT).chars().anyMatch(Character::isDigit);
  }

  private static Arguments fixture(String row, String phrase, String name) {
    return arguments(row, phrase, KeyFixture.bytes(name));
  }

  private static Arguments der(String row, String phrase, String name) {
    String body = KeyFixture.text(name).replaceAll("-----[^-]*-----", "");
    return arguments(row, phrase, Base64.getMimeDecoder().decode(body));
  }

  private static Arguments text(String row, String phrase, String text) {
    return encoded(row, phrase, text, StandardCharsets.UTF_8);
  }

  private static Arguments encoded(String row, String phrase, String text, Charset charset) {
    return arguments(row, phrase, text.getBytes(charset));
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }
}
