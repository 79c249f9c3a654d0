package aquila.key;

import aquila.world.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One private key of a key store, still closed.
 *
 * @param alias its name in the store, which the store's maker chose
 * @param pkcs8 opens it
 */
record StoredKey(String alias, Untrusted.Attempt<byte[]> pkcs8) {

  /**
   * The key that is meant: the one of that alias, or the only one, or the only RSA key.
   *
   * @param alias null where none was given
   */
  static SigningKey choose(List<StoredKey> keys, @Nullable String alias) throws UnusableKey {
    if (keys.isEmpty()) {
      throw new UnusableKey(KeyTrouble.NO_KEY_IN_STORE);
    }
    if (alias != null) {
      for (StoredKey key : keys) {
        // Java's stores fold the case of an alias when they write it.
        if (key.alias.equalsIgnoreCase(alias)) {
          return PrivateKeyDer.signingKey(key.pkcs8.run());
        }
      }
      throw new UnusableKey(
          KeyTrouble.NO_SUCH_ALIAS,
          "holds no private key of the alias " + ForeignText.printable(alias),
          "it has: " + names(keys));
    }
    return keys.size() == 1 ? PrivateKeyDer.signingKey(keys.get(0).pkcs8.run()) : onlyRsaKey(keys);
  }

  private static SigningKey onlyRsaKey(List<StoredKey> keys) throws UnusableKey {
    List<StoredKey> found = new ArrayList<>();
    PlainKey key = null;
    for (StoredKey candidate : keys) {
      byte[] der = candidate.pkcs8.run();
      try {
        key = PrivateKeyDer.plain(der);
        found.add(candidate);
      } catch (UnusableKey e) {
        // Of another algorithm: not the one that is meant, unless all are.
      }
    }
    if (key == null) {
      throw new UnusableKey(
          KeyTrouble.OTHER_ALGORITHM, "holds private keys, and none of them is an RSA key");
    }
    if (found.size() > 1) {
      throw new UnusableKey(
          KeyTrouble.SEVERAL_ALIASES,
          "holds " + found.size() + " private keys",
          "name the one to use with --key-alias: " + names(found));
    }
    return key.open(null);
  }

  private static String names(List<StoredKey> keys) {
    return keys.stream()
        .map(key -> ForeignText.printable(key.alias))
        .collect(Collectors.joining(", "));
  }
}
