package aquila.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key that is fit to sign: its private half, and the public half derived from it. It does
 * not print itself.
 */
public final class SigningKey {

  /**
   * RS256 needs at least this (RFC 7518, section 3.3), and Salesforce takes no smaller certificate.
   */
  public static final int SMALLEST = 2048;

  private final RSAPrivateCrtKey privateKey;
  private final RSAPublicKey publicKey;
  private final @Nullable Provider provider;

  private SigningKey(
      RSAPrivateCrtKey privateKey, RSAPublicKey publicKey, @Nullable Provider provider) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.provider = provider;
  }

  /**
   * The signing key with this private half, for which Java signs.
   *
   * @throws GeneralSecurityException if the numbers do not make an RSA key
   */
  public static SigningKey of(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
    return of(privateKey, null);
  }

  /** The same, for which this provider signs. */
  static SigningKey of(RSAPrivateCrtKey privateKey, @Nullable Provider provider)
      throws GeneralSecurityException {
    RSAPublicKeySpec spec =
        new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
    return new SigningKey(
        privateKey, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec), provider);
  }

  /** The public half: what the certificate at Salesforce must hold. */
  public RSAPublicKey publicKey() {
    return publicKey;
  }

  /** The size of the modulus in bits. */
  public int bits() {
    return publicKey.getModulus().bitLength();
  }

  /**
   * SHA-256 of the public key's SubjectPublicKeyInfo in DER, in lower-case hex. {@code openssl x509
   * -in server.crt -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum} prints the same
   * for the certificate that belongs to the key.
   */
  public String publicKeySha256() {
    return sha256(publicKey.getEncoded());
  }

  RSAPrivateCrtKey privateKey() {
    return privateKey;
  }

  /** Who signs with it and verifies that; null for Java. */
  @Nullable Provider provider() {
    return provider;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + bits() + " bits, public key sha256 " + publicKeySha256() + "]";
  }
}
