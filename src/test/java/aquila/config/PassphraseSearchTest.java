package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variable, file, systemd credential, prompt. */
class PassphraseSearchTest {
  private static final String NONE = null;

  @TempDir Path root;
  private ConfigWorld machine;
  private Path file;

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
  }

  @ParameterizedTest
  @CsvSource({
    // variable, file, credential, typed, found
    "v, f, c, t, v",
    "'', f, c, t, f",
    ", f, c, t, f",
    ", , c, t, c",
    ", , , t, t",
    ", , , , ",
    ", , , '', ",
    "'  ', , , , '  '",
  })
  void takesTheFirstPlaceThatHasOne(
      String variable, String inFile, String credential, String typed, String expected)
      throws Failure {
    prepare(variable, inFile, credential);
    if (typed != null) {
      machine.typed.add(typed);
    }
    assertEquals(Optional.ofNullable(expected), search().find().map(Secret::reveal));
    boolean isAsked = variable == null && inFile == null && credential == null;
    assertEquals(isAsked ? List.of("Passphrase for /keys/a.key: ") : List.of(), machine.questions);
  }

  @ParameterizedTest
  @CsvSource({
    "'secret', 'secret'",
    "'secret\n', 'secret'",
    "'secret\r\n', 'secret'",
    "'secret\nmore\n', 'secret'",
    "' two words \n', ' two words '",
    "'\ufeffsecret\n', 'secret'",
    "'\u015fifre\n', '\u015fifre'",
  })
  void readsTheFirstLineOfAFile(String text, String expected) throws Failure {
    prepare(NONE, text, NONE);
    assertEquals(expected, search().find().orElseThrow().reveal());
    prepare(NONE, NONE, text);
    assertEquals(expected, search().find().orElseThrow().reveal());
  }

  @Test
  void saysWhyAFileIsOfNoUse() {
    file = root.resolve("gone");
    assertRefused("cannot be read: there is no such file");
    file = root;
    assertRefused("cannot be read: it is a directory");
    file = machine.write(root.resolve("long"), "hush".repeat(2000));
    assertRefused("cannot be read: it is longer than 4 KiB");
    file = machine.write(root.resolve("empty"), "");
    assertRefused("has an empty first line");
    file = machine.write(root.resolve("blank"), "\nhush");
    assertRefused("has an empty first line");
    file = machine.write(root.resolve("latin"), "hush\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("is not UTF-8 text");
    file = machine.write(root.resolve("utf16"), "hush\n".getBytes(StandardCharsets.UTF_16LE));
    assertRefused("is not UTF-8 text");
  }

  @Test
  void strikesOutWhatItFound() throws Failure {
    prepare("correct horse", NONE, NONE);
    assertTrue(search().find().isPresent());
    assertEquals("no (secret)!", machine.world().secrets().strike("no correct horse!"));
  }

  @Test
  void asksTwiceForANewOne() throws Failure {
    machine.typed.addAll(List.of("secret", "secret"));
    assertEquals("secret", search().findNew().orElseThrow().reveal());
    assertEquals(
        List.of("New passphrase for /keys/a.key: ", "The same again for /keys/a.key: "),
        machine.questions);
  }

  @ParameterizedTest
  @CsvSource({"secret, Secret", "secret, ''", "secret, "})
  void takesNoNewOneThatWasTypedInTwoWays(String first, String second) {
    machine.typed.add(first);
    if (second != null) {
      machine.typed.add(second);
    }
    assertThrows(UsageFailure.class, () -> search().findNew());
  }

  @Test
  void doesNotAskForANewOneThatIsGiven() throws Failure {
    prepare(NONE, NONE, "c");
    assertEquals("c", search().findNew().orElseThrow().reveal());
    assertEquals(List.of(), machine.questions);
  }

  private void assertRefused(String why) {
    String words = words(refused(() -> search().find()));
    assertTrue(words.startsWith("the passphrase file " + file + " " + why), words);
    assertFalse(words.contains("hush"), words);
  }

  private void prepare(String variable, String inFile, String credential) {
    if (variable != null) {
      machine.environment.put("AQUILA_KEY_PASSPHRASE", variable);
    }
    file = inFile == null ? null : machine.write(root.resolve("pass.txt"), inFile);
    machine.environment.put("CREDENTIALS_DIRECTORY", root.resolve("credentials").toString());
    if (credential != null) {
      machine.write(root.resolve("credentials/aquila-key-passphrase"), credential);
    }
  }

  private PassphraseSearch search() {
    return new PassphraseSearch(machine.world(), file, Path.of("/keys/a.key"));
  }
}
