package aquila.key;

import aquila.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The committed test keys, and files made of them with the mode that a key file should have. */
final class KeyFixture {

  /** {@link SigningKey#publicKeySha256} of the one pair that most fixtures wrap. */
  static final String PAIR = "a3b8a7e3a9327995b3f803dd421736ffd0b97c05e63c713f4ee9b1d1bd73b29e";

  private KeyFixture() {}

  static byte[] bytes(String name) {
    try (InputStream in = KeyFixture.class.getResourceAsStream("/keys/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  static Path file(Path directory, String name, byte[] content) {
    try {
      Path file = Files.write(directory.resolve(name), content);
      return mode(file, "rw-------");
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  static Path mode(Path file, String letters) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters));
    }
    return file;
  }

  static KeySource source(Path file) {
    return new KeySource(file, Passphrase.none(), null);
  }

  static KeySource source(Path file, String passphrase) {
    return new KeySource(file, () -> Optional.of(Secret.of(passphrase)), null);
  }
}
