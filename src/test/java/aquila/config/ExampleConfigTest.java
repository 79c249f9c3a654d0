package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that people copy and fill in. */
class ExampleConfigTest {
  private static final Path EXAMPLE = Path.of("config.example.properties");
  private static final String ALL_MISSING =
      "required settings are missing: audience-url, key-path, username, client-id, instance-url,"
          + " token-url";

  @TempDir Path root;
  private ConfigWorld machine;
  private String text;

  @BeforeEach
  void read() throws IOException {
    machine = new ConfigWorld(root);
    text = Files.readString(EXAMPLE);
  }

  @Test
  void namesEverySettingOnceInTheOrderOfTheHelp() {
    assertEquals(
        Stream.of(Field.values()).map(Field::key).toList(),
        settings().map(line -> line.substring(1, line.indexOf('='))).toList());
  }

  @Test
  void callsTheSixFieldsAsTheGuideDoes() {
    for (Field field : Field.required()) {
      assertTrue(text.contains("\n# " + field.label() + ": "), field.label());
    }
  }

  @Test
  void standsBesideATableOfTheSixFieldsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Field field : Field.required()) {
      String start =
          String.format("| `%s` | `%s` | `%s` | ", field.key(), field.option(), field.variable());
      assertTrue(readme.contains("\n" + start), start);
    }
  }

  @Test
  void configuresNothingAsItIs() throws Failure {
    Settings settings = machine.settingsOf(text);
    assertEquals(List.of(), settings.warnings());
    ConfigFailure failure = refused(() -> machine.fields(settings));
    assertEquals(ALL_MISSING, failure.fact());
  }

  @Test
  void holdsNoPlaceholderThatCouldBeTakenForAValue() throws Failure {
    Settings settings = machine.settingsOf(text.replaceAll("(?m)^#(?=[a-z-]+=)", ""));
    assertEquals(List.of(), settings.warnings());
    ConfigFailure failure = refused(() -> machine.fields(settings));
    assertEquals(ALL_MISSING, failure.fact());
  }

  @Test
  void showsTheDefaultsAsTheyAre() throws Failure {
    Options defaults = Options.of(machine.settingsOf(""));
    Settings shown = machine.settingsOf(text.replaceAll("(?m)^#(?=[a-z-]+=)", ""));
    assertEquals(4, shown.values().size());
    assertEquals(defaults, Options.of(shown));
  }

  private Stream<String> settings() {
    return text.lines().filter(line -> line.matches("#[a-z-]+=.*"));
  }
}
