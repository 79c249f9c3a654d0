package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.config.Field;
import aquila.key.NewKey;
import aquila.secret.Secret;
import aquila.simulator.EventLogs;
import aquila.simulator.Request;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches all that the program prints and leaves behind for the key, the passphrase, the assertion
 * and the token: every command, in every scenario, as talkative as it can be.
 */
class SecretTest {
  private static final String PASSPHRASE = "correct horse battery staple";

  private static final List<List<String>> LOGS =
      List.of(
          List.of("logs", "list", "-o", "json"),
          List.of("logs", "fetch", "logs", "--metrics-file", "aquila.prom"),
          List.of("logs", "fetch", "logs", "-o", "json"),
          List.of("logs", "cat", "-o", "ndjson"),
          List.of("logs", "audit", "logs"),
          List.of("logs", "verify", "logs", "-o", "json"));

  @TempDir Path home;

  /** What slf4j-simple writes goes to the real standard error. */
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private PrintStream realErr;

  @BeforeEach
  void listen() {
    realErr = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(realErr);
  }

  static List<Scenario> all() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSecretIsSaidInAnyScenario(Scenario scenario) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.environment.put("AQUILA_CONNECT_TIMEOUT", "200ms");
      if (scenario.id().equals("network.silent")) {
        bench.environment.put("AQUILA_READ_TIMEOUT", "50ms");
      }
      bench.startOrg(setup -> setup.with(new EventLogs(1, List.of("Login"), false)).with(scenario));
      Examined.lookUp(bench, Set.of());
      StringBuilder said = new StringBuilder();
      for (List<String> command : LOGS) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--verbose", "--debug"));
        bench.run(words.toArray(String[]::new));
        said.append(bench.out).append(bench.err);
      }
      for (String form : List.of("text", "json")) {
        // Of a token that is granted, standard output is the one place.
        bench.run("token", "--verbose", "--debug", "-o", form);
        said.append(bench.err);
        bench.run("query", "--verbose", "--debug", "-o", "json", "SELECT Id FROM Contact");
        said.append(bench.out).append(bench.err);
      }
      for (String form : List.of("text", "json", "markdown")) {
        bench.run("check", "--verbose", "--debug", "--cert", "server.crt", "-o", form);
        said.append(bench.out).append(bench.err);
        bench.run("doctor", "--verbose", "--debug", "--try-audiences", "-o", form);
        said.append(bench.out).append(bench.err);
      }
      search(bench, said.append(log.toString(StandardCharsets.UTF_8)).toString());
      boolean isAsked = !scenario.row().matches("[CK].*");
      assertTrue(
          !isAsked || log.toString(StandardCharsets.UTF_8).contains("/services/oauth2/token"));
    }
  }

  @Test
  void noSecretOfAnEncryptedKeyIsSaid() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      new NewKey(
              bench.home.resolve("server.key"),
              2048,
              730,
              "test",
              Optional.of(Secret.of(PASSPHRASE)))
          .write(Bench.NOW);
      bench.startOrg(setup -> setup);
      StringBuilder said = new StringBuilder();
      for (String passphrase : List.of(PASSPHRASE, PASSPHRASE + "!", "")) {
        bench.environment.put("AQUILA_KEY_PASSPHRASE", passphrase);
        bench.run("token", "--verbose", "--debug");
        said.append(bench.err);
        bench.run("key", "show", "server.key", "--debug", "-o", "json");
        said.append(bench.out).append(bench.err);
        bench.run("query", "--debug", "SELECT Id FROM Account");
        said.append(bench.out).append(bench.err);
        for (String form : List.of("text", "json", "markdown")) {
          bench.run("check", "--debug", "-o", form);
          said.append(bench.out).append(bench.err);
          bench.run("doctor", "--debug", "-o", form);
          said.append(bench.out).append(bench.err);
        }
      }
      search(bench, said.append(log.toString(StandardCharsets.UTF_8)).toString());
    }
  }

  @Test
  void noSecretIsSaidWhileKeysAreMade() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.environment.put("AQUILA_KEY_PASSPHRASE", PASSPHRASE);
      StringBuilder said = new StringBuilder();
      bench.run("key", "new", "server.key", "--encrypt", "--debug");
      said.append(bench.out).append(bench.err);
      bench.run("key", "new", "server.key", "--encrypt", "--debug", "-o", "json");
      said.append(bench.out).append(bench.err);
      bench.run("demo", "--debug");
      said.append(bench.out).append(bench.err);
      search(bench, said.toString());
      assertFalse(said.toString().contains("00D"), said.toString());
    }
  }

  @Test
  void noSecretThatWasPutInAWrongPlaceIsSaid() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      String key = Files.readString(bench.home.resolve("server.key"));
      StringBuilder said = new StringBuilder();
      for (Field field : Field.values()) {
        for (String value : List.of(key, key.replace("\n", " "), key.replace("\n", "\\n"))) {
          for (String form : List.of("text", "json", "markdown")) {
            bench.run("check", "--debug", "-o", form, field.option(), value);
            said.append(bench.out).append(bench.err);
            bench.run("doctor", "--debug", "-o", form, field.option(), value);
            said.append(bench.out).append(bench.err);
          }
          bench.run("token", "--debug", field.option(), value);
          said.append(bench.err);
        }
        bench.in =
            new ByteArrayInputStream((field.label() + ": " + key).getBytes(StandardCharsets.UTF_8));
        bench.run("import", "--debug");
        said.append(bench.out).append(bench.err);
      }
      search(bench, said.toString());
    }
  }

  @Test
  void noSecretIsSaidInAnInterview() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      new NewKey(
              bench.home.resolve("server.key"),
              2048,
              730,
              "test",
              Optional.of(Secret.of(PASSPHRASE)))
          .write(Bench.NOW);
      String pasted = Files.readString(bench.home.resolve("server.key")).replace("\n", " ");
      List<String> answers =
          List.of(
              pasted,
              "https://acme.my.salesforce.com",
              "",
              "",
              pasted,
              "jane@acme.com",
              "3MVG9pQx7TzLbE2uJwK0aVn4RdYcHs6FgM1oXiBv8ZkCrWe5UyNtPqAl3D",
              pasted,
              "server.key",
              PASSPHRASE);
      ScriptedTerminal terminal = new ScriptedTerminal(answers);
      bench.terminal = terminal;
      assertEquals(0, bench.run("init", "--debug"), bench.err);
      search(bench, bench.out + bench.err + terminal.questions);
    }
  }

  @Test
  void anEchoedAssertionIsStruckOut() throws Exception {
    try (EchoServer echo = EchoServer.start();
        Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      bench.run("token", "--debug", "--token-url", echo.url().toString());
      assertTrue(bench.err.contains("echoed: "), bench.err);
      assertTrue(bench.err.contains("(secret)"), bench.err);
      assertFalse(bench.err.contains("eyJ"), bench.err);
    }
  }

  private void search(Bench bench, String said) throws IOException {
    for (String secret : secrets(bench)) {
      assertFalse(said.contains(secret), () -> "a secret was said:\n" + said);
      for (Path file : filesLeft()) {
        assertFalse(Files.readString(file).contains(secret), () -> "a secret is in " + file);
      }
    }
  }

  private List<String> secrets(Bench bench) throws IOException {
    List<String> secrets = new ArrayList<>();
    secrets.add(PASSPHRASE);
    Path key = home.resolve("server.key");
    try (Stream<String> lines = Files.lines(key)) {
      lines.filter(line -> !line.startsWith("-----")).forEach(secrets::add);
    }
    if (bench.org() != null) {
      bench.org().tokens().forEach(token -> secrets.add(token.reveal()));
      bench.org().requests().stream().flatMap(SecretTest::assertions).forEach(secrets::add);
    }
    return secrets;
  }

  private static Stream<String> assertions(Request request) {
    return Stream.of(request.body().split("&", -1))
        .filter(field -> field.startsWith("assertion="))
        .map(field -> URLDecoder.decode(field.substring(10), StandardCharsets.UTF_8));
  }

  /** All but the key itself, and what a scenario has put in its place. */
  private List<Path> filesLeft() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".key"))
          .filter(file -> !isPastedInto(file))
          .toList();
    }
  }

  private static boolean isPastedInto(Path file) {
    try {
      return file.toString().endsWith(".properties")
          && Files.readString(file).contains("key-path=-----BEGIN");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
