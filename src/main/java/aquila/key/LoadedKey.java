package aquila.key;

import java.util.List;

/**
 * A key that is fit to sign, and what was odd about its file.
 *
 * @param key the key
 * @param warnings a sentence each, for what was put up with: a mode that is too open, a byte order
 *     mark
 */
public record LoadedKey(SigningKey key, List<String> warnings) {

  public LoadedKey {
    warnings = List.copyOf(warnings);
  }
}
