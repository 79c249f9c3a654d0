package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the real {@code aquila doctor} reports. Its look-ups of names are the test's own, so that
 * nothing leaves this machine.
 *
 * @param code the exit code
 * @param findings all that was found, in order
 */
record Examined(int code, List<JsonNode> findings) {

  /** Runs the command; of outside names only these have an address. */
  static Examined of(Bench bench, Set<String> known, String... options) throws IOException {
    lookUp(bench, known);
    List<String> args = new ArrayList<>(List.of("doctor", "-o", "json"));
    args.addAll(List.of(options));
    int code = bench.run(args.toArray(String[]::new));
    assertEquals("", bench.err);
    List<JsonNode> findings = new ArrayList<>();
    Json.read(bench.out.getBytes(StandardCharsets.UTF_8)).path("findings").forEach(findings::add);
    return new Examined(code, findings);
  }

  /** Lets the doctor of a bench know names of this machine only. */
  static void lookUp(Bench bench, Set<String> known) {
    bench.commands =
        Commands.all()
            .add(
                "doctor",
                "as it is",
                run ->
                    new DoctorCommand(
                        run,
                        (host, limit) ->
                            known.contains(host)
                                || host.startsWith("127.")
                                || host.equals("localhost")));
  }

  /** Those of one status, as {@code id row}. */
  List<String> of(String status) {
    return findings.stream()
        .filter(finding -> finding.path("status").asText().equals(status))
        .map(finding -> (finding.path("id").asText() + " " + finding.path("row").asText()).strip())
        .toList();
  }

  /** The finding of an id. */
  JsonNode get(String id) {
    return findings.stream()
        .filter(finding -> finding.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding " + id + " in " + findings));
  }
}
