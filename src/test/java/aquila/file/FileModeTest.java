package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with a file. */
class FileModeTest {
  @TempDir Path home;

  @BeforeEach
  void needPermissions() {
    assumeTrue(FileMode.hasPermissions(home));
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, 0600, false, false",
    "r--------, 0400, false, false",
    "rwx------, 0700, false, false",
    "rw-r-----, 0640, true, false",
    "rw----r--, 0604, true, false",
    "rw--w----, 0620, false, true",
    "rw-----w-, 0602, false, true",
    "rwxrwxrwx, 0777, true, true",
    "rw---x--x, 0611, false, false",
  })
  void tellsWhatOthersMayDo(String letters, String octal, boolean read, boolean write)
      throws IOException {
    Path file = Files.createFile(home.resolve("f"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters));
    FileMode mode = FileMode.of(file).orElseThrow();
    assertEquals(octal, mode.octal());
    assertEquals(read, mode.othersCanRead());
    assertEquals(write, mode.othersCanWrite());
    assertTrue(mode.isMine());
    assertTrue(mode.isRegular());
    assertEquals(Files.getOwner(file).getName(), mode.owner());
  }

  @Test
  void looksAtWhatALinkLeadsTo() throws IOException {
    Path file = Files.createFile(home.resolve("f"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    Path link = Files.createSymbolicLink(home.resolve("link"), file);
    assertEquals("0400", FileMode.of(link).orElseThrow().octal());
    Files.delete(file);
    assertThrows(IOException.class, () -> FileMode.of(link));
  }

  @Test
  void knowsThatAFileOfAnotherUserIsNotMine() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    FileMode mode = FileMode.of(device).orElseThrow();
    assertFalse(mode.isRegular());
    assertEquals(
        Files.getOwner(device).equals(Files.getOwner(Files.createFile(home.resolve("f")))),
        mode.isMine());
  }

  @Test
  void knowsAFileThatWasGivenAway() throws IOException {
    Path file = Files.createFile(home.resolve("f"));
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assumeTrue(false, "only root can give files away");
    }
    FileMode mode = FileMode.of(file).orElseThrow();
    assertFalse(mode.isMine());
    assertEquals("nobody", mode.owner());
  }
}
