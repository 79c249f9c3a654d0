package aquila.cli;

import aquila.failure.ExitCode;
import java.util.List;

/** One exit code for several orgs. */
final class ExitCodes {

  private ExitCodes() {}

  /** The one that all have, else "partial". */
  static ExitCode common(List<ExitCode> codes) {
    List<ExitCode> different = codes.stream().distinct().toList();
    return different.size() == 1 ? different.get(0) : ExitCode.PARTIAL;
  }
}
