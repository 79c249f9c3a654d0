package aquila.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told about a key file without telling the key.
 *
 * @param format a stable short name, for example {@code PKCS#8 PEM}
 * @param type {@code RSA}, or null while that is behind a passphrase
 * @param bits the size of the modulus, or null while that is behind a passphrase
 * @param encrypted whether the file needs a passphrase
 * @param mode four octal digits, or null where the system has no such thing
 * @param publicKeySha256 see {@link SigningKey#publicKeySha256}, or null
 * @param key the key itself, or null while it is behind a passphrase
 * @param warnings as in {@link LoadedKey}
 */
public record KeyPassport(
    String format,
    @Nullable String type,
    @Nullable Integer bits,
    boolean encrypted,
    @Nullable String mode,
    @Nullable String publicKeySha256,
    @Nullable SigningKey key,
    List<String> warnings) {

  public KeyPassport {
    warnings = List.copyOf(warnings);
  }
}
