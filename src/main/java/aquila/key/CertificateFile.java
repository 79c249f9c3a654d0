package aquila.key;

import aquila.failure.KeyFailure;
import aquila.world.ForeignText;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The certificate that was, or will be, uploaded to the app.
 *
 * @param certificate the certificate; the first one if the file holds several
 * @param bytes the size of its file, of which Salesforce takes less than 4 KB
 */
public record CertificateFile(X509Certificate certificate, int bytes) {

  /**
   * Reads PEM or DER.
   *
   * @throws KeyFailure if it cannot be read, or is something else
   */
  public static CertificateFile read(Path path) throws KeyFailure {
    try {
      byte[] file = KeyBytes.readPublic(path);
      return new CertificateFile(parse(der(file)), file.length);
    } catch (UnusableKey e) {
      throw new KeyFailure(
          "the certificate file " + ForeignText.printable(path.toString()) + " " + phrase(e),
          "give the certificate that belongs to the key, often server.crt");
    }
  }

  /** The first moment of validity. */
  public Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  /** The last moment of validity. */
  public Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }

  /** The public key in it, or empty if that is no RSA key. */
  public Optional<RSAPublicKey> publicKey() {
    return certificate.getPublicKey() instanceof RSAPublicKey key
        ? Optional.of(key)
        : Optional.empty();
  }

  /** SHA-256 of a public key, as {@link SigningKey#publicKeySha256} gives it for a key of ours. */
  public static String sha256(RSAPublicKey key) {
    return SigningKey.sha256(key.getEncoded());
  }

  /** Whether this certificate and that key come from one pair. */
  public boolean matches(SigningKey key) {
    return publicKey()
        .filter(mine -> mine.getModulus().equals(key.publicKey().getModulus()))
        .filter(mine -> mine.getPublicExponent().equals(key.publicKey().getPublicExponent()))
        .isPresent();
  }

  private static byte[] der(byte[] file) throws UnusableKey {
    if (PemText.isText(file)) {
      PemText text = PemText.of(file);
      for (PemText.Block block : text.blocks()) {
        if (KeyTrouble.ofLabel(block.label()) == KeyTrouble.CERTIFICATE) {
          return block.complete() ? block.bytes().orElse(new byte[0]) : new byte[0];
        }
      }
      Optional<byte[]> bare = text.base64();
      if (bare.isPresent() && isCertificate(bare.get())) {
        return bare.get();
      }
    }
    return isCertificate(file) ? file : named(file);
  }

  private static boolean isCertificate(byte[] bytes) {
    try {
      new Classification(null, new ArrayList<>()).ofDer(bytes, "DER");
      return false;
    } catch (UnusableKey e) {
      return e.trouble() == KeyTrouble.CERTIFICATE;
    }
  }

  /** Ends in the name of what the file is instead of a certificate. */
  private static byte[] named(byte[] file) throws UnusableKey {
    new Classification(null, new ArrayList<>()).of(file);
    throw new UnusableKey(KeyTrouble.DAMAGED, "is a private key, not a certificate");
  }

  private static X509Certificate parse(byte[] der) throws UnusableKey {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | RuntimeException e) {
      throw new UnusableKey(KeyTrouble.DAMAGED, "is a damaged certificate");
    }
  }

  private static String phrase(UnusableKey reason) {
    KeyTrouble trouble = reason.trouble();
    if (trouble == KeyTrouble.UNKNOWN_TEXT || trouble == KeyTrouble.UNKNOWN_BINARY) {
      return "holds no certificate";
    }
    return trouble.isAnotherThing() ? trouble.phrase() + ", not a certificate" : reason.phrase();
  }
}
