package aquila.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.world.Cleanup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long file on its way to its name. */
class UnfinishedFileTest {
  private static final Instant MODIFIED = Instant.parse("2026-11-25T03:00:00.123Z");

  @TempDir Path home;
  private final Cleanup cleanup = new Cleanup();
  private Path growing;
  private Path target;

  @BeforeEach
  void name() {
    growing = home.resolve("growing");
    target = home.resolve("target");
  }

  @Test
  void getsItsNameWhenItIsWhole() throws IOException {
    try (UnfinishedFile file = begin(0600)) {
      file.write("te".getBytes(UTF_8));
      file.write('x');
      file.write('t');
      assertFalse(Files.exists(target));
      file.finish(MODIFIED);
      file.place(target);
    }
    assertEquals("text", Files.readString(target));
    assertEquals(MODIFIED, Files.getLastModifiedTime(target).toInstant());
    assertFalse(Files.exists(growing));
    cleanup.run();
    assertTrue(Files.exists(target));
  }

  @ParameterizedTest
  @CsvSource({"0600, rw-------", "0640, rw-r-----", "0644, rw-r--r--", "0666, rw-rw-rw-"})
  void hasItsModeWhateverTheUmask(String octal, String mode) throws IOException {
    try (UnfinishedFile file = begin(Integer.parseInt(octal, 8))) {
      file.finish(MODIFIED);
      file.place(target);
    }
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @Test
  void goesAwayWhenItIsGivenUp() throws IOException {
    try (UnfinishedFile file = begin(0600)) {
      file.write('x');
    }
    assertFalse(Files.exists(growing));
  }

  @Test
  void goesAwayAtAnInterruption() throws IOException {
    try (UnfinishedFile file = begin(0600)) {
      file.write('x');
      cleanup.run();
      assertFalse(Files.exists(growing));
      assertThrows(IOException.class, () -> file.write('y'));
      assertThrows(IOException.class, () -> file.finish(MODIFIED));
      assertThrows(IOException.class, () -> file.place(target));
    }
    assertFalse(Files.exists(target));
  }

  @Test
  void beginsAnew() throws IOException {
    try (UnfinishedFile file = begin(0600)) {
      file.write("much longer".getBytes(UTF_8));
      file.restart();
      file.write("text".getBytes(UTF_8));
      file.finish(MODIFIED);
      file.place(target);
    }
    assertEquals("text", Files.readString(target));
  }

  @Test
  void takesThePlaceOfWhatACrashLeftAndOfLinks() throws IOException {
    Path far = Files.writeString(home.resolve("far"), "precious");
    Files.createSymbolicLink(growing, far);
    Files.createSymbolicLink(target, far);
    try (UnfinishedFile file = begin(0600)) {
      file.write("text".getBytes(UTF_8));
      file.finish(MODIFIED);
      file.place(target);
    }
    assertEquals("precious", Files.readString(far));
    assertFalse(Files.isSymbolicLink(target));
    assertEquals("text", Files.readString(target));
  }

  @Test
  void leavesNothingWhereADirectoryIsInThePlace() throws IOException {
    Files.createDirectories(target.resolve("x"));
    try (UnfinishedFile file = begin(0600)) {
      file.finish(MODIFIED);
      assertThrows(IOException.class, () -> file.place(target));
    }
    assertFalse(Files.exists(growing));
    assertTrue(Files.isDirectory(target.resolve("x")));
  }

  private UnfinishedFile begin(int mode) throws IOException {
    return UnfinishedFile.begin(growing, UnfinishedFile.mode(mode), cleanup);
  }
}
