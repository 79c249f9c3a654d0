package aquila.cli;

import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Status;
import java.util.Optional;

/**
 * What a person does about the findings of a report, up to the next look.
 *
 * @param report the report
 * @param command how to look again
 */
record FindingSteps(Report report, String command) {

  /**
   * The last step: to look again.
   *
   * @param before what stands before the command, without a colon
   * @param command to be copied as it is
   * @param after what is to be seen then; empty where nothing is to be said
   */
  record Again(String before, String command, String after) {}

  /** After a failure that stands alone, or a fault that takes its time. */
  Optional<Again> again(Finding finding) {
    String pause = finding.advice().pause();
    boolean isFailure = finding.status() == Status.FAIL;
    boolean isWanted =
        isFailure ? hasOneFailure() || !pause.isEmpty() : finding.advice().hasPauseOfItsOwn();
    if (!isWanted) {
      return Optional.empty();
    }
    return Optional.of(
        new Again(
            pause.isEmpty() ? "run this again" : pause + ", then run this again",
            command,
            isFailure
                ? "this failure is then gone; checks that had to wait may find another"
                : "this warning is then gone"));
  }

  /** After several failures; empty where {@link #again} says it. */
  Optional<Again> last() {
    return hasOneFailure() || report.count(Status.FAIL) == 0
        ? Optional.empty()
        : Optional.of(new Again("when all of these are fixed, run this again", command, ""));
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
        + " fixed";
  }
}
