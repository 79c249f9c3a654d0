package aquila.eventlog;

import java.time.Duration;

/**
 * How files are stored.
 *
 * @param isCompressed whether as gzip
 * @param mode permission bits of files, for example octal 0600; directories gain x where r is
 * @param patience how long to wait for another run that holds the store
 */
public record StoreOptions(boolean isCompressed, int mode, Duration patience) {

  /** The same with another patience. */
  public StoreOptions withPatience(Duration other) {
    return new StoreOptions(isCompressed, mode, other);
  }

  int directoryMode() {
    return mode | (mode & 0444) >> 2 | 0300;
  }
}
