package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every kind of refusal in words that say something. */
class DiskTroubleTest {
  private final IOException absent = new NoSuchFileException("/a/b");
  private final IOException forbidden = new AccessDeniedException("/a/b");

  @Test
  void whatIsNotThere() {
    assertEquals("there is no such file", DiskTrouble.reading(absent));
    assertEquals("its directory does not exist", DiskTrouble.writing(absent));
  }

  @Test
  void whatThisUserMayNotDo() {
    assertEquals("this user may not read it", DiskTrouble.reading(forbidden));
    assertEquals("this user may not write there", DiskTrouble.writing(forbidden));
    assertTrue(DiskTrouble.isForbidden(forbidden));
    assertFalse(DiskTrouble.isForbidden(absent));
  }

  @Test
  void theSystemsOwnWords() {
    IOException full = new FileSystemException("/a/b", null, "No space left on device");
    assertEquals("No space left on device", DiskTrouble.writing(full));
    assertEquals("Input/output error", DiskTrouble.reading(new IOException("Input/output error")));
  }

  @Test
  void whatIsInTheWay() {
    assertEquals(
        "something else is in its way: /a",
        DiskTrouble.writing(new FileAlreadyExistsException("/a")));
  }

  @Test
  void neverAnEmptyWord() {
    assertEquals("the system refused", DiskTrouble.writing(new DirectoryNotEmptyException("/a")));
    assertEquals("the system refused", DiskTrouble.reading(new IOException()));
  }

  @Test
  void thePlaceIsAsNarrowAsItIsKnown() {
    assertEquals(Path.of("/a/b"), DiskTrouble.place(forbidden, Path.of("/a")));
    assertEquals(Path.of("/c"), DiskTrouble.place(forbidden, Path.of("/c")));
    assertEquals(Path.of("/a"), DiskTrouble.place(new IOException("no"), Path.of("/a")));
  }
}
