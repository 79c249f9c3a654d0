package aquila.failure;

import java.util.List;

/** A REST call was answered, but not with what was asked for. */
public final class ApiRefused extends Failure {

  /** A failure on this machine, with what to do about it. */
  public ApiRefused(String fact, String... hints) {
    super(ExitCode.API_REFUSED, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public ApiRefused(String fact, Cause words, String... hints) {
    super(ExitCode.API_REFUSED, fact, words, List.of(hints));
  }
}
