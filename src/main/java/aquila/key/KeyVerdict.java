package aquila.key;

import aquila.failure.KeyFailure;

/** What came of an attempt to use a key file, for those who want to know why not. */
public sealed interface KeyVerdict {

  /** The key, if there is one. */
  LoadedKey orThrow() throws KeyFailure;

  /** The file holds a usable key. */
  record Usable(LoadedKey loaded) implements KeyVerdict {
    @Override
    public LoadedKey orThrow() {
      return loaded;
    }
  }

  /**
   * It does not.
   *
   * @param trouble which of the known troubles it is
   * @param failure the same in words, with this file's path
   */
  record Unusable(KeyTrouble trouble, KeyFailure failure) implements KeyVerdict {
    @Override
    public LoadedKey orThrow() throws KeyFailure {
      throw failure;
    }
  }
}
