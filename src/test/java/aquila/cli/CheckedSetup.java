package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.config.Field;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A correct set-up that tests spoil, and what the real {@code aquila check} finds in it. */
final class CheckedSetup {
  static final String CLIENT_ID =
      "3MVG9pQx7TzLbE2uJwK0aVn4RdYcHs6FgM1oXiBv8ZkCrWe5UyNtPqAl3DfGjSmOh9IxKzTwV2b.R4n7_QcE8uY6m";

  final Bench bench;
  final Map<Field, String> values = new EnumMap<>(Field.class);
  JsonNode report;
  int code;

  CheckedSetup(Path home) throws Exception {
    bench = new Bench(home.toRealPath());
    for (String name : List.of("server.key", "server.crt")) {
      Path copy = Files.copy(SharedPair.directory().resolve(name), bench.home.resolve(name));
      mode(copy, "rw-------");
    }
    values.put(Field.AUDIENCE_URL, "https://login.salesforce.com");
    values.put(Field.KEY_PATH, bench.home.resolve("server.key").toString());
    values.put(Field.USERNAME, "jane.integration@acme.com");
    values.put(Field.CLIENT_ID, CLIENT_ID);
    values.put(Field.INSTANCE_URL, "https://acme.my.salesforce.com");
    values.put(Field.TOKEN_URL, "https://acme.my.salesforce.com/services/oauth2/token");
  }

  CheckedSetup with(Field field, String value) {
    values.put(field, value);
    return this;
  }

  CheckedSetup with(String key, String value) {
    return with(Field.ofKey(key).orElseThrow(), value);
  }

  /** Puts other bytes in the place of the key. */
  CheckedSetup withKey(byte[] bytes) throws IOException {
    mode(Files.write(bench.home.resolve("server.key"), bytes), "rw-------");
    return this;
  }

  static void mode(Path file, String letters) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters));
    }
  }

  Path file() {
    return bench.home.resolve(".config/aquila/default.properties");
  }

  /** Runs the command on a file that holds these values, letter by letter. */
  CheckedSetup check(String... options) throws IOException {
    String text =
        values.entrySet().stream()
            .map(value -> value.getKey().key() + "=" + escaped(value.getValue()) + "\n")
            .collect(Collectors.joining());
    return checkFile(text, options);
  }

  CheckedSetup checkFile(String text, String... options) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    List<String> args = new ArrayList<>(List.of("check", "-o", "json"));
    args.addAll(List.of(options));
    code = bench.run(args.toArray(String[]::new));
    assertEquals("", bench.err);
    report = Json.read(bench.out.getBytes(StandardCharsets.UTF_8));
    assertEquals(code, report.get("exit").intValue());
    return this;
  }

  private static String escaped(String value) {
    StringBuilder out = new StringBuilder();
    value
        .chars()
        .forEach(
            c ->
                out.append(
                    c == ' ' || c == '\\' || c < ' ' || c > '~'
                        ? String.format("\\u%04x", c)
                        : String.valueOf((char) c)));
    return out.toString();
  }

  /** The findings of one status, as {@code id row field}. */
  List<String> of(String status) {
    return findings().stream()
        .filter(finding -> finding.get("status").asText().equals(status))
        .map(CheckedSetup::name)
        .toList();
  }

  /** All that fails or warns. */
  List<String> troubles() {
    return findings().stream()
        .filter(f -> List.of("fail", "warn").contains(f.get("status").asText()))
        .map(CheckedSetup::name)
        .toList();
  }

  JsonNode finding(String id) {
    return findings().stream()
        .filter(finding -> finding.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding " + id + " in " + report));
  }

  private List<JsonNode> findings() {
    List<JsonNode> all = new ArrayList<>();
    report.get("findings").forEach(all::add);
    return all;
  }

  private static String name(JsonNode finding) {
    return (finding.path("id").asText()
            + " "
            + finding.path("row").asText("")
            + " "
            + finding.path("field").asText(""))
        .strip();
  }
}
