package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import aquila.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every lawful wrapping of a key is taken, and so is the dirt that changes nothing in it. */
class KeyFileAcceptanceTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "pkcs8.pem, PKCS#8 PEM",
    "pkcs1.pem, PKCS#1 PEM",
    "pkcs8.der, PKCS#8 DER",
    "pkcs1.der, PKCS#1 DER",
    "store-open.p12, PKCS#12",
    "bag-attributes.pem, PKCS#8 PEM",
  })
  void takesOpenKeysWithoutAskingForAPassphrase(String name, String format) throws Failure {
    Path file = KeyFixture.file(home, name, KeyFixture.bytes(name));
    Passphrase mustNotBeAsked =
        () -> {
          throw new AssertionError("asked for a passphrase");
        };
    KeyPassport passport = KeyFile.inspect(new KeySource(file, mustNotBeAsked, null));
    assertEquals(format, passport.format());
    assertEquals("RSA", passport.type());
    assertEquals(2048, passport.bits());
    assertFalse(passport.encrypted());
    assertEquals(KeyFixture.PAIR, passport.publicKeySha256());
    assertEquals(List.of(), passport.warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs8-aes256.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-aes256.der, sesame, encrypted PKCS#8 DER",
    "pkcs8-aes128-sha512.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-des3-sha1.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-scrypt.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-md5-des.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-sha1-3des.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs8-sha1-rc2.pem, sesame, encrypted PKCS#8 PEM",
    "pkcs1-aes256.pem, sesame, encrypted PKCS#1 PEM",
    "pkcs1-des3.pem, sesame, encrypted PKCS#1 PEM",
    "pkcs1-des.pem, sesame, encrypted PKCS#1 PEM",
    "store.p12, sesame, PKCS#12",
    "store-legacy.p12, sesame, PKCS#12",
    "keytool.p12, sesame1, PKCS#12",
    "keytool.jks, sesame1, JKS",
  })
  void opensEncryptedKeysAndTellsWhatIsKnownWithoutThePassphrase(
      String name, String passphrase, String format) throws Failure {
    Path file = KeyFixture.file(home, name, KeyFixture.bytes(name));
    KeyPassport open = KeyFile.inspect(KeyFixture.source(file, passphrase));
    assertEquals(format, open.format());
    assertTrue(open.encrypted());
    assertEquals(KeyFixture.PAIR, open.publicKeySha256());

    KeyPassport closed = KeyFile.inspect(KeyFixture.source(file));
    assertEquals(format, closed.format());
    assertTrue(closed.encrypted());
    assertNull(closed.key());
    assertNull(closed.publicKeySha256());

    assertTrue(trouble(KeyFixture.source(file)).isClosed());
    assertTrouble(KeyTrouble.WRONG_PASSPHRASE, KeyFixture.source(file, "open sesame"));
    assertTrouble(KeyTrouble.WRONG_PASSPHRASE, KeyFixture.source(file, ""));
  }

  @Test
  void takesAStoreWithTheEmptyPassphraseWithoutOne() throws Failure {
    Path file = KeyFixture.file(home, "empty.p12", KeyFixture.bytes("store-empty.p12"));
    assertEquals(KeyFixture.PAIR, load(file).key().publicKeySha256());
    assertEquals(
        KeyFixture.PAIR, KeyFile.load(KeyFixture.source(file, "")).key().publicKeySha256());
  }

  @Test
  void wipesItsCopyOfThePassphraseOnly() throws Failure {
    Path file = KeyFixture.file(home, "k", KeyFixture.bytes("pkcs8-aes256.pem"));
    Secret passphrase = Secret.of("sesame");
    KeySource source = new KeySource(file, () -> Optional.of(passphrase), null);
    KeyFile.load(source);
    KeyFile.load(source);
    assertEquals("sesame", passphrase.reveal());
  }

  @Test
  void acceptsWindowsLineEnds() throws Failure {
    assertClean(KeyFixture.text("pkcs8.pem").replace("\n", "\r\n"));
    assertClean(KeyFixture.text("pkcs1-aes256.pem").replace("\n", "\r\n"), "sesame");
  }

  @Test
  void acceptsOldMacLineEnds() throws Failure {
    assertClean(KeyFixture.text("pkcs8.pem").replace("\n", "\r"));
    assertClean(KeyFixture.text("pkcs1-aes256.pem").replace("\n", "\r"), "sesame");
  }

  @Test
  void acceptsIndentedLines() throws Failure {
    assertClean(KeyFixture.text("pkcs8.pem").replaceAll("(?m)^", "    "));
    assertClean(KeyFixture.text("pkcs1-aes256.pem").replaceAll("(?m)^", "\t"), "sesame");
  }

  @Test
  void acceptsOneLine() throws Failure {
    assertClean(KeyFixture.text("pkcs1.pem").replace("\n", ""));
    assertClean(KeyFixture.text("pkcs8.pem").replace('\n', ' '));
    assertClean(KeyFixture.text("pkcs1-aes256.pem").replace('\n', ' '), "sesame");
  }

  @Test
  void acceptsBlankLinesAndBlanksAtTheEnds() throws Failure {
    assertClean(KeyFixture.text("pkcs8.pem").replace("\n", " \n\n"));
    assertClean(KeyFixture.text("pkcs8.pem").replace("\n", "\u00a0\n"));
  }

  @Test
  void acceptsBareBase64() throws Failure {
    String base64 = Base64.getMimeEncoder().encodeToString(KeyFixture.bytes("pkcs8.der"));
    assertClean(base64);
    Path file = write(base64.getBytes(StandardCharsets.US_ASCII));
    assertEquals("PKCS#8 Base64", KeyFile.inspect(KeyFixture.source(file)).format());
  }

  @Test
  void acceptsACertificateBesideTheKey() throws Failure {
    assertClean(KeyFixture.text("certificate.pem") + KeyFixture.text("pkcs8.pem"));
    assertClean(KeyFixture.text("pkcs8.pem") + KeyFixture.text("certificate.pem"));
    assertClean(KeyFixture.text("public.pem") + KeyFixture.text("pkcs1.pem"));
  }

  @Test
  void acceptsWordsAroundTheKey() throws Failure {
    assertClean("Dear support,\nour key:\n" + KeyFixture.text("pkcs8.pem") + "Kind regards\n");
    assertClean("# made in 2024: for the loader\n" + KeyFixture.text("pkcs8.pem"));
  }

  @Test
  void acceptsAWrongLabel() throws Failure {
    assertClean(KeyFixture.text("pkcs1.pem").replace("RSA PRIVATE", "PRIVATE"));
    assertClean(KeyFixture.text("pkcs8.pem").replace(" PRIVATE", " RSA PRIVATE"));
  }

  @Test
  void acceptsAByteOrderMarkWithANotice() throws Failure {
    LoadedKey loaded =
        load(write(("\ufeff" + KeyFixture.text("pkcs8.pem")).getBytes(StandardCharsets.UTF_8)));
    assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
    assertOneWarning("byte order mark", loaded);
  }

  @Test
  void acceptsSpelledLineEndsWithANotice() throws Failure {
    String spelled = KeyFixture.text("pkcs8.pem").replace("\n", "\\n");
    for (String text :
        List.of(
            spelled,
            "\"" + spelled + "\"",
            spelled.replace("\\n", "\\r\\n"),
            "{\"private_key\": \"" + spelled.replace("=", "\\u003d").replace("/", "\\/") + "\"}")) {
      LoadedKey loaded = load(write(text.getBytes(StandardCharsets.US_ASCII)));
      assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
      assertOneWarning("\\n in place of line ends", loaded);
    }
  }

  @Test
  void acceptsBytesAfterTheEndWithANotice() throws Failure {
    byte[] der = KeyFixture.bytes("pkcs8.der");
    LoadedKey loaded = load(write(Arrays.copyOf(der, der.length + 3)));
    assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
    assertOneWarning("after the end of the key", loaded);
  }

  private void assertClean(String text) throws Failure {
    LoadedKey loaded = load(write(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
    assertEquals(List.of(), loaded.warnings());
  }

  private void assertClean(String text, String passphrase) throws Failure {
    Path file = write(text.getBytes(StandardCharsets.UTF_8));
    LoadedKey loaded = KeyFile.load(KeyFixture.source(file, passphrase));
    assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
    assertEquals(List.of(), loaded.warnings());
  }

  private static void assertOneWarning(String part, LoadedKey loaded) {
    assertEquals(1, loaded.warnings().size(), loaded.warnings()::toString);
    assertTrue(loaded.warnings().get(0).contains(part), loaded.warnings()::toString);
  }

  private static void assertTrouble(KeyTrouble expected, KeySource source) throws Failure {
    assertEquals(expected, trouble(source));
  }

  private static KeyTrouble trouble(KeySource source) throws Failure {
    return ((KeyVerdict.Unusable) KeyFile.judge(source)).trouble();
  }

  private Path write(byte[] content) {
    return KeyFixture.file(home, "server.key", content);
  }

  private static LoadedKey load(Path file) throws Failure {
    return KeyFile.load(KeyFixture.source(file));
  }
}
