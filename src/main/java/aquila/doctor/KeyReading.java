package aquila.doctor;

import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.key.KeyFile;
import aquila.key.KeySource;
import aquila.key.KeyVerdict;
import java.nio.file.Path;

/** What came of reading the private key. */
public sealed interface KeyReading {

  /** Reads it. */
  static KeyReading of(KeySource source) {
    try {
      return new Judged(source.path(), KeyFile.judge(source));
    } catch (ConfigFailure e) {
      return new NoPassphrase(e);
    } catch (Failure e) {
      throw new IllegalStateException("only settings can fail here", e);
    }
  }

  /**
   * It was not read.
   *
   * @param reason why not
   */
  record NotTried(String reason) implements KeyReading {}

  /**
   * It was read, and can be used or not.
   *
   * @param path the file, absolute
   */
  record Judged(Path path, KeyVerdict verdict) implements KeyReading {}

  /** The place that should hold its passphrase cannot be read. */
  record NoPassphrase(ConfigFailure failure) implements KeyReading {}
}
