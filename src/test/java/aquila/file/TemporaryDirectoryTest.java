package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.world.Cleanup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that goes away. */
class TemporaryDirectoryTest {
  @TempDir Path home;
  private final Cleanup cleanup = new Cleanup();

  @Test
  void isForItsOwnerOnly() throws IOException {
    try (TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup)) {
      assertEquals(home, temporary.path().getParent());
      if (FileMode.hasPermissions(home)) {
        assertEquals("0700", FileMode.of(temporary.path()).orElseThrow().octal());
      }
    }
  }

  @Test
  void goesAwayWithAllThatIsInIt() throws IOException {
    Path path;
    try (TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup)) {
      path = temporary.path();
      Files.createDirectories(path.resolve("a/b/c"));
      Files.writeString(path.resolve("a/b/f"), "x");
      Files.writeString(path.resolve(".hidden"), "x");
    }
    assertFalse(Files.exists(path));
  }

  @Test
  void goesAwayWithDirectoriesThatMayNotBeWritten() throws IOException {
    Path path;
    try (TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup)) {
      path = temporary.path();
      Path inner = Files.createDirectories(path.resolve("a/b"));
      Path file = Files.writeString(inner.resolve("f"), "x");
      if (FileMode.hasPermissions(home)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("r-x------"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-x------"));
      }
    }
    assertFalse(Files.exists(path));
  }

  @Test
  void takesNothingAwayThatALinkLeadsTo() throws IOException {
    Path outside = Files.createDirectories(home.resolve("outside"));
    Path kept = Files.writeString(outside.resolve("f"), "x");
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(outside));
    Path path;
    try (TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup)) {
      path = temporary.path();
      Files.createSymbolicLink(path.resolve("directory"), outside);
      Files.createSymbolicLink(path.resolve("file"), kept);
      Files.createSymbolicLink(path.resolve("loop"), path);
    }
    assertFalse(Files.exists(path));
    assertEquals("x", Files.readString(kept));
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)));
  }

  @Test
  void goesAwayAtAnInterruptionAndMayBeClosedAfterIt() throws IOException {
    TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup);
    Files.writeString(temporary.path().resolve("f"), "x");
    cleanup.run();
    assertFalse(Files.exists(temporary.path()));
    temporary.close();
    temporary.close();
  }

  @Test
  void isNotTouchedAgainOnceItIsClosed() throws IOException {
    TemporaryDirectory temporary = TemporaryDirectory.create(home, cleanup);
    temporary.close();
    Path another = Files.createDirectory(temporary.path());
    cleanup.run();
    assertTrue(Files.exists(another));
  }

  @Test
  void needsAPlace() {
    assertThrows(IOException.class, () -> TemporaryDirectory.create(home.resolve("gone"), cleanup));
  }
}
