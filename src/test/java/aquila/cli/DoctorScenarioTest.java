package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the failure catalogue: the real {@code aquila doctor} or {@code aquila check} names
 * it first, or the row says why there is nothing to name. The tables are in
 * src/test/resources/rows.
 */
class DoctorScenarioTest {

  /** How many rows of each kind the catalogue has; T13b is one more. */
  private static final Map<String, Integer> CATALOGUE =
      Map.of("C", 22, "K", 25, "N", 15, "T", 28, "R", 12, "Q", 9, "D", 7);

  @TempDir Path home;

  static List<PlayedRow> played() {
    return PlayedRow.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("played")
  void whatIsSpoiltIsNamedFirst(PlayedRow played) throws Exception {
    Examined examined = played.play(home.toRealPath());
    List<String> troubles = new ArrayList<>();
    for (JsonNode finding : examined.findings()) {
      String status = finding.path("status").asText();
      if (status.equals("fail") || status.equals("warn")) {
        troubles.add(name(finding));
        assertFalse(finding.path("hints").isEmpty(), () -> "no word on what to do: " + finding);
      }
    }
    if (played.first().matches("(?:pass|skip) .*")) {
      assertEquals(List.of(), troubles);
      assertTrue(
          examined.findings().stream().anyMatch(it -> name(it).equals(played.first())),
          () -> played.first() + " is not in " + examined.findings());
    } else {
      assertEquals(played.first(), troubles.isEmpty() ? "" : troubles.get(0), troubles::toString);
    }
    assertEquals(played.exit(), examined.code(), troubles::toString);
  }

  @Test
  void everyScenarioIsPlayedInItsRow() {
    Set<String> inTable =
        played().stream()
            .filter(PlayedRow::isScenario)
            .map(played -> played.row() + " " + played.scenario())
            .collect(Collectors.toSet());
    Set<String> all =
        Scenarios.all().stream()
            .map(scenario -> scenario.row() + " " + scenario.id())
            .collect(Collectors.toSet());
    assertEquals(all, inTable);
  }

  @Test
  void everyRowOfTheCatalogueIsPlayedOrSaysWhyNot() {
    Map<String, String> without = reasons("not-played");
    Set<String> played = rows(played().stream().map(PlayedRow::row));
    for (String row : catalogue()) {
      assertTrue(played.contains(row) != without.containsKey(row), row);
    }
    without.forEach((row, reason) -> assertTrue(catalogue().contains(row), row));
  }

  @Test
  void everyRowThatIsPlayedCanBeRehearsedOrSaysWhyNot() {
    Map<String, String> without = reasons("not-rehearsed");
    Set<String> rehearsed = rows(Scenarios.all().stream().map(Scenario::row));
    for (String row : rows(played().stream().map(PlayedRow::row))) {
      assertTrue(rehearsed.contains(row) != without.containsKey(row), row);
    }
    assertFalse(without.isEmpty());
  }

  @Test
  void theCatalogueHasAsManyRowsAsItSays() {
    assertEquals(119, catalogue().size());
  }

  private static List<String> catalogue() {
    List<String> rows = new ArrayList<>(List.of("T13b"));
    CATALOGUE.forEach(
        (kind, count) ->
            IntStream.rangeClosed(1, count).mapToObj(number -> kind + number).forEach(rows::add));
    return rows;
  }

  private static Set<String> rows(Stream<String> rows) {
    return rows.collect(Collectors.toSet());
  }

  private static Map<String, String> reasons(String table) {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : PlayedRow.lines(table)) {
      String[] cells = line.split(" *\\| ", 2);
      assertFalse(cells[1].isBlank(), line);
      assertEquals(null, reasons.put(cells[0], cells[1]), line);
    }
    return reasons;
  }

  private static String name(JsonNode finding) {
    return (finding.path("status").asText()
            + " "
            + finding.path("id").asText()
            + " "
            + finding.path("row").asText())
        .strip();
  }
}
