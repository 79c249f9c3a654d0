package aquila.simulator;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import aquila.simulator.Reply.Body;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The K rows: the org is in order, and key-path leads to something else than its key. */
final class KeyScenarios {
  private static final String LOCKED = " (passphrase " + SpoiltKey.PASSPHRASE + ")";
  private static final String NO_HARM = ", which does no harm";

  private KeyScenarios() {}

  static List<Scenario> all() {
    return List.of(
        file("key.encrypted", "K2", "an encrypted key" + LOCKED, SpoiltKey::encrypted),
        text(
            "key.encrypted-pkcs1",
            "K3",
            "an encrypted key in OpenSSL's old form",
            SpoiltKey::encryptedPkcs1),
        handout(
            "key.certificate",
            "K4",
            "key-path names the certificate",
            it -> it.with("key-path", it.certificateFile().toString())),
        file("key.public-key", "K5", "the public key", SpoiltKey::publicKey),
        text(
            "key.certificate-request",
            "K6",
            "a certificate request",
            key -> key.replace("PRIVATE KEY", "CERTIFICATE REQUEST")),
        another("key.ec", "K7", "an EC key", "EC", 256),
        another("key.edwards", "K8", "an Ed25519 key", "Ed25519", 255),
        another("key.rsa-pss", "K9", "an RSA-PSS key", "RSASSA-PSS", 2048),
        text("key.openssh", "K10", "an OpenSSH key", key -> SpoiltKey.openssh()),
        file(
            "key.closed-pkcs12",
            "K11",
            "a PKCS#12 store" + LOCKED,
            it -> SpoiltKey.store(it, "PKCS12")),
        file(
            "key.closed-jks", "K12", "a Java key store" + LOCKED, it -> SpoiltKey.store(it, "JKS")),
        file(
            "key.utf16",
            "K14",
            "the key as UTF-16",
            it -> Body.of(("\ufeff" + it.keyText()).getBytes(UTF_16LE))),
        text(
            "key.byte-order-mark",
            "K14",
            "the key behind a byte order mark" + NO_HARM,
            key -> "\ufeff" + key),
        text(
            "key.smart-dashes",
            "K15",
            "the key with a word processor's dashes",
            key -> key.replace("-----", "\u2014\u2013")),
        text(
            "key.spelled-line-ends",
            "K16",
            "the key with \\n in place of line ends" + NO_HARM,
            key -> key.replace("\n", "\\n")),
        text(
            "key.truncated",
            "K17",
            "the first half of the key",
            key -> key.substring(0, key.length() / 2)),
        text("key.several-keys", "K18", "two keys", key -> key + SpoiltKey.another("RSA", 2048)),
        text(
            "key.base64-of-pem",
            "K19",
            "Base64 of the whole key file",
            key -> Base64.getEncoder().encodeToString(key.getBytes(UTF_8))),
        text("key.empty", "K20", "an empty file", key -> ""),
        another("key.too-small", "K22", "a key of 1024 bits", "RSA", 1024),
        another("key.not-the-mate", "K23", "the key of another certificate", "RSA", 2048),
        handout(
            "key.pasted",
            "K25",
            "key-path holds the text of the key",
            it -> it.with("key-path", it.keyText())));
  }

  private static Scenario another(String id, String row, String what, String algorithm, int bits) {
    return text(id, row, what, key -> SpoiltKey.another(algorithm, bits));
  }

  private static Scenario text(String id, String row, String what, UnaryOperator<String> change) {
    return file(id, row, what, it -> Body.of(change.apply(it.keyText())));
  }

  private static Scenario file(
      String id, String row, String what, Function<Handout, Content> content) {
    return handout(id, row, "key-path names " + what, it -> it.withKey(content.apply(it)));
  }

  private static Scenario handout(
      String id, String row, String title, UnaryOperator<Handout> change) {
    return FieldScenarios.handout(id, row, title, change);
  }
}
