package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import aquila.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key of a store with several is meant. */
class KeyStoreChoiceTest {
  private static final String PASSPHRASE = "sesame and more";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void takesTheKeyOfTheAlias(String type) throws Exception {
    Path store = store(type, Map.of("first", rsa(), "second", newRsa()));
    LoadedKey loaded = KeyFile.judge(source(store, "first")).orThrow();
    assertEquals(KeyFixture.PAIR, loaded.key().publicKeySha256());
    assertEquals(
        KeyFixture.PAIR, KeyFile.judge(source(store, "FIRST")).orThrow().key().publicKeySha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void listsTheAliasesWhereSeveralAreMeant(String type) throws Exception {
    Path store = store(type, Map.of("one\u001b[31m", rsa(), "two", newRsa()));
    KeyVerdict.Unusable refusal = refusal(source(store, null));
    assertEquals(KeyTrouble.SEVERAL_ALIASES, refusal.trouble());
    String hints = String.join("\n", refusal.failure().hints());
    assertTrue(hints.contains("--key-alias"), hints);
    assertTrue(hints.contains("one\\u{1b}[31m") && hints.contains("two"), hints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void listsTheAliasesWhereTheNamedOneIsAbsent(String type) throws Exception {
    KeyVerdict.Unusable refusal = refusal(source(store(type, Map.of("server", rsa())), "client"));
    assertEquals(KeyTrouble.NO_SUCH_ALIAS, refusal.trouble());
    assertTrue(refusal.failure().hints().get(0).contains("server"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void takesTheOnlyRsaKeyAmongOthers(String type) throws Exception {
    Map<String, PrivateKey> keys = new LinkedHashMap<>();
    keys.put("a", key("EC", "ec-pkcs8.pem"));
    keys.put("b", rsa());
    keys.put("c", key("EC", "ec-pkcs8.pem"));
    Path store = store(type, keys);
    assertEquals(
        KeyFixture.PAIR, KeyFile.judge(source(store, null)).orThrow().key().publicKeySha256());
    assertEquals(KeyTrouble.EC, refusal(source(store, "a")).trouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void refusesAStoreWithoutAnRsaKey(String type) throws Exception {
    PrivateKey ec = key("EC", "ec-pkcs8.pem");
    assertEquals(KeyTrouble.EC, refusal(source(store(type, Map.of("a", ec)), null)).trouble());
    assertEquals(
        KeyTrouble.OTHER_ALGORITHM,
        refusal(source(store(type, Map.of("a", ec, "b", ec)), null)).trouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void refusesAStoreOfCertificatesOnly(String type) throws Exception {
    assertEquals(
        KeyTrouble.NO_KEY_IN_STORE, refusal(source(store(type, Map.of()), null)).trouble());
  }

  private KeySource source(Path store, @Nullable String alias) {
    return new KeySource(store, () -> Optional.of(Secret.of(PASSPHRASE)), alias);
  }

  private Path store(String type, Map<String, PrivateKey> keys) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(KeyFixture.bytes("certificate.der")));
    store.setCertificateEntry("authority", certificate);
    for (Map.Entry<String, PrivateKey> key : keys.entrySet()) {
      store.setKeyEntry(
          key.getKey(), key.getValue(), PASSPHRASE.toCharArray(), new Certificate[] {certificate});
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, PASSPHRASE.toCharArray());
    return KeyFixture.file(home, "store", out.toByteArray());
  }

  private static KeyVerdict.Unusable refusal(KeySource source) throws Failure {
    KeyVerdict verdict = KeyFile.judge(source);
    assertTrue(verdict instanceof KeyVerdict.Unusable, verdict::toString);
    return (KeyVerdict.Unusable) verdict;
  }

  private static PrivateKey rsa() throws Exception {
    return key("RSA", "pkcs8.pem");
  }

  private static PrivateKey newRsa() {
    return HeldCertificate.generate(2048, "x", Instant.EPOCH, Instant.EPOCH, List.of())
        .key()
        .privateKey();
  }

  private static PrivateKey key(String algorithm, String name) throws Exception {
    String body = KeyFixture.text(name).replaceAll("-----[^-]*-----", "");
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
  }
}
