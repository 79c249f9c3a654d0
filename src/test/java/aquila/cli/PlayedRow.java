package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.config.Field;
import aquila.json.Json;
import aquila.simulator.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line of rows/played.txt: a row of the failure catalogue, and what the real command says.
 *
 * @param row the row
 * @param fault what is spoilt
 * @param command {@code check} or {@code doctor}, and its options
 * @param first status, id and row of what comes first
 * @param exit the exit code
 */
record PlayedRow(String row, String fault, List<String> command, String first, int exit) {
  private static final String SCENARIO = "scenario ";

  static List<PlayedRow> all() {
    return lines("played").stream().map(PlayedRow::of).toList();
  }

  /** The lines of a table, without those that explain it. */
  static List<String> lines(String name) {
    try (InputStream in = PlayedRow.class.getResourceAsStream("/rows/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static PlayedRow of(String line) {
    String[] cells = line.split(" *\\| ", -1);
    String[] first = cells[3].strip().split(" ", -1);
    String row = first.length < 3 ? cells[0] : first[2];
    return new PlayedRow(
        cells[0],
        cells[1],
        List.of(cells[2].split(" ", -1)),
        first[0] + " " + first[1] + (row.equals("-") ? "" : " " + row),
        Integer.parseInt(cells[4]));
  }

  boolean isScenario() {
    return fault.startsWith(SCENARIO);
  }

  String scenario() {
    return fault.substring(SCENARIO.length());
  }

  /** Plays it, and hands out the findings and the exit code. */
  Examined play(Path home) throws Exception {
    if (!isScenario()) {
      CheckedSetup setup = spoilt(new CheckedSetup(home));
      setup.check(command.subList(1, command.size()).toArray(String[]::new));
      return new Examined(setup.code, list(setup.report));
    }
    try (Bench bench = new Bench(home)) {
      bench.startOrg(setup -> setup.with(Scenarios.find(scenario()).orElseThrow()));
      if (command.get(0).equals("doctor")) {
        Examined examined = Examined.of(bench, Set.of("login.salesforce.com"));
        long signIns =
            bench.org().requests().stream().filter(it -> it.path().endsWith("/token")).count();
        assertEquals(true, signIns <= 1 + bench.waits.size(), signIns + " sign-ins");
        return examined;
      }
      List<String> words = new ArrayList<>(command);
      words.addAll(List.of("-o", "json"));
      int code = bench.run(words.toArray(String[]::new));
      return new Examined(code, list(Json.read(bench.out.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private CheckedSetup spoilt(CheckedSetup setup) throws Exception {
    if (fault.startsWith("key ")) {
      byte[] key = CheckKeyTest.bytes(fault.split(" ", -1)[1]);
      String text = new String(key, StandardCharsets.ISO_8859_1);
      boolean isDos = fault.endsWith(" with CRLF");
      return setup.withKey(
          isDos ? text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1) : key);
    }
    switch (fault) {
      case "a certificate that is over" ->
          setup.bench.clock = Clock.offset(setup.bench.clock, Duration.ofDays(1000));
      case "sandbox at its login host" ->
          setup
              .with(Field.AUDIENCE_URL, "https://test.salesforce.com")
              .with(Field.TOKEN_URL, "https://test.salesforce.com/services/oauth2/token")
              .with(Field.INSTANCE_URL, "https://acme--uat.sandbox.my.salesforce.com");
      case "government org as its own audience" ->
          setup
              .with(Field.AUDIENCE_URL, "https://agency.my.salesforce.mil")
              .with(Field.TOKEN_URL, "https://agency.my.salesforce.mil")
              .with(Field.INSTANCE_URL, "https://agency.my.salesforce.mil");
      default -> setup.with(fault.replaceFirst("=.*", ""), fault.replaceFirst("^[^=]*=", ""));
    }
    return setup;
  }

  private static List<JsonNode> list(JsonNode report) {
    List<JsonNode> findings = new ArrayList<>();
    report.path("findings").forEach(findings::add);
    return findings;
  }

  @Override
  public String toString() {
    return row + " " + fault + ": " + String.join(" ", command);
  }
}
