package aquila.doctor;

import aquila.failure.ExitCode;
import java.util.List;

/**
 * All that was found, in the order of the ladder.
 *
 * @param findings one for each thing that was looked at, or more
 * @param strict whether a warning counts as a failure
 */
public record Report(List<Finding> findings, boolean strict) {

  public Report {
    findings = List.copyOf(findings);
  }

  /** The class of the first finding that fails. */
  public ExitCode exitCode() {
    return findings.stream()
        .filter(finding -> finding.isFailed() || (strict && finding.status() == Status.WARN))
        .map(finding -> finding.verdict().exit())
        .findFirst()
        .orElse(ExitCode.OK);
  }

  /** How many findings have this status. */
  public int count(Status status) {
    return (int) findings.stream().filter(finding -> finding.status() == status).count();
  }

  /** Those that somebody has to look at, in the same order. */
  public List<Finding> troubles() {
    return findings.stream().filter(Finding::isTrouble).toList();
  }
}
