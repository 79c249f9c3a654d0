package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.doctor.Remedies;
import aquila.doctor.Remedy;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the real commands in every scenario that the simulator can play. */
class ScenarioTest {

  /** Rows whose words are not known well enough for advice: they are shown raw. */
  private static final Set<String> WITHOUT_ADVICE = Set.of("T8", "T13b", "T15", "T20", "T24", "Q2");

  /** A usable token with something odd about it: a warning, and what the warning says. */
  private static final Map<String, String> ODD =
      Map.of("T25", "instance", "T26", "lacks api", "T27", "another kind of org");

  private static final String QUERY = "SELECT Id FROM EventLogFile LIMIT 1";

  @TempDir Path home;

  static List<Scenario> all() {
    return Scenarios.all();
  }

  static List<Scenario> refusals() {
    return all().stream().filter(scenario -> scenario.row().matches("[TRQG].*")).toList();
  }

  static List<Scenario> ofThisMachine() {
    return all().stream().filter(scenario -> scenario.row().matches("[CKN].*")).toList();
  }

  static List<Scenario> ofDownloads() {
    return all().stream().filter(scenario -> scenario.row().startsWith("D")).toList();
  }

  @ParameterizedTest
  @MethodSource("ofThisMachine")
  void whatIsSpoiltOnThisMachineEndsWithAWordOnWhatToDo(Scenario scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
      bench.environment.put("AQUILA_READ_TIMEOUT", "200ms");
      bench.startOrg(setup -> setup.with(scenario));
      int code = bench.run("token");
      assertTrue(Set.of(0, 3, 4, 5, 7).contains(code), code + " " + bench.err);
      assertEquals(code != 0, bench.err.contains("aquila: error: "), bench.err);
      assertTrue(code == 0 || bench.err.contains("aquila: hint: "), bench.err);
      assertTrue(code == 7 || !scenario.row().matches("N[1-9]|N1[0-3]"), code + " " + bench.err);
    }
  }

  @ParameterizedTest
  @MethodSource("ofDownloads")
  void aDownloadThatFailsLeavesTheRestToTheNextRun(Scenario scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(scenario));
      assertEquals(9, bench.run("logs", "fetch", "logs"), bench.err);
      assertTrue(bench.err.contains("aquila: error: "), bench.err);
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyScenarioEndsInTheRightCodeWithTheRightAdvice(Scenario scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(scenario));
      int code = bench.run(command(scenario));
      assertEquals(exitCode(scenario), code, bench.err);
      if (ODD.containsKey(scenario.row())) {
        assertTrue(bench.err.contains("aquila: warning: "), bench.err);
        assertTrue(bench.err.contains(ODD.get(scenario.row())), bench.err);
      }
      if (code != 0) {
        assertTrue(bench.err.startsWith("aquila: error: "), bench.err);
        assertTrue(bench.err.contains("aquila: cause: "), bench.err);
        assertAdvice(scenario, bench.err);
      }
    }
  }

  @Test
  void unknownErrorIsTriedAgainUntilItPasses() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(Scenarios.find("token.unknown-error").orElseThrow()));
      assertEquals(0, bench.run("token"), bench.err);
      assertEquals(2, bench.waits.size());
      assertEquals(3, bench.org().requests().size());
    }
  }

  @Test
  void everyRemedyCanBeRehearsedUnderItsOwnName() {
    Map<String, String> rows =
        all().stream().collect(Collectors.toMap(Scenario::id, Scenario::row));
    for (Remedy remedy : Remedies.all()) {
      assertEquals(remedy.row(), rows.get(remedy.id()), remedy.id());
    }
  }

  private static String[] command(Scenario scenario) {
    String query = scenario.row().equals("Q3") ? QUERY.replace("Id", "Interval") : QUERY;
    return scenario.row().startsWith("T") ? new String[] {"token"} : new String[] {"query", query};
  }

  private static int exitCode(Scenario scenario) {
    if (ODD.containsKey(scenario.row())
        || scenario.id().equals("token.unknown-error")
        // User info is not asked by these commands, and an org without event logs has none to show.
        || scenario.row().equals("R11")
        || scenario.id().equals("logs.none")
        // These are no refusals: doctor tells of them.
        || scenario.id().equals("logs.free-tier")
        || scenario.id().equals("api.modify-all-data")) {
      return 0;
    }
    return scenario.row().startsWith("T") ? 5 : 6;
  }

  private static void assertAdvice(Scenario scenario, String err) {
    List<Remedy> rows =
        Remedies.all().stream().filter(remedy -> remedy.row().equals(scenario.row())).toList();
    boolean isAdvised =
        rows.stream().flatMap(row -> row.steps().stream()).anyMatch(hint -> holds(err, hint));
    if (WITHOUT_ADVICE.contains(scenario.row())) {
      assertTrue(rows.isEmpty(), scenario.row() + " has a remedy after all");
    } else {
      assertTrue(isAdvised, "no advice of row " + scenario.row() + " in:\n" + err);
    }
  }

  /** Whether a hint was given, whatever stands in its places. */
  private static boolean holds(String err, String hint) {
    for (String part : hint.split("\\{[a-z]+}", -1)) {
      if (!err.contains(part)) {
        return false;
      }
    }
    return true;
  }
}
