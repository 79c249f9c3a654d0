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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code aquila doctor} tells of a refusal of the token endpoint, beside its words. */
class DoctorRefusalTest {
  private static final String NEW_PATH =
      "Setup (the gear) > Quick Find: External Client App Manager";
  private static final String OLD_PATH =
      "it is an older connected app: Setup (the gear) > Quick Find: App Manager > the arrow";
  private static final String WAIT =
      "wait 10 minutes after the change in Salesforce (at times it takes an hour), then run the same"
          + " command again";

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
  void theAdministratorIsPointedToTheLineOfThisMinute(Scenario scenario) throws Exception {
    JsonNode finding = refusal(scenario.id());
    List<String> hints = new ArrayList<>(texts(finding, "hints"));
    hints.remove(WAIT);
    String last = hints.get(hints.size() - 1);
    assertTrue(
        last.startsWith(
            "the administrator looks at Setup (the gear) > Quick Find: Login History, the line of "
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
        finding.path("message").asText().contains("not known to Aquila, which makes no guess"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1", "T2", "T3", "T4", "T9", "T10"})
  void bothPathsInSetupAndTheWaitAreTold(String row) throws Exception {
    String hints = String.join("\n", texts(refusal(row), "hints"));
    assertTrue(hints.contains(NEW_PATH), hints);
    assertTrue(hints.contains(OLD_PATH), hints);
    assertTrue(hints.endsWith("\n" + WAIT), hints);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T1 | whom the app lets in | the client-id, the certificate in the app, the clock, the"
            + " audience-url, the org of the app",
        "T2 | whom the app lets in | the client-id, the certificate in the app, the clock, the"
            + " audience-url, the org of the app",
        "T4 | the certificate in the app. The key file here is fine and signs as it should"
            + " | the client-id",
        "T5 | the audience-url | the client-id, the certificate in the app, the clock",
        "T14 | the user | the client-id, the certificate in the app, the clock, the audience-url,"
            + " the org of the app, whom the app lets in",
      })
  void whatIsProvenIsToldAsLikely(String row, String at, String before) throws Exception {
    String message = refusal(row).path("message").asText();
    assertEquals("Salesforce seems to accept " + before + "; it stopped at: " + at, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T1 | the app asks every user in a browser first",
        "T2 | neither the profile nor a permission set of the user is assigned",
        "T3 | the app lacks the scope refresh_token",
        "T4 | the app has no certificate, or that of another key",
        "T5 | the audience-url is not written exactly",
        "T6 | token-url is login or test",
        "T9 | the Consumer Key is mistyped",
        "T14 | the address of this machine is not in the Login IP Ranges",
      })
  void theLikeliestCauseComesFirst(String row, String cause) throws Exception {
    String first = texts(refusal(row), "causes").get(0);
    assertTrue(first.startsWith(cause), first);
  }

  /** R1 names scopes first, and this token has the one that is meant. */
  @Test
  void whatTheTokenItselfDisprovesIsNoCause() throws Exception {
    JsonNode finding = failure("R1", "api.");
    assertTrue(finding.path("message").asText().contains("the scopes of the app are not"));
    List<String> causes = texts(finding, "causes");
    assertTrue(causes.get(0).startsWith("the profile of " + OrgSetup.USERNAME), causes::toString);
    assertTrue(causes.stream().noneMatch(it -> it.contains("scope")), causes::toString);
    List<String> hints = texts(finding, "hints");
    assertTrue(hints.get(0).contains("Session Security Level"), hints::toString);
    assertTrue(hints.stream().noneMatch(it -> it.contains("OAuth Scopes")), hints::toString);
  }

  /** The finding that the scenario ends in. */
  private JsonNode refusal(String scenario) throws Exception {
    return failure(scenario, "token.");
  }

  private JsonNode failure(String scenario, String kind) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(Scenarios.find(scenario).orElseThrow()));
      return Examined.of(bench, Set.of()).findings().stream()
          .filter(finding -> finding.path("status").asText().equals("fail"))
          .filter(finding -> finding.path("id").asText().startsWith(kind))
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
