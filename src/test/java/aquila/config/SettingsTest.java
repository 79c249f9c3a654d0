package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Option before environment before file, and where each value came from. */
class SettingsTest {
  @TempDir Path root;
  private ConfigWorld machine;

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
  }

  @Test
  void runsInTurkish() {
    assertEquals("tr", Locale.getDefault().getLanguage());
  }

  @ParameterizedTest
  @EnumSource
  void anOptionBeatsAVariableAndAVariableBeatsTheFile(Field field) throws Failure {
    Settings file = machine.settingsOf("\n# a comment\n" + field.key() + " = file");
    assertSetting(file, field, "file", machine.defaultFile() + ", line 3");

    machine.environment.put(field.variable(), "variable");
    assertSetting(
        machine.settings(), field, "variable", "environment variable " + field.variable());

    machine.options.put(field, "option");
    assertSetting(machine.settings(), field, "option", "option " + field.option());
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyValueLetsTheNextSourceSpeak(Field field) throws Failure {
    machine.options.put(field, "");
    machine.environment.put(field.variable(), "  ");
    assertSetting(
        machine.settingsOf(field.key() + "=file"),
        field,
        "file",
        machine.defaultFile() + ", line 1");

    machine.environment.put(field.variable(), "variable");
    assertSetting(
        machine.settings(), field, "variable", "environment variable " + field.variable());

    assertTrue(new ConfigWorld(root).settingsOf(field.key() + "=").find(field).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void hasOneNameInThreeSpellings(Field field) {
    assertEquals("--" + field.key(), field.option());
    String variable = "AQUILA_" + field.key().toUpperCase(Locale.ROOT).replace('-', '_');
    assertEquals(variable, field.variable());
    assertTrue(field.variable().matches("[A-Z_]+"), "no dotted capital I of the Turkish");
    assertEquals(field, Field.ofKey(field.key()).orElseThrow());
  }

  @Test
  void namesAllMissingFieldsAtOnce() throws Failure {
    Settings none = machine.settings();
    String words = words(refused(() -> machine.fields(none)));
    assertTrue(
        words.startsWith(
            "required settings are missing: audience-url, key-path, username, client-id,"
                + " instance-url, token-url\n"),
        words);
    assertTrue(words.contains("--config"), words);
  }

  @Test
  void namesTheOneMissingFieldAndTheThreePlacesForIt() throws Failure {
    for (Field field : Field.required()) {
      if (field != Field.CLIENT_ID) {
        machine.options.put(field, "x");
      }
    }
    Settings settings = machine.settingsOf("client-id =   \n");
    String words = words(refused(() -> machine.fields(settings)));
    assertTrue(words.startsWith("a required setting is missing: client-id\n"), words);
    assertTrue(words.contains("add to " + machine.defaultFile() + " the line client-id="), words);
    assertTrue(words.contains("--client-id") && words.contains("AQUILA_CLIENT_ID"), words);
  }

  @ParameterizedTest
  @CsvSource({
    "'username=u\nclient-id=c', 2",
    "'username=u\r\nclient-id=c\r\n', 2",
    "'username=u\rclient-id=c\r', 2",
    "'\ufeffclient-id=c', 1",
    "'username=\\\n  u\nclient-id=\\\n   c', 3",
    "'#a\\\nclient-id=c', 2",
    "'!a\n\n \t\n\f\nclient-id : c', 5",
    "'   client-id\tc', 1",
    "'client-id = \\u0063', 1",
  })
  void countsLinesAsAnEditorDoes(String text, int line) throws Failure {
    assertSetting(
        machine.settingsOf(text), Field.CLIENT_ID, "c", machine.defaultFile() + ", line " + line);
  }

  @Test
  void saysWhichOfTwoEqualKeysIsUsed() throws Failure {
    Settings settings = machine.settingsOf("username=a\nusername=b\nusername=");
    String file = machine.defaultFile().toString();
    assertSetting(settings, Field.USERNAME, "b", file + ", line 2");
    assertEquals(
        List.of("username stands twice: " + file + ", line 2 replaces " + file + ", line 1"),
        settings.warnings());
  }

  @Test
  void readsTheFileThatIsNamedAndNoOther() throws Failure {
    Path named = machine.write(machine.work.resolve("named.properties"), "username=n");
    Settings settings = machine.settingsOf("username=d\nclient-id=d");
    assertEquals(machine.defaultFile(), settings.file());

    machine.write(machine.defaultFile(), "username=d\nclient-id=d");
    Settings other = machine.settings(new ConfigChoice("named.properties", null));
    assertEquals(named, other.file());
    assertTrue(other.find(Field.CLIENT_ID).isEmpty());
  }

  @Test
  void needsNoFile() throws Failure {
    machine.write(machine.work.resolve("default.properties"), "username=u");
    machine.write(machine.work.resolve("aquila/default.properties"), "username=u");
    Settings settings = machine.settings();
    assertNull(settings.file());
    assertTrue(settings.values().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1"})
  void refusesOtherEncodings(String charset) throws Exception {
    for (String mark : List.of("", "\ufeff")) {
      if (charset.equals("ISO-8859-1") && !mark.isEmpty()) {
        continue;
      }
      machine.write(machine.defaultFile(), (mark + "username=Jos\u00e9").getBytes(charset));
      String words = words(refused(() -> machine.settings()));
      assertTrue(words.contains("UTF-8"), words);
      assertFalse(words.contains("Jos"), words);
    }
  }

  @Test
  void readsOtherLettersThanEnglish() throws Failure {
    Settings settings = machine.settingsOf("\ufeffkey-path=/h\u00f4me/\u0131\u015f\u0131k.key");
    assertEquals("/h\u00f4me/\u0131\u015f\u0131k.key", value(settings, Field.KEY_PATH));
  }

  @Test
  void readsUpTo64KibibytesOnly() throws Failure {
    String start = "username=u\n#";
    String most = start + "x".repeat(64 * 1024 - start.length());
    assertEquals("u", value(machine.settingsOf(most), Field.USERNAME));
    String words = words(refused(() -> machine.settingsOf(most + "x")));
    assertTrue(words.contains("longer than 64 KiB"), words);
  }

  @Test
  void saysThatADirectoryIsNoFile() {
    String words = words(refused(() -> machine.settings(new ConfigChoice("/", null))));
    assertTrue(words.contains("/ cannot be read: it is a directory"), words);
  }

  private static String value(Settings settings, Field field) {
    return settings.find(field).orElseThrow().value();
  }

  private static void assertSetting(Settings settings, Field field, String value, String origin) {
    Setting setting = settings.find(field).orElseThrow();
    assertEquals(value, setting.value());
    assertEquals(origin, setting.origin().text());
    assertEquals(field.key() + " (" + origin + ")", setting.name());
  }
}
