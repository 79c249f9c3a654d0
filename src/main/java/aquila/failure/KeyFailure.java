package aquila.failure;

import java.util.List;

/** The private key cannot be read or used. */
public final class KeyFailure extends Failure {

  /** A failure on this machine, with what to do about it. */
  public KeyFailure(String fact, String... hints) {
    super(ExitCode.KEY, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public KeyFailure(String fact, Cause words, String... hints) {
    super(ExitCode.KEY, fact, words, List.of(hints));
  }
}
