package aquila.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<String, Set<String>> fallen = new HashMap<>();
    for (Check<S> check : checks) {
      Set<String> reasons = reasons(check, fallen);
      List<Finding> found = reasons.isEmpty() ? look(check, subject) : skip(check, reasons);
      if (found.stream().anyMatch(f -> f.isFailed() || f.status() == Status.SKIP)) {
        fallen.put(check.id(), reasons.isEmpty() ? Set.of(check.title()) : reasons);
      }
      findings.addAll(found);
    }
    return findings;
  }

  /** The titles of what has failed below, not of what was left out because of it. */
  private static <S> Set<String> reasons(Check<S> check, Map<String, Set<String>> fallen) {
    Set<String> reasons = new LinkedHashSet<>();
    check.needs().forEach(need -> reasons.addAll(fallen.getOrDefault(need, Set.of())));
    return reasons;
  }

  private static <S> List<Finding> skip(Check<S> check, Set<String> reasons) {
    return List.of(Finding.waiting(check.id(), check.title(), reasons));
  }

  private static <S> List<Finding> look(Check<S> check, S subject) {
    List<Finding> found = check.probe().look(subject);
    return found.isEmpty()
        ? List.of(Finding.pass(check.id(), check.title(), Place.none(), null))
        : found;
  }
}
