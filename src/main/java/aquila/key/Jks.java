package aquila.key;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java's old key store, as Salesforce's own "Export to Keystore" makes it. */
final class Jks implements KeyContent {
  private final byte[] bytes;
  private final @Nullable String alias;

  Jks(byte[] bytes, @Nullable String alias) {
    this.bytes = bytes;
    this.alias = alias;
  }

  @Override
  public String format() {
    return "JKS";
  }

  @Override
  public boolean isEncrypted() {
    return true;
  }

  @Override
  public SigningKey open(char @Nullable [] passphrase) throws UnusableKey {
    if (passphrase == null) {
      throw new UnusableKey(
          KeyTrouble.CLOSED_JKS,
          KeyTrouble.CLOSED_JKS.phrase(),
          "or make it a PKCS#12 store: keytool -importkeystore -srckeystore {file}"
              + " -destkeystore {new}.p12 -deststoretype pkcs12");
    }
    return StoredKey.choose(Untrusted.attempt(() -> keys(passphrase)), alias);
  }

  private List<StoredKey> keys(char[] passphrase) throws UnusableKey {
    try {
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(new ByteArrayInputStream(bytes), passphrase);
      List<StoredKey> keys = new ArrayList<>();
      for (String name : Collections.list(store.aliases())) {
        if (store.isKeyEntry(name)) {
          keys.add(
              new StoredKey(name, () -> Untrusted.attempt(() -> pkcs8(store, name, passphrase))));
        }
      }
      return keys;
    } catch (EOFException e) {
      throw new UnusableKey(KeyTrouble.TRUNCATED);
    } catch (IOException e) {
      boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
      throw new UnusableKey(wrong ? KeyTrouble.WRONG_PASSPHRASE : KeyTrouble.DAMAGED);
    } catch (GeneralSecurityException e) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
  }

  private static byte[] pkcs8(KeyStore store, String name, char[] passphrase) throws UnusableKey {
    try {
      return store.getKey(name, passphrase).getEncoded();
    } catch (UnrecoverableKeyException e) {
      throw new UnusableKey(
          KeyTrouble.WRONG_PASSPHRASE,
          "opens with this passphrase, but not the key in it",
          "give the key the store's passphrase: keytool -keypasswd -keystore {file}");
    } catch (GeneralSecurityException e) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
  }
}
