package aquila.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import aquila.key.HeldCertificate;
import aquila.key.SigningKey;
import aquila.secret.Secret;
import aquila.simulator.Reply.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** What people give in the place of a private key, made of the right one where that can be. */
final class SpoiltKey {

  /** Of all that is locked. It guards nothing: the right key lies beside it. */
  static final String PASSPHRASE = "sesame";

  private SpoiltKey() {}

  /** PKCS#8, encrypted. */
  static Content encrypted(Handout handout) {
    try {
      HeldCertificate pair =
          new HeldCertificate(SigningKey.of((RSAPrivateCrtKey) key(handout)), certificate(handout));
      return Body.of(pair.privateKeyPem(Optional.of(Secret.of(PASSPHRASE))).reveal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the simulator's own key is damaged", e);
    }
  }

  /** What OpenSSL wrote before it knew PKCS#8. Nothing opens it. */
  static String encryptedPkcs1(String key) {
    return key.replace("PRIVATE KEY", "RSA PRIVATE KEY")
        .replaceFirst(
            "\n",
            "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n");
  }

  /** The public half. */
  static Content publicKey(Handout handout) {
    try {
      return Body.of(pem("PUBLIC KEY", certificate(handout).getPublicKey().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the simulator's own certificate is damaged", e);
    }
  }

  /** Only what tells an OpenSSH key; there is no key behind it. */
  static String openssh() {
    return pem("OPENSSH PRIVATE KEY", "openssh-key-v1\0none".getBytes(US_ASCII));
  }

  /** A key of another pair. */
  static String another(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes a key of " + algorithm, e);
    }
  }

  /** A key store with the right key. */
  static Content store(Handout handout, String type) {
    try {
      char[] passphrase = PASSPHRASE.toCharArray();
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      store.setKeyEntry(
          "aquila", key(handout), passphrase, new Certificate[] {certificate(handout)});
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, passphrase);
      return Body.of(bytes.toByteArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java writes a store of the type " + type, e);
    }
  }

  private static X509Certificate certificate(Handout handout) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(handout.certificate()));
  }

  private static PrivateKey key(Handout handout) throws GeneralSecurityException {
    byte[] der =
        Base64.getMimeDecoder().decode(handout.keyText().replaceAll("-----[^-]*-----", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
