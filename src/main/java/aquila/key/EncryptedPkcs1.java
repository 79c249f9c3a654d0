package aquila.key;

import org.jspecify.annotations.Nullable;

/**
 * A PKCS#1 key encrypted as a whole in the old way of OpenSSL, with a {@code DEK-Info} line that
 * names the cipher (RFC 1421, section 4.6.1.3).
 */
final class EncryptedPkcs1 implements KeyContent {
  private final String cipher;
  private final String vector;
  private final byte[] data;

  EncryptedPkcs1(String cipher, String vector, byte[] data) {
    this.cipher = cipher;
    this.vector = vector;
    this.data = data;
  }

  @Override
  public String format() {
    return "encrypted PKCS#1 PEM";
  }

  @Override
  public boolean isEncrypted() {
    return true;
  }

  @Override
  public String type() {
    return "RSA";
  }

  @Override
  public SigningKey open(char @Nullable [] passphrase) throws UnusableKey {
    if (passphrase == null) {
      throw new UnusableKey(
          KeyTrouble.ENCRYPTED_PKCS1,
          KeyTrouble.ENCRYPTED_PKCS1.phrase(),
          "or take the encryption off: openssl rsa -in {file} -out {new}");
    }
    byte[] der = new PasswordCipher(passphrase).decryptOld(cipher, vector, data);
    return PrivateKeyDer.signingKey(PrivateKeyDer.opened(der));
  }
}
