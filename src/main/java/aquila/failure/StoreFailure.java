package aquila.failure;

import java.util.List;

/** The local disk refused, or holds something damaged. */
public final class StoreFailure extends Failure {

  /** A failure on this machine, with what to do about it. */
  public StoreFailure(String fact, String... hints) {
    super(ExitCode.STORE, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public StoreFailure(String fact, Cause words, String... hints) {
    super(ExitCode.STORE, fact, words, List.of(hints));
  }
}
