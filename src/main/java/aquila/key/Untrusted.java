package aquila.key;

/** Calls into a library with bytes from a stranger. */
final class Untrusted {

  private Untrusted() {}

  /** Something that a library is to do with such bytes. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws UnusableKey;
  }

  /**
   * Runs it. The libraries' way to say "malformed" is any RuntimeException, and on data that is
   * nested deep enough they run out of stack.
   */
  static <T> T attempt(Attempt<T> attempt) throws UnusableKey {
    try {
      return attempt.run();
    } catch (RuntimeException | StackOverflowError e) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
  }
}
