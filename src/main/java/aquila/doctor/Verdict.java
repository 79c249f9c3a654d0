package aquila.doctor;

import aquila.failure.ExitCode;
import java.util.List;

/**
 * A row of the catalogue of findings: what can be found, whatever set-up it is found in.
 *
 * @param id our stable name, for example {@code field.lightning-host}
 * @param row the row of the failure catalogue, for example {@code C8}; empty where it has none
 * @param exit the exit code that it makes if it fails
 * @param title in a few words
 * @param hints what to do, the likeliest first; {@code {…}} stands for a part of what was found
 */
public record Verdict(
    String id, String row, Status status, ExitCode exit, String title, List<String> hints) {

  public Verdict {
    hints = List.copyOf(hints);
  }

  static Verdict fail(String id, String row, ExitCode exit, String title, String... hints) {
    return new Verdict(id, row, Status.FAIL, exit, title, List.of(hints));
  }

  static Verdict warn(String id, String row, ExitCode exit, String title, String... hints) {
    return new Verdict(id, row, Status.WARN, exit, title, List.of(hints));
  }

  static Verdict pass(String id, String row, String title) {
    return new Verdict(id, row, Status.PASS, ExitCode.OK, title, List.of());
  }

  static Verdict skip(String id, String title) {
    return new Verdict(id, "", Status.SKIP, ExitCode.OK, title, List.of());
  }
}
