package aquila.key;

import org.jspecify.annotations.Nullable;

/** An RSA key in the open: PKCS#1 or PKCS#8. */
record PlainKey(String format, RsaNumbers numbers) implements KeyContent {

  @Override
  public boolean isEncrypted() {
    return false;
  }

  @Override
  public String type() {
    return "RSA";
  }

  @Override
  public SigningKey open(char @Nullable [] passphrase) throws UnusableKey {
    return numbers.signingKey();
  }
}
