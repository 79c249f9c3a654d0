package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.simulator.EventLogs;
import aquila.simulator.OrgSetup;
import aquila.simulator.OrgUser;
import aquila.simulator.Request;
import aquila.simulator.Scenarios;
import aquila.simulator.SimulatedOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code aquila doctor} finds in an org, what it costs, and what its report tells. */
class DoctorTest {

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home.toRealPath());
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
  }

  @Test
  void aHealthyOrgHasNoTroubleAndCostsTwelveCallsAtMost() throws Exception {
    bench.startOrg(setup -> setup);
    assertTimeout(
        Duration.ofSeconds(3),
        () -> {
          Examined examined = Examined.of(bench, Set.of());
          assertEquals(List.of(), examined.of("fail"), bench.out);
          assertEquals(List.of(), examined.of("warn"), bench.out);
          assertEquals(0, examined.code());
        });
    assertTrue(bench.org().requests().size() <= 12, bench.org().requests().size() + " calls");
    assertEquals(1, signIns());
  }

  @Test
  void orgsWithHourlyFilesOrMorePermissionsAreHealthyToo() throws Exception {
    bench.startOrg(
        setup ->
            setup
                .with(EventLogs.USUAL.withHourly(true))
                .withEachUser(
                    user ->
                        user.without(OrgUser.Permission.VIEW_EVENT_LOG_FILES)
                            .with(OrgUser.Permission.VIEW_ALL_DATA)));
    Examined examined = Examined.of(bench, Set.of());
    assertEquals(List.of(), examined.of("fail"), bench.out);
    assertEquals(List.of(), examined.of("warn"), bench.out);
    assertTrue(examined.get("logs.types").path("found").asText().contains("hourly: Apex"));
  }

  @Test
  void hostsOfTwoOrgsAreToldApartBeforeTheSignIn() throws Exception {
    SimulatedOrg mine = bench.startOrg(setup -> setup);
    OrgSetup other = mine.setup().withSeed(77).withPort(0);
    try (SimulatedOrg theirs = SimulatedOrg.start(other)) {
      Examined examined = Examined.of(bench, Set.of(), "--token-url", theirs.url().toString());
      assertEquals("field.orgs-differ C16", examined.of("fail").get(0), bench.out);
      assertEquals(3, examined.code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1", "T2", "T4", "T9"})
  void oneAttemptIsMadeWhateverIsAsked(String row) throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find(row).orElseThrow()));
    Examined.of(bench, Set.of(), "--try-audiences");
    assertEquals(1, signIns());
  }

  @Test
  void otherAudiencesAreTriedOnDemandAndWhatWorkedIsSaid() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T5").orElseThrow()));
    Examined without = Examined.of(bench, Set.of());
    assertEquals(1, signIns());
    assertTrue(first(without).contains("aquila doctor --try-audiences"), bench.out);
    Examined examined = Examined.of(bench, Set.of(), "--try-audiences");
    assertEquals(3, signIns());
    assertEquals(5, examined.code());
    assertTrue(
        first(examined).contains("this worked: audience-url=https://login.salesforce.com"),
        bench.out);
  }

  @Test
  void atMostThreeAttemptsAreMade() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T6").orElseThrow()));
    Examined examined =
        Examined.of(
            bench, Set.of(), "--try-audiences", "--audience-url", "https://login.salesforce.com");
    assertTrue(signIns() <= 3, signIns() + " sign-ins");
    assertTrue(first(examined).contains("refused in the same words"), bench.out);
  }

  @Test
  void aSlowClockIsNamedBeforeTheRefusalThatItCauses() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T7").orElseThrow()));
    Examined examined = Examined.of(bench, Set.of());
    assertEquals(
        List.of("network.clock-off N15", "token.assertion-expired T7"), examined.of("fail"));
    bench.startOrg(setup -> setup.with(Scenarios.find("T8").orElseThrow()));
    assertEquals(
        List.of("network.clock-off N15", "token.clock-fast T8"),
        Examined.of(bench, Set.of()).of("fail"));
  }

  @Test
  void whatNeedsNoOtherFieldIsLookedAtAllTheSame() throws Exception {
    bench.startOrg(setup -> setup);
    Examined examined =
        Examined.of(bench, Set.of(), "--username", "jane", "--key-path", "none.key");
    assertEquals("field.username-without-at C6", examined.of("fail").get(0), bench.out);
    assertTrue(examined.of("pass").containsAll(List.of("network.connection", "api.versions")));
    assertTrue(examined.of("skip").contains("token.grant"));
    assertEquals(0, signIns());
  }

  @Test
  void aValueThatCannotBeUsedIsNamedOnlyInItsOwnFinding() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("R9").orElseThrow()));
    for (String field : List.of("--username", "--audience-url", "--client-id", "--key-path")) {
      Examined examined = Examined.of(bench, Set.of(), field, "a\u200bb");
      assertEquals("field.invisible-character C1", examined.of("fail").get(0), bench.out);
      assertTrue(examined.of("fail").contains("api.version-unknown R9"), bench.out);
      assertEquals(3, examined.code());
    }
  }

  @Test
  void anOptionThatCannotBeUsedStopsAllThatIsLive() throws Exception {
    bench.startOrg(setup -> setup);
    Examined examined = Examined.of(bench, Set.of(), "--read-timeout", "soon");
    assertEquals(List.of("field.option-unusable"), examined.of("fail"));
    assertEquals(List.of(), bench.org().requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "T1", "T4", "T9", "R1", "Q1", "Q5", "K2", "N2", "T13b"})
  void twoReportsToSendDifferInTheTimeOnly(String row) throws Exception {
    bench.startOrg(setup -> row.isEmpty() ? setup : setup.with(Scenarios.find(row).orElseThrow()));
    bench.run("doctor", "-o", "markdown");
    String first = bench.out;
    bench.clock = Clock.offset(bench.clock, Duration.ofSeconds(20));
    // The org's clock stands still.
    bench.run("doctor", "-o", "markdown");
    assertFalse(first.equals(bench.out));
    assertEquals(withoutTime(first), withoutTime(bench.out));
  }

  @Test
  void aReportToSendSaysNoMoreThanSupportNeeds() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T1").orElseThrow()));
    assertEquals(5, bench.run("doctor", "-o", "markdown"));
    String clientId = bench.org().setup().apps().get(0).clientId();
    assertFalse(bench.out.contains(clientId), bench.out);
    assertTrue(bench.out.contains(clientId.substring(0, 5) + "…"), bench.out);
    assertFalse(bench.out.contains(OrgSetup.USERNAME), bench.out);
    assertTrue(bench.out.contains("in…@aquila.test"), bench.out);
    assertFalse(bench.out.contains(bench.home.toString()), bench.out);
    assertTrue(bench.out.contains("400 Bad Request"), bench.out);
    assertTrue(bench.out.contains("five pairs of audience and login host"), bench.out);
  }

  private static String first(Examined examined) {
    return examined.findings().stream()
        .filter(finding -> finding.path("status").asText().equals("fail"))
        .findFirst()
        .orElseThrow()
        .path("hints")
        .toString();
  }

  private static String withoutTime(String report) {
    return report.replaceAll("Made at \\S+ by", "").replaceAll(" at [0-9-]{10} [0-9:]{5} UTC", "");
  }

  private long signIns() {
    return bench.org().requests().stream()
        .map(Request::path)
        .filter(path -> path.equals("/services/oauth2/token"))
        .count();
  }
}
