package aquila.key;

import aquila.failure.Failure;
import aquila.secret.Secret;
import java.util.Optional;

/** Where the passphrase of a key comes from. It is asked only when a key turns out to need one. */
@FunctionalInterface
public interface Passphrase {

  /**
   * The passphrase, or empty where there is none.
   *
   * @throws Failure if the place that should hold it cannot be read
   */
  Optional<Secret> get() throws Failure;

  /** Nobody knows a passphrase. */
  static Passphrase none() {
    return Optional::empty;
  }
}
