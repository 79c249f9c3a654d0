package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The optional settings. */
class OptionsTest {
  @TempDir Path root;
  private ConfigWorld machine;

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
  }

  @Test
  void haveDefaults() throws Failure {
    assertEquals(
        new Options(
            null,
            null,
            "60.0",
            null,
            null,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            false,
            List.of()),
        Options.of(machine.settings()));
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "30, PT30S",
    "5m, PT5M",
    "2h, PT2H",
    "7d, P7D",
    "0, PT0S",
    "007s, PT7S",
    "999999999d, P999999999D",
  })
  void readsDurations(String text, Duration expected) {
    assertEquals(Optional.of(expected), DurationText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1s",
        "+1s",
        "1.5s",
        "1e3",
        "5 m",
        "5M",
        "5min",
        "m",
        "1h30m",
        "PT5M",
        "9999999999",
        "\u0665s",
        "5\u0131",
        "5s\n",
      })
  void refusesOtherDurations(String text) {
    assertEquals(Optional.empty(), DurationText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connect-timeout", "read-timeout"})
  void refusesATimeoutOfNothing(String key) {
    for (String value : List.of("0", "0ms", "soon", "-1")) {
      String words = words(refused(() -> Options.of(machine.settingsOf(key + "=" + value))));
      String trouble =
          value.startsWith("0") ? "leaves no time at all" : "cannot be understood: " + value;
      assertTrue(
          words.startsWith(key + " (" + machine.defaultFile() + ", line 1) " + trouble), words);
      assertTrue(words.contains("500ms"), words);
    }
  }

  @Test
  void readsTheTimeouts() throws Failure {
    Options options = Options.of(machine.settingsOf("connect-timeout=250ms\nread-timeout=2m"));
    assertEquals(Duration.ofMillis(250), options.connectTimeout());
    assertEquals(Duration.ofMinutes(2), options.readTimeout());
  }

  @ParameterizedTest
  @CsvSource({"60, 60.0", "60.0, 60.0", "v60.0, 60.0", "v60, 60.0", "100, 100.0"})
  void readsTheSpellingsOfAVersion(String text, String expected) throws Failure {
    assertEquals(expected, Options.of(machine.settingsOf("api-version=" + text)).apiVersion());
  }

  @ParameterizedTest
  @ValueSource(strings = {"60.1", "060", "6", "60.0.0", "V60", "60.", "1000", "latest", "../60.0"})
  void refusesOtherVersions(String text) {
    String words = words(refused(() -> Options.of(machine.settingsOf("api-version=" + text))));
    assertTrue(words.contains("write a version such as 60.0"), words);
  }

  @ParameterizedTest
  @CsvSource({"on, true", "off, false", "'on ', true"})
  void keepsTokensOnlyIfTold(String text, boolean expected) throws Failure {
    assertEquals(expected, Options.of(machine.settingsOf("token-cache=" + text)).cachesToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "ON", "yes", "1"})
  void refusesOtherWordsForTheTokenCache(String text) {
    String words = words(refused(() -> Options.of(machine.settingsOf("token-cache=" + text))));
    assertTrue(words.contains("write on or off"), words);
  }

  @Test
  void keepTheProxyWithItsOrigin() throws Failure {
    Options options = Options.of(machine.settingsOf("proxy=http://me:secret@proxy:8080"));
    Setting proxy = options.proxy();
    assertEquals("http://me:secret@proxy:8080", proxy.value());
    assertEquals(machine.defaultFile() + ", line 1", proxy.origin().text());
  }

  @Test
  void doNotRepeatThePasswordOfAProxy() {
    String words =
        words(refused(() -> Options.of(machine.settingsOf("proxy=\"http://me:hush@proxy\""))));
    assertFalse(words.contains("hush"), words);
  }

  @Test
  void readPathsAgainstThePlaceTheyCameFrom() throws Failure {
    machine.environment.put("AQUILA_CA_FILE", "ca.pem");
    Options options = Options.of(machine.settingsOf("key-passphrase-file=pass.txt"));
    assertEquals(machine.defaultFile().resolveSibling("pass.txt"), options.passphraseFile());
    assertEquals(machine.work.resolve("ca.pem"), options.caFile());
    assertNull(options.keyAlias());
  }

  @Test
  void sayWhatWasDropped() throws Failure {
    Options options = Options.of(machine.settingsOf("key-alias=my key  \nread-timeout=5s "));
    assertEquals("my key", options.keyAlias());
    assertEquals(2, options.warnings().size(), options.warnings()::toString);
  }
}
