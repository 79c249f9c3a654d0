package aquila.cli;

import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person does about the findings of a report, up to the next look.
 *
 * @param report the report
 * @param command how to look again
 */
record FindingSteps(Report report, String command) {

  /** In this order. After a failure that stands alone or takes its time, look again. */
  List<String> of(Finding finding) {
    List<String> steps = new ArrayList<>(finding.steps());
    String pause = finding.advice().who().pause();
    if (finding.status() == Status.FAIL && (hasOneFailure() || !pause.isEmpty())) {
      String again = "run the same command again: " + command + "; this failure is then gone";
      steps.add(pause.isEmpty() ? again : pause + ", then " + again);
    }
    return steps;
  }

  /** After several failures; empty where {@link #of} says it. */
  String last() {
    return hasOneFailure() || report.count(Status.FAIL) == 0
        ? ""
        : "when all of these are mended, run the same command again: " + command;
  }

  private boolean hasOneFailure() {
    return report.count(Status.FAIL) == 1;
  }

  /** One line for all checks that have to wait; empty if there are none. */
  String waiting() {
    long waiting = report.findings().stream().filter(Finding::isWaiting).count();
    if (waiting == 0) {
      return "";
    }
    return waiting
        + (waiting == 1 ? " further check waits" : " further checks wait")
        + " until "
        + (hasOneFailure() ? "the failure above is" : "the failures above are")
        + " mended";
  }
}
