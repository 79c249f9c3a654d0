package aquila.key;

import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** A PKCS#8 key behind a passphrase (RFC 5958, section 3). */
final class EncryptedPkcs8 implements KeyContent {
  private final String wrapping;
  private final byte[] der;

  EncryptedPkcs8(String wrapping, byte[] der) {
    this.wrapping = wrapping;
    this.der = der;
  }

  @Override
  public String format() {
    return "encrypted PKCS#8 " + wrapping;
  }

  @Override
  public boolean isEncrypted() {
    return true;
  }

  @Override
  public SigningKey open(char @Nullable [] passphrase) throws UnusableKey {
    if (passphrase == null) {
      String form = wrapping.equals("DER") ? "-inform DER " : "";
      throw new UnusableKey(
          KeyTrouble.ENCRYPTED,
          KeyTrouble.ENCRYPTED.phrase(),
          "or take the encryption off: openssl pkcs8 " + form + "-in {file} -out {new}");
    }
    return PrivateKeyDer.signingKey(open(der, new PasswordCipher(passphrase)));
  }

  /** The PKCS#8 key inside, as DER. */
  static byte[] open(byte[] der, PasswordCipher cipher) throws UnusableKey {
    EncryptedPrivateKeyInfo info =
        Untrusted.attempt(() -> EncryptedPrivateKeyInfo.getInstance(der));
    return PrivateKeyDer.opened(
        cipher.decrypt(info.getEncryptionAlgorithm(), info.getEncryptedData()));
  }
}
