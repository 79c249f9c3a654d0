package aquila.key;

import aquila.failure.Failure;
import aquila.file.FileMode;
import aquila.secret.Secret;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The private key's file, in whatever form it comes: what it is, whether it can be used, and if not
 * why. All that is wrong with it becomes a {@link aquila.failure.KeyFailure} which names the file,
 * says what it really is, and never repeats anything from inside it.
 */
public final class KeyFile {

  /**
   * The Base64 of DER that begins with a long sequence, of an OpenSSH key, of PEM's five dashes.
   */
  private static final Pattern PASTED =
      Pattern.compile("\\s*(MII|b3BlbnNzaC1rZXk|LS0tLS1CRUdJTi)[A-Za-z0-9+/=\\s\\\\]{60,}");

  private KeyFile() {}

  /**
   * The key, ready to sign.
   *
   * @throws aquila.failure.KeyFailure if the file holds no key that can be used
   * @throws Failure if the passphrase's own source fails
   */
  public static LoadedKey load(KeySource source) throws Failure {
    return judge(source).orThrow();
  }

  /**
   * The key, or which of the known troubles keeps it from being used.
   *
   * @throws Failure if the passphrase's own source fails
   */
  public static KeyVerdict judge(KeySource source) throws Failure {
    try {
      KeyBytes file = KeyBytes.read(source.path());
      KeyContent content = contentOf(file, source);
      SigningKey key = open(content, source);
      return new KeyVerdict.Usable(new LoadedKey(key, content.format(), file.notices()));
    } catch (UnusableKey e) {
      return new KeyVerdict.Unusable(e.trouble(), e.asFailure(source.path()));
    }
  }

  /**
   * All that can be told about the file. An encrypted key without its passphrase is no failure:
   * then what is known is told.
   *
   * @throws aquila.failure.KeyFailure if the file holds no key that could ever be used, or the
   *     passphrase is wrong
   * @throws Failure if the passphrase's own source fails
   */
  public static KeyPassport inspect(KeySource source) throws Failure {
    try {
      KeyBytes file = KeyBytes.read(source.path());
      KeyContent content = contentOf(file, source);
      return passport(file, content, openIfPossible(content, source));
    } catch (UnusableKey e) {
      throw e.asFailure(source.path());
    }
  }

  /**
   * Whether a value is a key itself, pasted where its path belongs (catalogue row K25). Such a
   * value must not become a path, whose error messages would repeat it.
   */
  public static boolean isKeyText(String value) {
    return value.contains("-----BEGIN")
        || value.contains("PRIVATE KEY-")
        || PASTED.matcher(value).matches();
  }

  private static KeyContent contentOf(KeyBytes file, KeySource source) throws UnusableKey {
    return new Classification(source.alias(), file.notices()).of(file.bytes());
  }

  private static @Nullable SigningKey openIfPossible(KeyContent content, KeySource source)
      throws Failure, UnusableKey {
    try {
      return open(content, source);
    } catch (UnusableKey e) {
      if (e.trouble().isClosed()) {
        return null;
      }
      throw e;
    }
  }

  private static SigningKey open(KeyContent content, KeySource source) throws Failure, UnusableKey {
    if (!content.isEncrypted()) {
      return content.open(null);
    }
    Optional<Secret> passphrase = source.passphrase().get();
    if (passphrase.isEmpty()) {
      return content.open(null);
    }
    char[] characters = passphrase.get().chars();
    try {
      return content.open(characters);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  private static KeyPassport passport(KeyBytes file, KeyContent content, @Nullable SigningKey key) {
    return new KeyPassport(
        content.format(),
        key == null ? content.type() : "RSA",
        key == null ? null : key.bits(),
        content.isEncrypted(),
        file.mode().map(FileMode::octal).orElse(null),
        key == null ? null : key.publicKeySha256(),
        key,
        file.notices().stream().map(KeyNotice::text).toList());
  }
}
