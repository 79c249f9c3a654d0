package aquila.failure;

import java.util.List;

/** There was no answer from the host that was asked. */
public final class NetworkFailure extends Failure {

  /** A failure on this machine, with what to do about it. */
  public NetworkFailure(String fact, String... hints) {
    super(ExitCode.NETWORK, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public NetworkFailure(String fact, Cause words, String... hints) {
    super(ExitCode.NETWORK, fact, words, List.of(hints));
  }
}
