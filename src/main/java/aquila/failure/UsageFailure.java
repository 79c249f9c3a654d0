package aquila.failure;

import java.util.List;

/** The command line is wrong in a way that only the command itself can see. */
public final class UsageFailure extends Failure {

  /** A failure on this machine, with what to do about it. */
  public UsageFailure(String fact, String... hints) {
    super(ExitCode.USAGE, fact, null, List.of(hints));
  }
}
