package aquila.key;

import org.jspecify.annotations.Nullable;

/** What a file was found to hold: a private key in one of the ways of wrapping it. */
sealed interface KeyContent permits PlainKey, EncryptedPkcs8, EncryptedPkcs1, Pkcs12, Jks {

  /** A stable short name, for example {@code encrypted PKCS#8 PEM}. */
  String format();

  /** Whether it needs a passphrase. */
  boolean isEncrypted();

  /** {@code RSA} where that can be told before opening it. */
  default @Nullable String type() {
    return null;
  }

  /**
   * Takes the key out.
   *
   * @param passphrase null where none was given
   */
  SigningKey open(char @Nullable [] passphrase) throws UnusableKey;
}
