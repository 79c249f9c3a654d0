package aquila.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through checks in order, and leaves out those whose ground has given way. */
public final class Ladder<S> {
  private final List<Check<S>> checks;

  public Ladder(List<Check<S>> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The checks, in order. */
  public List<Check<S>> checks() {
    return checks;
  }

  /** All that is found, in order; at least one finding for each check. */
  public List<Finding> climb(S subject) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> fallen = new LinkedHashMap<>();
    for (Check<S> check : checks) {
      List<Finding> found = look(check, subject, fallen);
      if (found.stream().anyMatch(f -> f.isFailed() || f.status() == Status.SKIP)) {
        fallen.put(check.id(), check.title());
      }
      findings.addAll(found);
    }
    return findings;
  }

  private static <S> List<Finding> look(Check<S> check, S subject, Map<String, String> fallen) {
    for (String need : check.needs()) {
      String title = fallen.get(need);
      if (title != null) {
        String reason = "this needs " + title + ", which has to be mended first";
        return List.of(Finding.skip(check.id(), check.title(), Place.none(), reason));
      }
    }
    List<Finding> found = check.probe().look(subject);
    return found.isEmpty()
        ? List.of(Finding.pass(check.id(), check.title(), Place.none(), null))
        : found;
  }
}
