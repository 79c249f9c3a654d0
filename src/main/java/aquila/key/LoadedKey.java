package aquila.key;

import java.util.List;

/**
 * A key that is fit to sign, and what was odd about its file.
 *
 * @param key the key
 * @param format a stable short name, for example {@code PKCS#8 PEM}
 * @param notices what was put up with: a mode that is too open, a byte order mark
 */
public record LoadedKey(SigningKey key, String format, List<KeyNotice> notices) {

  public LoadedKey {
    notices = List.copyOf(notices);
  }

  /** The notices as sentences. */
  public List<String> warnings() {
    return notices.stream().map(KeyNotice::text).toList();
  }
}
