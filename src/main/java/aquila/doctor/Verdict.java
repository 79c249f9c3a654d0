package aquila.doctor;

import aquila.failure.ExitCode;
import java.util.List;

/**
 * A row of the catalogue of findings: what can be found, whatever set-up it is found in.
 *
 * @param id our stable name, for example {@code field.lightning-host}
 * @param row the row of the failure catalogue, for example {@code C8}; empty where it has none
 * @param exit the exit code that it makes if it fails
 * @param title in a few words; {@code {…}} stands for a part of the set-up
 * @param advice what to do
 */
public record Verdict(
    String id, String row, Status status, ExitCode exit, String title, Advice advice) {

  static Verdict fail(String id, String row, ExitCode exit, String title, String... steps) {
    return fail(id, row, exit, title, Advice.by(Who.usual(id), steps));
  }

  static Verdict fail(String id, String row, ExitCode exit, String title, Advice advice) {
    return new Verdict(id, row, Status.FAIL, exit, title, advice);
  }

  static Verdict warn(String id, String row, ExitCode exit, String title, String... steps) {
    return warn(id, row, exit, title, Advice.by(Who.usual(id), steps));
  }

  static Verdict warn(String id, String row, ExitCode exit, String title, Advice advice) {
    return new Verdict(id, row, Status.WARN, exit, title, advice);
  }

  static Verdict pass(String id, String row, String title) {
    return new Verdict(id, row, Status.PASS, ExitCode.OK, title, Advice.none());
  }

  static Verdict skip(String id, String title) {
    return new Verdict(id, "", Status.SKIP, ExitCode.OK, title, Advice.none());
  }

  /** The same, about this set-up. */
  Verdict titled(String text) {
    return new Verdict(id, row, status, exit, text, advice);
  }

  List<String> steps() {
    return advice.steps();
  }
}
