package aquila.cli;

import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings for programs; members that do not apply are left out. */
final class FindingsJson {

  /** Grows with the first change that a reader could stumble over. */
  private static final int SCHEMA = 1;

  private FindingsJson() {}

  static String of(Report report) {
    ObjectNode json = Json.object();
    json.put("schema", SCHEMA);
    json.put("exit", report.exitCode().number());
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(of(finding)));
    return Json.write(json) + "\n";
  }

  private static ObjectNode of(Finding finding) {
    ObjectNode json = Json.object();
    json.put("id", finding.id());
    String row = finding.verdict().row();
    put(json, "row", row.isEmpty() ? null : row);
    json.put("status", finding.status().text());
    json.put("title", finding.verdict().title());
    put(json, "field", finding.place().field());
    put(json, "origin", finding.place().origin());
    put(json, "found", finding.place().found());
    put(json, "normal", finding.place().normal());
    put(json, "message", finding.message());
    put(json, "causes", finding.causes());
    put(json, "who", finding.isTrouble() ? finding.advice().who().text() : null);
    put(json, "hints", finding.isTrouble() ? finding.advice().hints() : List.of());
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void put(ObjectNode json, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(name);
      values.forEach(array::add);
    }
  }
}
