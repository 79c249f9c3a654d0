package aquila.key;

import java.util.ArrayList;

/** What comes out of an encryption: a private key as DER, if the passphrase was right. */
final class PrivateKeyDer {

  private PrivateKeyDer() {}

  /**
   * The bytes again, if they are a whole sequence. With a wrong passphrase one try in 256 ends in
   * something that has a lawful padding, but it is not that.
   */
  static byte[] opened(byte[] der) throws UnusableKey {
    boolean whole =
        Der.read(der, 0).filter(all -> all.is(Der.SEQUENCE) && all.end() == der.length).isPresent();
    if (!whole) {
      throw new UnusableKey(KeyTrouble.WRONG_PASSPHRASE);
    }
    return der;
  }

  /** The key in it, which must be an RSA key in the open. */
  static SigningKey signingKey(byte[] der) throws UnusableKey {
    return plain(der).open(null);
  }

  /** The key in it, not yet tried. */
  static PlainKey plain(byte[] der) throws UnusableKey {
    if (new Classification(null, new ArrayList<>()).ofDer(der, "DER") instanceof PlainKey plain) {
      return plain;
    }
    throw new UnusableKey(KeyTrouble.DAMAGED);
  }
}
