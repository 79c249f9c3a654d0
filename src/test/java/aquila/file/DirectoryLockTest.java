package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time. */
class DirectoryLockTest {

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void name() {
    file = home.resolve("lock");
  }

  @Test
  void isHeldByOneAndFreeAfterwards() throws Exception {
    DirectoryLock lock = DirectoryLock.take(file, "me").orElseThrow();
    try (OtherProcess other = OtherProcess.locking(file)) {
      assertFalse(other.holds());
    }
    lock.close();
    try (OtherProcess other = OtherProcess.locking(file)) {
      assertTrue(other.holds());
      assertTrue(DirectoryLock.take(file, "me").isEmpty());
      assertEquals("process " + other.pid(), DirectoryLock.owner(file));
    }
    DirectoryLock.take(file, "me").orElseThrow().close();
  }

  @Test
  void endsWithAProcessThatIsKilled() throws Exception {
    try (OtherProcess other = OtherProcess.locking(file)) {
      assertTrue(other.holds());
      other.kill();
      DirectoryLock.take(file, "me").orElseThrow().close();
      assertEquals("me", DirectoryLock.owner(file));
    }
  }

  @Test
  void isNotTakenTwiceByThreadsOfOneProcess() throws Exception {
    try (DirectoryLock lock = DirectoryLock.take(file, "me").orElseThrow()) {
      assertTrue(DirectoryLock.take(file, "me too").isEmpty());
      assertEquals("me", DirectoryLock.owner(file));
      assertTrue(lock != null);
    }
  }

  @Test
  void isForItsOwnerOnlyAndForgetsALongerOwner() throws Exception {
    Files.writeString(file, "somebody with a long name");
    DirectoryLock.take(file, "me").orElseThrow().close();
    assertEquals("me", Files.readString(file));
    Files.delete(file);
    DirectoryLock.take(file, "me").orElseThrow().close();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void followsNoLink() throws Exception {
    Path far = Files.writeString(home.resolve("far"), "precious");
    Files.createSymbolicLink(file, far);
    assertThrows(IOException.class, () -> DirectoryLock.take(file, "me"));
    assertEquals("precious", Files.readString(far));
  }
}
