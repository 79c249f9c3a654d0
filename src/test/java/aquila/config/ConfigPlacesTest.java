package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.file.FileMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which one file is read. */
class ConfigPlacesTest {
  @TempDir Path root;
  private ConfigWorld machine;
  private final List<FileNotice> warnings = new ArrayList<>();

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
    for (String name : List.of("default", "a", "b")) {
      machine.write(machine.home.resolve(".config/aquila/" + name + ".properties"), "");
    }
    machine.write(machine.work.resolve("x"), "");
    machine.write(machine.work.resolve("y"), "");
  }

  @ParameterizedTest
  @CsvSource({
    // --config, --org, AQUILA_CONFIG, AQUILA_ORG, what is read
    "  x, , , , work/x",
    "  , a, , , home/.config/aquila/a.properties",
    "  , , y, , work/y",
    "  , , , b, home/.config/aquila/b.properties",
    "  , , , , home/.config/aquila/default.properties",
    "  x, , y, b, work/x",
    "  , a, y, b, home/.config/aquila/a.properties",
    "  x, , nowhere, ../b, work/x",
    "  , a, nowhere, ../b, home/.config/aquila/a.properties",
    "  , , '', b, home/.config/aquila/b.properties",
    "  , , ' ', '', home/.config/aquila/default.properties",
  })
  void readsTheFileThatIsNamedFirst(
      String config, String org, String configVariable, String orgVariable, String expected)
      throws Failure {
    set("AQUILA_CONFIG", configVariable);
    set("AQUILA_ORG", orgVariable);
    assertEquals(root.resolve(expected), choose(config, org));
    assertEquals(List.of(), warnings);
  }

  @Test
  void warnsOfTwoVariablesThatNameTwoFiles() throws Failure {
    set("AQUILA_CONFIG", "y");
    set("AQUILA_ORG", "b");
    assertEquals(machine.work.resolve("y"), choose(null, null));
    assertEquals(
        List.of("AQUILA_CONFIG and AQUILA_ORG are both set: AQUILA_CONFIG is what is used"),
        warnings.stream().map(FileNotice::text).toList());
  }

  @Test
  void refusesTwoOptionsThatNameTwoFiles() {
    assertThrows(UsageFailure.class, () -> choose("x", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/b", "a\\b", "", " ", ".x", "..", "-a", "a\u0000", "\u00e9", "a b"})
  void refusesNamesOfOrgsThatAreNone(String name) {
    UsageFailure option = assertThrows(UsageFailure.class, () -> choose(null, name));
    assertTrue(option.fact().startsWith("--org: not the name of an org: "), option.fact());
    if (!name.isBlank()) {
      set("AQUILA_ORG", name);
      String words = words(refused(() -> choose(null, null)));
      assertTrue(words.startsWith("environment variable AQUILA_ORG: not the name"), words);
    }
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThrows(UsageFailure.class, () -> choose(null, "a".repeat(101)));
  }

  @Test
  void refusesAnOptionThatNamesNothing() {
    assertThrows(UsageFailure.class, () -> choose("", null));
  }

  @ParameterizedTest
  @CsvSource({"nowhere, /nowhere", "~/x, '/~/x'", "no\u001b[31mwhere, /no\\u{1b}[31mwhere"})
  void saysWhichNamedFileIsNotThere(String file, String shown) {
    String option = words(refused(() -> choose(file, null)));
    assertTrue(
        option.startsWith(
            "there is no configuration file " + machine.work + shown + " (--config)\n"),
        option);
    assertEquals(file.startsWith("~"), option.contains("shell"), option);

    set("AQUILA_CONFIG", file);
    String variable = words(refused(() -> choose(null, null)));
    assertTrue(variable.contains("(environment variable AQUILA_CONFIG)"), variable);
  }

  @Test
  void saysWhichPathNoSystemTakes() {
    String words = words(refused(() -> choose("a\u0000b", null)));
    assertTrue(words.startsWith("not the path of a file (--config)"), words);
  }

  @Test
  void saysWhereItLookedForAnOrgAndWhichThereAre() {
    String words = words(refused(() -> choose(null, "c")));
    assertTrue(words.startsWith("there is no configuration for the org c\n"), words);
    assertTrue(words.contains("in " + machine.home.resolve(".config/aquila")), words);
    assertTrue(words.contains("and " + machine.etc), words);
    assertTrue(words.endsWith("configured: a, b, default"), words);
  }

  @Test
  void asksTheUserBeforeTheMachine() throws Failure {
    Path ours = machine.write(machine.etc.resolve("shared.properties"), "");
    machine.write(machine.etc.resolve("a.properties"), "");
    assertEquals(ours, choose(null, "shared"));
    assertEquals(machine.home.resolve(".config/aquila/a.properties"), choose(null, "a"));
    assertEquals(List.of("a", "b", "default", "shared"), places().names());
  }

  @Test
  void doesNotTakeTheMachinesFileWhereTheUsersIsADeadLink() throws IOException, Failure {
    machine.write(machine.etc.resolve("dead.properties"), "username=other");
    Path dead = machine.home.resolve(".config/aquila/dead.properties");
    Files.createSymbolicLink(dead, root.resolve("gone"));
    assertEquals(dead, choose(null, "dead"));
    String words = words(refused(() -> machine.settings(new ConfigChoice(null, "dead"))));
    assertTrue(words.contains(dead + " cannot be read: there is no such file"), words);
  }

  @Test
  void aPlaceThatIsClosedIsNotAnEmptyOne() throws Exception {
    Path file = machine.write(machine.etc.resolve("shared.properties"), "");
    assumeTrue(FileMode.hasPermissions(file));
    Files.delete(machine.defaultFile());
    Files.setPosixFilePermissions(machine.etc, Set.of());
    try {
      assumeFalse(Files.isExecutable(machine.etc), "root may look everywhere");
      String closed = machine.etc + " may not be read by this user";
      assertTrue(words(refused(() -> choose(null, "shared"))).contains("configured: a, b"));
      Files.delete(machine.home.resolve(".config/aquila/a.properties"));
      Files.delete(machine.home.resolve(".config/aquila/b.properties"));
      assertTrue(words(refused(() -> choose(null, "shared"))).contains(closed));
      assertTrue(words(refused(() -> machine.fields(machine.settings()))).contains(closed));
      assertTrue(
          words(refused(() -> choose(file.toString(), null)))
              .contains("a directory above it is closed"));
      assertEquals(
          List.of(FileNotice.Kind.CLOSED_PLACE),
          machine.settings().notices().stream().map(FileNotice::kind).toList());
    } finally {
      Files.setPosixFilePermissions(machine.etc, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void takesNoOtherFilesForOrgs() {
    for (String name :
        List.of(".properties", ".hidden.properties", "a.properties.bak", "a b.properties")) {
      machine.write(machine.home.resolve(".config/aquila/" + name), "");
    }
    assertEquals(List.of("a", "b", "default"), places().names());
  }

  @ParameterizedTest
  @CsvSource({"'', false", "relative, false", "./x, false", "absolute, true"})
  void obeysTheXdgDirectoryOnlyIfItIsAbsolute(String value, boolean obeyed) {
    Path xdg = root.resolve("xdg");
    set("XDG_CONFIG_HOME", value.equals("absolute") ? xdg.toString() : value);
    assertEquals(
        (obeyed ? xdg : machine.home.resolve(".config")).resolve("aquila"),
        places().userDirectory());
  }

  @Test
  void readsOnlyTheXdgDirectoryIfThereIsOne() throws Failure {
    set("XDG_CONFIG_HOME", root.resolve("xdg").toString());
    assertTrue(places().choose(new ConfigChoice(null, null), warnings).isEmpty());
    Path file = machine.write(root.resolve("xdg/aquila/default.properties"), "");
    assertEquals(file, choose(null, null));
  }

  @Test
  void neverSearchesTheWorkingDirectory() throws Failure {
    machine.write(machine.work.resolve("c.properties"), "");
    machine.write(machine.work.resolve("aquila/c.properties"), "");
    assertFalse(places().names().contains("c"));
    refused(() -> choose(null, "c"));
  }

  private ConfigPlaces places() {
    return new ConfigPlaces(machine.world());
  }

  private Path choose(String config, String org) throws Failure {
    return places().choose(new ConfigChoice(config, org), warnings).orElseThrow();
  }

  private void set(String variable, String value) {
    if (value != null) {
      machine.environment.put(variable, value);
    }
  }
}
