package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The six fields in the form in which they are used. */
class SixFieldsTest {
  private static final String FILE =
      """
      audience-url = https://login.salesforce.com
      key-path     = server.key
      username     = integration@example.com
      client-id    = 3MVG9abc
      instance-url = https://mycompany.my.salesforce.com
      token-url    = mytoken
      """
          .replace("mytoken", "https://mycompany.my.salesforce.com");

  @TempDir Path root;
  private ConfigWorld machine;

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
  }

  @Test
  void areReadFromOneFile() throws Failure {
    assertEquals(
        new SixFields(
            "https://login.salesforce.com",
            machine.defaultFile().resolveSibling("server.key"),
            "integration@example.com",
            "3MVG9abc",
            URI.create("https://mycompany.my.salesforce.com"),
            URI.create("https://mycompany.my.salesforce.com/services/oauth2/token"),
            List.of()),
        machine.fields(machine.settingsOf(FILE)));
  }

  @Test
  void areWarnedOfTogether() throws Failure {
    SixFields fields =
        machine.fields(
            machine.settingsOf(
                FILE.replace("salesforce.com\n", "salesforce.com/\n")
                    .replace("example.com", "example.com ")));
    assertEquals(3, fields.warnings().size(), fields.warnings()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "server.key, server.key",
    "./server.key, server.key",
    "keys/../server.key, keys/../server.key",
    "my key.pem, my key.pem",
    "~server.key, ~server.key",
    "a~/b, a~/b",
  })
  void aRelativeKeyPathIsReadAgainstThePlaceItCameFrom(String value, String expected)
      throws Failure {
    machine.write(machine.defaultFile(), FILE.replace("server.key", value));
    assertEquals(machine.defaultFile().resolveSibling(expected), keyPath());
    machine.environment.put("AQUILA_KEY_PATH", value);
    assertEquals(machine.work.resolve(expected), keyPath());
    machine.options.put(Field.KEY_PATH, value);
    assertEquals(machine.work.resolve(expected), keyPath());
  }

  @Test
  void anAbsoluteKeyPathStaysWhatItIs() throws Failure {
    machine.write(machine.defaultFile(), FILE.replace("server.key", "/srv/keys/server.key"));
    assertEquals(Path.of("/srv/keys/server.key"), keyPath());
  }

  @Test
  void aKeyPathBehindALinkIsWhatTheSystemSees() throws Failure, IOException {
    Path key = machine.write(root.resolve("far/server.key"), "key");
    Files.createDirectories(root.resolve("far/keys"));
    Files.createDirectories(machine.work);
    Files.createSymbolicLink(machine.work.resolve("link"), root.resolve("far/keys"));
    machine.write(machine.defaultFile(), FILE);
    machine.options.put(Field.KEY_PATH, "link/../server.key");
    assertEquals(key.toRealPath(), keyPath().toRealPath());
  }

  @Test
  void aRelativeConfigFileIsReadAgainstTheWorkingDirectory() throws Failure {
    machine.write(machine.work.resolve("orgs/prod.properties"), FILE);
    Settings settings = machine.settings(new ConfigChoice("orgs/prod.properties", null));
    assertEquals(machine.work.resolve("orgs/server.key"), machine.fields(settings).keyPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~/server.key", "~me/server.key", "~\\\\server.key"})
  void aHomeThatOnlyAShellKnowsIsRefused(String value) {
    String words =
        words(refused(() -> machine.fields(machine.settingsOf(FILE.replace("server.key", value)))));
    assertTrue(
        words.startsWith("key-path (" + machine.defaultFile() + ", line 2) begins with ~: ~"),
        words);
    assertTrue(words.contains("write the path in full"), words);
  }

  private Path keyPath() throws Failure {
    return machine.fields(machine.settings()).keyPath();
  }
}
