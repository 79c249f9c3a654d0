package aquila.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reading with a limit. */
class SmallFileTest {
  @TempDir Path home;

  @Test
  void readsUpToTheLimit() throws IOException {
    Path file = Files.write(home.resolve("f"), new byte[1024]);
    assertArrayEquals(new byte[1024], SmallFile.read(file, 1024));
    assertEquals(0, SmallFile.read(Files.createFile(home.resolve("empty")), 0).length);
  }

  @Test
  void refusesOneByteMore() throws IOException {
    Path file = Files.write(home.resolve("f"), new byte[1025]);
    IOException e = assertThrows(SmallFile.TooLong.class, () -> SmallFile.read(file, 1024));
    assertEquals("it is longer than 1 KiB", e.getMessage());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesAFileWithoutEnd() {
    assertThrows(SmallFile.TooLong.class, () -> SmallFile.read(Path.of("/dev/zero"), 64 * 1024));
  }

  @Test
  void saysThatADirectoryIsNone() {
    IOException e = assertThrows(IOException.class, () -> SmallFile.read(home, 10));
    assertEquals("it is a directory", e.getMessage());
  }

  @Test
  void tellsAMissingFileFromAnUnreadableOne() {
    assertThrows(NoSuchFileException.class, () -> SmallFile.read(home.resolve("gone"), 10));
  }
}
