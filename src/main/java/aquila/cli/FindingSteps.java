package aquila.cli;

import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Status;
import aquila.doctor.Who;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person does about a finding, up to the next look.
 *
 * @param command how to look again
 */
record FindingSteps(String command) {

  /** In this order. After a failure, the last one is to look again. */
  List<String> of(Finding finding) {
    List<String> steps = new ArrayList<>(finding.steps());
    if (finding.status() == Status.FAIL) {
      Who who = finding.advice().who();
      String again = "run the same command again: " + command + "; this failure is then gone";
      steps.add(who.pause().isEmpty() ? again : who.pause() + ", then " + again);
    }
    return steps;
  }

  /** One line for all checks that have to wait; empty if there are none. */
  static String waiting(Report report) {
    long waiting = report.findings().stream().filter(Finding::isWaiting).count();
    if (waiting == 0) {
      return "";
    }
    return waiting
        + (waiting == 1 ? " further check waits" : " further checks wait")
        + " until "
        + (report.count(Status.FAIL) == 1 ? "the failure above is" : "the failures above are")
        + " mended";
  }
}
