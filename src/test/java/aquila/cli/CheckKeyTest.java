package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import aquila.config.Field;
import aquila.key.NewKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the failure catalogue about the key, found by the real command. */
class CheckKeyTest {

  @TempDir Path home;

  static Stream<Arguments> unusable() {
    String key = text("pkcs8.pem");
    return Stream.of(
        fixture("K2", "key.encrypted", "pkcs8-aes256.pem"),
        fixture("K2", "key.encrypted", "pkcs8-aes256.der"),
        fixture("K3", "key.encrypted-pkcs1", "pkcs1-aes256.pem"),
        fixture("K4", "key.certificate", "certificate.pem"),
        fixture("K4", "key.certificate", "certificate.der"),
        fixture("K4", "key.certificates", "chain.p7b"),
        fixture("K5", "key.public-key", "public.pem"),
        fixture("K5", "key.public-key", "public-pkcs1.pem"),
        fixture("K6", "key.certificate-request", "request.pem"),
        fixture("K7", "key.ec", "ec.pem"),
        fixture("K7", "key.ec", "ec-pkcs8.pem"),
        fixture("K8", "key.edwards", "ed25519.pem"),
        fixture("K9", "key.rsa-pss", "rsa-pss.pem"),
        fixture("K10", "key.openssh", "openssh.pem"),
        fixture("K11", "key.closed-pkcs12", "store.p12"),
        fixture("K12", "key.closed-jks", "keytool.jks"),
        fixture("K12", "key.other-store", "other.jceks"),
        encoded("K14", "key.utf16", "\ufeff" + key, StandardCharsets.UTF_16LE),
        utf8("K15", "key.smart-dashes", key.replace("-----", "\u2014\u2013")),
        utf8("K15", "key.broken-armour", key.replace("-----BEGIN", "----BEGIN")),
        utf8("K17", "key.truncated", key.substring(0, key.indexOf("-----END"))),
        utf8("K17", "key.truncated", key.substring(0, 300)),
        utf8("K18", "key.several-keys", key + text("pkcs1.pem")),
        utf8("K19", "key.base64-of-pem", Base64.getEncoder().encodeToString(bytes("pkcs8.pem"))),
        utf8("K20", "key.empty", ""),
        utf8("K20", "key.only-comments", "# the key goes here\n"),
        utf8("K20", "key.unknown-text", "ask the customer\n"),
        fixture("K22", "key.too-small", "rsa1024.pem"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("unusable")
  void whatTheFileReallyIsIsNamedAlone(String row, String id, byte[] content) throws Exception {
    CheckedSetup setup = new CheckedSetup(home).withKey(content).check();
    assertEquals(List.of(id + " " + row + " key-path"), setup.troubles());
    assertEquals(4, setup.code);
    JsonNode finding = setup.finding(id);
    assertEquals(setup.file() + ", line 2", finding.get("origin").asText());
    assertFalse(finding.get("hints").isEmpty());
    assertEquals("this needs a usable key", setup.finding("key.pair").get("message").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C:\\\\keys\\\\server.key", "C:/keys/server.key", "\\\\\\\\files\\\\server.key"})
  @DisabledOnOs(OS.WINDOWS)
  void aPathOfAnotherMachineIsNotTakenForARelativeOne(String path) throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with(Field.KEY_PATH, path).check();
    assertEquals(
        List.of("field.windows-path C19 key-path", "key.missing C19 key-path"), setup.troubles());
    assertEquals(1, setup.finding("key.missing").get("hints").size());
    assertTrue(setup.finding("key.missing").get("hints").get(0).asText().contains("/mnt"));
  }

  static Stream<Arguments> usable() {
    String key = text("pkcs8.pem");
    return Stream.of(
        fixture("PKCS#1 PEM", "", "pkcs1.pem"),
        fixture("PKCS#8 DER", "", "pkcs8.der"),
        fixture("PKCS#1 DER", "", "pkcs1.der"),
        fixture("PKCS#12", "", "store-open.p12"),
        fixture("PKCS#8 PEM", "", "bag-attributes.pem"),
        utf8("PKCS#8 PEM", "", key + text("certificate.pem")),
        utf8("PKCS#8 PEM", "", key.replace("\n", "\r\n")),
        utf8("PKCS#8 PEM", "", key.replace("\n", "")),
        utf8("PKCS#8 PEM", "", key.replaceAll("(?m)^", "   ")),
        utf8("PKCS#8 Base64", "", key.replaceAll("-----[^-]*-----", "")),
        utf8("PKCS#8 PEM", "key.byte-order-mark K14 key-path", "\ufeff" + key),
        utf8("PKCS#8 PEM", "key.spelled-line-ends K16 key-path", key.replace("\n", "\\n")),
        arguments(
            "PKCS#8 DER",
            "key.trailing-bytes K17 key-path",
            Arrays.copyOf(bytes("pkcs8.der"), bytes("pkcs8.der").length + 2)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("usable")
  void whatCanBeUsedPasses(String format, String warning, byte[] content) throws Exception {
    CheckedSetup setup = new CheckedSetup(home).withKey(content).check();
    assertEquals(warning.isEmpty() ? List.of() : List.of(warning), setup.troubles());
    assertEquals(0, setup.code);
    String message = setup.finding("key.file").get("message").asText();
    assertTrue(message.startsWith(format + ", RSA, 2048 bits; sha256 of "), message);
    assertEquals(warning.isEmpty() ? 0 : 4, setup.check("--strict").code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-aes256.pem", "pkcs1-aes256.pem", "store.p12"})
  void aPassphraseIsTriedAndAWrongOneNamed(String name) throws Exception {
    CheckedSetup setup = new CheckedSetup(home).withKey(bytes(name));
    setup.bench.environment.put("AQUILA_KEY_PASSPHRASE", "sesame");
    assertEquals(List.of(), setup.check().troubles());
    setup.bench.environment.put("AQUILA_KEY_PASSPHRASE", "open sesame");
    assertEquals(List.of("key.wrong-passphrase K2 key-path"), setup.check().troubles());
    assertEquals(4, setup.code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-aes256.pem", "pkcs8.pem"})
  void aPassphraseFileThatIsNotThereIsAFieldsFault(String key) throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home).withKey(bytes(key)).with(Field.KEY_PASSPHRASE_FILE, "none").check();
    assertEquals(List.of("field.passphrase-unreadable K2 key-passphrase-file"), setup.troubles());
    assertEquals(3, setup.code);
  }

  @Test
  void aPassphraseFileHidesNothingOfTheKeyAndIsNothingToTheVariable() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .withKey(bytes("rsa1024.pem"))
            .with(Field.KEY_PASSPHRASE_FILE, "none")
            .check();
    assertEquals(
        List.of("field.passphrase-unreadable K2 key-passphrase-file", "key.too-small K22 key-path"),
        setup.troubles());
    setup
        .withKey(bytes("pkcs8-aes256.pem"))
        .bench
        .environment
        .put("AQUILA_KEY_PASSPHRASE", "sesame");
    assertEquals(List.of(), setup.check().troubles());
  }

  @Test
  void aMissingFileIsNamedWithTheDirectoryItWasLookedForIn() throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with(Field.KEY_PATH, "keys/server.key").check();
    assertEquals(List.of("key.missing C19 key-path"), setup.troubles());
    assertEquals(4, setup.code);
    JsonNode finding = setup.finding("key.missing");
    Path base = setup.file().getParent();
    assertEquals(base.resolve("keys/server.key").toString(), finding.get("found").asText());
    assertTrue(
        finding.get("hints").get(0).asText().contains(") begins at " + base + ":"),
        finding::toString);
  }

  @Test
  void aDirectoryIsNoKey() throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with(Field.KEY_PATH, "/tmp").check();
    assertEquals(List.of("key.directory C19 key-path"), setup.troubles());
    assertEquals(4, setup.code);
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    Path key = setup.bench.home.resolve("server.key");
    CheckedSetup.mode(key, "---------");
    Assumptions.assumeFalse(Files.isReadable(key), "root may read everything");
    assertEquals(List.of("key.unreadable C19 key-path"), setup.check().troubles());
    assertEquals(4, setup.code);
  }

  @Test
  void otherReadersAreAWarningAndOtherWritersAFailure() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    Path key = setup.bench.home.resolve("server.key");
    Assumptions.assumeTrue(Files.getFileStore(key).supportsFileAttributeView("posix"));
    CheckedSetup.mode(key, "rw-r--r--");
    assertEquals(List.of("key.readable-by-others C20 key-path"), setup.check().troubles());
    assertEquals(0, setup.code);
    assertEquals(4, setup.check("--strict").code);
    CheckedSetup.mode(key, "rw-rw-r--");
    assertEquals(List.of("key.changeable C20 key-path"), setup.check().troubles());
    assertEquals(4, setup.code);
  }

  @Test
  void aCertificateOfAnotherKeyIsAFailureOfTheKey() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    Path other = setup.bench.home.resolve("other.key");
    new NewKey(other, 2048, 730, "other", Optional.empty()).write(Bench.NOW);
    setup.check("--cert", "other.crt");
    assertEquals(List.of("key.not-the-mate K23"), setup.troubles());
    assertEquals(4, setup.code);
    setup.check("--cert", "server.crt");
    assertEquals(0, setup.code);
    assertEquals("it belongs to the key", setup.finding("key.pair").get("message").asText());
  }

  @Test
  void anExpiredCertificateIsToldAndIsNoFault() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    setup.bench.clock = java.time.Clock.offset(setup.bench.clock, Duration.ofDays(1000));
    setup.check("--strict", "--cert", "server.crt");
    assertEquals(0, setup.code);
    JsonNode finding = setup.finding("key.certificate-expired");
    assertEquals("K24", finding.get("row").asText());
    assertEquals("pass", finding.get("status").asText());
  }

  @Test
  void aFileThatIsNoCertificateIsNamed() throws Exception {
    CheckedSetup setup = new CheckedSetup(home).check("--cert", "server.key");
    assertEquals(List.of("key.certificate-unreadable K23"), setup.troubles());
    assertEquals(4, setup.code);
  }

  @Test
  void aLargeCertificateIsAWarning() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    Path certificate = setup.bench.home.resolve("server.crt");
    Files.writeString(certificate, Files.readString(certificate) + "#".repeat(4096));
    assertEquals(
        List.of("key.certificate-too-large K22"), setup.check("--cert", "server.crt").troubles());
    assertEquals(0, setup.code);
  }

  static byte[] bytes(String name) {
    try (InputStream in = CheckKeyTest.class.getResourceAsStream("/keys/" + name)) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  private static Arguments fixture(String row, String id, String name) {
    return arguments(row, id, bytes(name));
  }

  private static Arguments utf8(String row, String id, String text) {
    return encoded(row, id, text, StandardCharsets.UTF_8);
  }

  private static Arguments encoded(String row, String id, String text, Charset charset) {
    return arguments(row, id, text.getBytes(charset));
  }
}
