package aquila.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The failures that a simulated org can play, as data.
 *
 * <p>Where a cause can be had, the scenario is that cause, and the org comes to its refusal by
 * itself; only where the cause lies beyond a loopback org is the reply canned. A cause on this
 * machine is a setting, a key or a way to the org that is spoilt as it is handed out. The texts of
 * rows that the catalogue marks U are plausible, not known.
 */
public final class Scenarios {
  private Scenarios() {}

  /** All of them, in the catalogue's order. */
  public static List<Scenario> all() {
    // Sorting is stable: scenarios of one row stay as they are listed.
    List<Scenario> token =
        Stream.concat(TokenScenarios.all().stream(), CannedScenarios.all().stream())
            .sorted(Comparator.comparingInt(Scenarios::number))
            .toList();
    return Stream.of(
            FieldScenarios.all(),
            KeyScenarios.all(),
            NetworkScenarios.all(),
            token,
            RestScenarios.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A scenario by its id, or the first one of a catalogue row such as {@code T1}. */
  public static Optional<Scenario> find(String idOrRow) {
    return all().stream()
        .filter(
            scenario -> scenario.id().equals(idOrRow) || scenario.row().equalsIgnoreCase(idOrRow))
        .findFirst();
  }

  private static int number(Scenario scenario) {
    return Integer.parseInt(scenario.row().replaceAll("[^0-9]", ""));
  }
}
