package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.simulator.OrgSetup;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code aquila doctor} tells of a refusal of the token endpoint, beside its words. */
class DoctorRefusalTest {
  private static final String NEW_PATH = "Setup > External Client App Manager > the app";
  private static final String OLD_PATH = "for an older connected app: Setup > App Manager";

  @TempDir Path home;

  static List<Scenario> refusals() {
    // Those that end in a token are no refusals.
    Set<String> granted = Set.of("T18", "T25", "T26", "T27");
    return Scenarios.all().stream()
        .filter(scenario -> scenario.row().startsWith("T") && !granted.contains(scenario.row()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theCustomersAdminIsAskedForTheLineOfThisMinute(Scenario scenario) throws Exception {
    JsonNode finding = refusal(scenario.id());
    List<String> hints = texts(finding, "hints");
    String last = hints.get(hints.size() - 1);
    assertTrue(
        last.startsWith(
            "ask the customer's admin for one line: Setup > Quick Find: Login History, "
                + OrgSetup.USERNAME
                + " at 2026-11-25 12:00 UTC"),
        last);
    assertFalse(last.contains("its Status") && !last.contains("its Status may read"), last);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void knownWordsHaveCausesAndUnknownOnesNone(Scenario scenario) throws Exception {
    JsonNode finding = refusal(scenario.id());
    boolean isUnknown = finding.path("id").asText().equals("token.unknown-words");
    assertEquals(isUnknown, texts(finding, "causes").isEmpty(), finding::toString);
    assertEquals(isUnknown, !finding.has("row"), finding::toString);
    assertEquals(
        isUnknown,
        texts(finding, "hints")
            .contains("these words are not known to Aquila, which makes no guess"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1", "T2", "T3", "T4", "T9", "T10"})
  void bothPathsInSetupAndTheWaitAreTold(String row) throws Exception {
    String hints = String.join("\n", texts(refusal(row), "hints"));
    assertTrue(hints.contains(NEW_PATH), hints);
    assertTrue(hints.contains("\n" + OLD_PATH), hints);
    assertTrue(hints.contains("changed within the last 10 minutes, wait and run the same"), hints);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T1 | the client ID, the key and its certificate, the clock, the audience, the org of the app;"
            + " it stopped at the approval of the user",
        "T2 | the client ID, the key and its certificate, the clock, the audience, the org of the app;"
            + " it stopped at the approval of the user",
        "T4 | the client ID; it stopped at the key and its certificate, and the signature itself was"
            + " verified here before it was sent",
        "T5 | the client ID, the key and its certificate, the clock; it stopped at the audience",
        "T14 | the client ID, the key and its certificate, the clock, the audience, the org of the"
            + " app, the approval of the user; it stopped at the user",
      })
  void whatIsProvenIsToldAsLikely(String row, String words) throws Exception {
    String message = refusal(row).path("message").asText();
    assertTrue(message.contains("probably right already, by the order in which Salesforce seems"));
    assertTrue(message.endsWith(": " + words), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T1 | the app lets users approve it themselves",
        "T2 | neither the profile nor a permission set of the user is assigned",
        "T3 | the app lacks the scope refresh_token",
        "T4 | no certificate was uploaded",
        "T5 | the audience is not written exactly",
        "T6 | token-url is login or test",
        "T9 | the Consumer Key is mistyped",
        "T14 | the address of this machine is not in the Login IP Ranges",
      })
  void theLikeliestCauseComesFirst(String row, String cause) throws Exception {
    String first = texts(refusal(row), "causes").get(0);
    assertTrue(first.startsWith(cause), first);
  }

  /** The finding that the scenario ends in. */
  private JsonNode refusal(String scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(Scenarios.find(scenario).orElseThrow()));
      return Examined.of(bench, Set.of()).findings().stream()
          .filter(finding -> finding.path("status").asText().equals("fail"))
          .filter(finding -> finding.path("id").asText().startsWith("token."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> texts(JsonNode finding, String member) {
    List<String> texts = new ArrayList<>();
    finding.path(member).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
