package aquila.failure;

import java.util.List;

/** Another run holds the directory. */
public final class BusyFailure extends Failure {
  private static final long serialVersionUID = 1L;

  public BusyFailure(String fact, String... hints) {
    super(ExitCode.BUSY, fact, null, List.of(hints));
  }
}
