package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a key file lies, and who may read or change it. */
class KeyFilePlaceTest {

  @TempDir Path home;

  @Test
  void namesTheAbsolutePathOfAMissingFile() throws Failure {
    Path file = home.resolve("absent.key");
    KeyVerdict.Unusable verdict = refusal(KeyFixture.source(file));
    assertEquals("C19", verdict.trouble().row());
    assertEquals("the key file " + file + " does not exist", verdict.failure().fact());
  }

  @Test
  void saysThatThereIsNothingBelowAFile() throws Failure {
    Path file = KeyFixture.file(home, "f", new byte[0]).resolve("k");
    KeyTrouble trouble = refusal(KeyFixture.source(file)).trouble();
    // Where a file stands in the place of a directory, Java 25 says that there is no such file,
    // and Java 17 passes on the system's "Not a directory".
    assertTrue(Set.of(KeyTrouble.MISSING, KeyTrouble.UNREADABLE).contains(trouble), trouble::name);
  }

  @Test
  void refusesADirectory() throws Failure {
    assertEquals(KeyTrouble.DIRECTORY, refusal(KeyFixture.source(home)).trouble());
  }

  @Test
  void namesOwnerAndModeOfAFileThatItMayNotRead() throws Failure, IOException {
    Path file = KeyFixture.file(home, "server.key", KeyFixture.bytes("pkcs8.pem"));
    Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    KeyFixture.mode(file, "---------");
    Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");
    KeyVerdict.Unusable verdict = refusal(KeyFixture.source(file));
    assertEquals(KeyTrouble.UNREADABLE, verdict.trouble());
    assertTrue(verdict.failure().fact().contains("mode 0000"), verdict.failure()::fact);
    assertTrue(
        verdict.failure().fact().contains(Files.getOwner(file).getName()), verdict.failure()::fact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw----", "rw----rw-", "rw-rw-rw-", "rw--w----"})
  void refusesAFileThatOthersCanWrite(String mode) throws Failure, IOException {
    Path file = KeyFixture.file(home, "server.key", KeyFixture.bytes("pkcs8.pem"));
    Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    KeyFixture.mode(file, mode);
    KeyVerdict.Unusable verdict = refusal(KeyFixture.source(file));
    assertEquals(KeyTrouble.CHANGEABLE, verdict.trouble());
    assertTrue(verdict.failure().hints().get(0).endsWith("chmod 600 " + file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-r--r--", "r-----r--"})
  void warnsOfAFileThatOthersCanRead(String mode) throws Failure, IOException {
    Path file = KeyFixture.file(home, "server.key", KeyFixture.bytes("pkcs8.pem"));
    Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    KeyFixture.mode(file, mode);
    LoadedKey loaded = KeyFile.load(KeyFixture.source(file));
    assertEquals(1, loaded.warnings().size());
    assertTrue(loaded.warnings().get(0).endsWith("chmod 600 " + file));
    assertEquals(loaded.warnings(), KeyFile.inspect(KeyFixture.source(file)).warnings());
  }

  private static KeyVerdict.Unusable refusal(KeySource source) throws Failure {
    KeyVerdict verdict = KeyFile.judge(source);
    assertTrue(verdict instanceof KeyVerdict.Unusable, verdict::toString);
    return (KeyVerdict.Unusable) verdict;
  }
}
