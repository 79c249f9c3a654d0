package aquila.failure;

import java.util.List;

/** The token endpoint answered, but not with a usable token. */
public final class TokenRefused extends Failure {

  /** A failure on this machine, with what to do about it. */
  public TokenRefused(String fact, String... hints) {
    super(ExitCode.TOKEN_REFUSED, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public TokenRefused(String fact, Cause words, String... hints) {
    super(ExitCode.TOKEN_REFUSED, fact, words, List.of(hints));
  }
}
