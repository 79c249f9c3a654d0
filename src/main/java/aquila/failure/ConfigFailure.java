package aquila.failure;

import java.util.List;

/** A setting is missing or wrong. */
public final class ConfigFailure extends Failure {

  /** A failure on this machine, with what to do about it. */
  public ConfigFailure(String fact, String... hints) {
    super(ExitCode.CONFIG, fact, null, List.of(hints));
  }

  /** A failure in the other side's words. */
  public ConfigFailure(String fact, Cause words, String... hints) {
    super(ExitCode.CONFIG, fact, words, List.of(hints));
  }
}
