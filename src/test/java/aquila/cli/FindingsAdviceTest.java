package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a report tells people what to do: who, in which order, and how to look again. */
class FindingsAdviceTest {

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home.toRealPath());
    bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
    bench.environment.put("AQUILA_READ_TIMEOUT", "500ms");
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
  }

  static List<Scenario> all() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyTroubleNamesOneWhoAndEveryReportOneWayToLookAgain(Scenario scenario) throws Exception {
    bench.startOrg(setup -> setup.with(scenario));
    Examined.lookUp(bench, Set.of("login.salesforce.com"));
    bench.run("doctor");
    List<String> lines = bench.out.lines().toList();
    long fails = lines.stream().filter(line -> line.startsWith("\u2717 fail")).count();
    long warns = lines.stream().filter(line -> line.startsWith("! warn")).count();
    assertEquals(
        fails + warns, lines.stream().filter(it -> it.startsWith("        who     ")).count());
    assertTrue(lines.stream().filter(it -> it.contains(" further check")).count() <= 1, bench.out);
    assertFalse(bench.out.contains("first mend"), bench.out);
    String flowing = bench.out.replaceAll("\\s+", " ");
    assertEquals(
        fails > 0 || bench.out.contains("logs.none (Q5)"),
        flowing.contains("run this again: aquila doctor"));
    assertEquals(
        fails > 0 || bench.out.contains("logs.none (Q5)"),
        lines.stream().anyMatch(line -> line.matches(" +aquila doctor")),
        bench.out);
    assertFalse(flowing.matches(".*\\{[a-z]{3,}}.*"), bench.out);
  }

  @Test
  void theCommandToLookAgainNamesTheOrgAndRepeatsNoSetting() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T1").orElseThrow()));
    String file = ".config/aquila/default.properties";
    bench.run("doctor", "--config", file, "--proxy", "http://jane:hush@127.0.0.1:1");
    assertTrue(bench.out.contains("  aquila doctor --config " + file + " \u2026\n"), bench.out);
    assertFalse(bench.out.contains("hush"), bench.out);
  }

  @Test
  void severalFailuresAreFixedBeforeTheNextLook() throws Exception {
    bench.startOrg(setup -> setup);
    bench.run("check", "--username", "jdoe", "--audience-url", "http://login.salesforce.com");
    assertTrue(
        bench.out.contains(
            "\nwhen all of these are fixed, run this again:\n  aquila check \u2026\n"),
        bench.out);
    assertFalse(bench.out.contains("this failure is then gone"), bench.out);
  }

  @Test
  void theAppIsToldByTheEndsOfItsConsumerKey() throws Exception {
    bench.startOrg(setup -> setup.with(Scenarios.find("T2").orElseThrow()));
    String key = bench.org().setup().apps().get(0).clientId();
    bench.run("token");
    assertTrue(
        bench.err.contains(
            "open the app whose Consumer Key (the client-id) begins "
                + key.substring(0, 5)
                + " and ends "
                + key.substring(key.length() - 3)
                + ": "),
        bench.err);
    assertFalse(bench.err.contains(key), bench.err);
  }
}
