package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the real {@code aquila doctor} in every scenario that the simulator can play. */
class DoctorScenarioTest {

  /**
   * What comes first in the report, where that is not the scenario's own id and row.
   *
   * @param finding status, id and row
   * @param exit the exit code
   */
  record Expected(String finding, int exit) {}

  private static final Map<String, Expected> OTHERWISE =
      Map.ofEntries(
          // The clock is looked at before the assertion; the refusal stands further down.
          Map.entry("token.assertion-expired", new Expected("fail network.clock-off N15", 7)),
          Map.entry("token.clock-fast", new Expected("fail network.clock-off N15", 7)),
          Map.entry(
              "token.certificate-missing", new Expected("fail token.invalid-assertion T4", 5)),
          // Rows whose words are not known: shown raw, without a guess.
          Map.entry("token.user-locked", new Expected("fail token.unknown-words", 5)),
          Map.entry("token.login-hours", new Expected("fail token.unknown-words", 5)),
          Map.entry("token.org-inactive", new Expected("fail token.unknown-words", 5)),
          Map.entry("token.login-host-prevented", new Expected("fail token.unknown-words", 5)),
          Map.entry("token.unknown-error-always", new Expected("fail token.unknown-error T18", 5)),
          Map.entry("token.empty", new Expected("fail token.not-an-endpoint T21", 5)),
          Map.entry("token.garbled", new Expected("fail token.not-an-endpoint T21", 5)),
          Map.entry("token.too-long", new Expected("fail token.not-an-endpoint T21", 5)),
          Map.entry(
              "token.access-token-missing", new Expected("fail token.not-an-endpoint T21", 5)),
          Map.entry("token.refresh-flow", new Expected("fail token.other-flow T28", 5)),
          Map.entry("token.client-credentials-flow", new Expected("fail token.other-flow T28", 5)),
          Map.entry("token.browser-flow", new Expected("fail token.other-flow T28", 5)),
          // A loopback org may only name loopback.
          Map.entry(
              "token.instance-url-differs", new Expected("fail token.instance-url-foreign T25", 5)),
          // The scope explains the refusal that follows, and stands before it.
          Map.entry("token.api-scope-missing", new Expected("warn token.api-scope-missing T26", 6)),
          Map.entry("token.other-org", new Expected("warn token.other-org T27", 0)),
          // Nobody needs the scope openid, and an org without hourly files or with few types works.
          Map.entry("api.userinfo-refused", new Expected("skip api.userinfo-refused R11", 0)),
          Map.entry("api.openid-scope-missing", new Expected("skip api.userinfo-refused R11", 0)),
          Map.entry("logs.no-interval", new Expected("pass logs.no-interval Q3", 0)),
          Map.entry("logs.free-tier", new Expected("pass logs.free-tier Q6", 0)),
          Map.entry("logs.none", new Expected("warn logs.none Q5", 0)),
          Map.entry("api.modify-all-data", new Expected("warn api.modify-all-data G3", 0)),
          // It passes after two hiccups.
          Map.entry("token.unknown-error", new Expected("", 0)));

  @TempDir Path home;

  static List<Scenario> all() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyScenarioIsNamedFirst(Scenario scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(scenario));
      int code = bench.run("doctor", "-o", "json");
      assertEquals("", bench.err);
      Expected expected = OTHERWISE.getOrDefault(scenario.id(), usual(scenario));
      JsonNode report = Json.read(bench.out.getBytes(StandardCharsets.UTF_8));
      String status = expected.finding().replaceFirst(" .*", "");
      assertEquals(expected.finding(), first(report, status, scenario), bench.out);
      assertEquals(expected.exit(), code, bench.out);
      assertEquals(code, report.path("exit").intValue());
      long signIns =
          bench.org().requests().stream().filter(it -> it.path().endsWith("/token")).count();
      assertTrue(signIns <= 1 + bench.waits.size(), signIns + " sign-ins");
    }
  }

  private static Expected usual(Scenario scenario) {
    int exit = scenario.row().startsWith("T") ? 5 : 6;
    return new Expected("fail " + scenario.id() + " " + scenario.row(), exit);
  }

  /** The first trouble; of the milder ones that of the scenario, if there is no trouble at all. */
  private static String first(JsonNode report, String status, Scenario scenario) {
    for (JsonNode finding : report.path("findings")) {
      String found = finding.path("status").asText();
      boolean isTrouble = found.equals("fail") || found.equals("warn");
      boolean isMild = !status.isEmpty() && found.equals(status) && finding.has("row");
      if (isTrouble || (isMild && finding.path("row").asText().equals(scenario.row()))) {
        return (found + " " + finding.path("id").asText() + " " + finding.path("row").asText())
            .strip();
      }
    }
    return "";
  }
}
