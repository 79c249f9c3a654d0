package aquila.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are there whole or not at all. */
class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(UTF_8);

  @TempDir Path home;

  @Test
  void createsAFileForItsOwner() throws IOException {
    Path file = home.resolve("f");
    AtomicFile.create(file, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertMode("0600", file);
    assertEquals(List.of("f"), names());
  }

  @Test
  void createsAnEmptyFileAndALongOne() throws IOException {
    AtomicFile.create(home.resolve("empty"), new byte[0]);
    assertEquals(0, Files.size(home.resolve("empty")));
    AtomicFile.create(home.resolve("long"), new byte[5_000_000]);
    assertEquals(5_000_000, Files.size(home.resolve("long")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "link", "dead", "directory", "full"})
  void createsNothingWhereThereIsSomething(String name) throws IOException {
    Files.writeString(home.resolve("file"), "old");
    Files.createSymbolicLink(home.resolve("link"), home.resolve("file"));
    Files.createSymbolicLink(home.resolve("dead"), home.resolve("gone"));
    Files.createDirectory(home.resolve("directory"));
    Files.createDirectories(home.resolve("full/x"));
    List<String> before = names();
    Path path = home.resolve(name);
    assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.create(path, NEW));
    assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.createShared(path, NEW));
    assertEquals(before, names());
    assertEquals("old", Files.readString(home.resolve("file")));
    assertTrue(Files.isSymbolicLink(home.resolve("dead")));
  }

  @Test
  void createsNothingInADirectoryThatIsNotThere() {
    assertThrows(IOException.class, () -> AtomicFile.create(home.resolve("gone/f"), NEW));
    assertThrows(IOException.class, () -> AtomicFile.replace(home.resolve("gone/f"), NEW));
    assertEquals(List.of(), names());
  }

  @Test
  void replacesAFileOrMakesIt() throws IOException {
    Path file = home.resolve("f");
    AtomicFile.replace(file, "old, and longer".getBytes(UTF_8));
    assertMode("0600", file);
    AtomicFile.replace(file, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("f"), names());
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    Path far = Files.writeString(home.resolve("far"), "old");
    Path link = Files.createSymbolicLink(home.resolve("link"), far);
    AtomicFile.replace(link, NEW);
    assertFalse(Files.isSymbolicLink(link));
    assertEquals("old", Files.readString(far));
  }

  @Test
  void leavesNoTemporaryFileWhereItCannotReplace() throws IOException {
    Files.createDirectories(home.resolve("d/x"));
    assertThrows(IOException.class, () -> AtomicFile.replace(home.resolve("d"), NEW));
    assertEquals(List.of("d"), names());
    assertTrue(Files.isDirectory(home.resolve("d/x")));
  }

  @Test
  void showsAReaderTheOldFileOrTheNewOne() throws Exception {
    Path file = home.resolve("f");
    byte[] a = "a".repeat(100_000).getBytes(UTF_8);
    byte[] b = "b".repeat(200_000).getBytes(UTF_8);
    AtomicFile.replace(file, a);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 50; i++) {
                  AtomicFile.replace(file, i % 2 == 0 ? b : a);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              } finally {
                isOver.set(true);
              }
            });
    writer.start();
    while (!isOver.get()) {
      byte[] read = Files.readAllBytes(file);
      assertArrayEquals(read.length == a.length ? a : b, read);
    }
    writer.join();
  }

  @Test
  void makesDirectoriesForTheirOwner() throws IOException {
    Path directory = home.resolve("a/b/c");
    AtomicFile.createDirectory(directory);
    AtomicFile.createDirectory(directory);
    for (Path made = directory; !made.equals(home); made = made.getParent()) {
      assertMode("0700", made);
    }
  }

  @Test
  void makesNoDirectoryOfALinkOrAFile() throws IOException {
    Path real = Files.createDirectory(home.resolve("real"));
    Path link = Files.createSymbolicLink(home.resolve("link"), real);
    Path dead = Files.createSymbolicLink(home.resolve("dead"), home.resolve("gone"));
    Path file = Files.createFile(home.resolve("file"));
    for (Path path : List.of(link, dead, file)) {
      assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.createDirectory(path));
    }
    assertFalse(Files.exists(home.resolve("gone")));
  }

  /** The umask of this process cannot be set, so another one is asked. */
  @ParameterizedTest
  @CsvSource({"000, 0666", "022, 0644", "077, 0600"})
  void givesTheSameModesUnderEveryUmask(String umask, String shared) throws Exception {
    assumeTrue(FileMode.hasPermissions(home) && Files.exists(Path.of("/bin/sh")));
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "umask " + umask + "; exec \"$0\" -Xshare:auto -cp \"$1\" \"$2\" \"$3\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                AtomicFileMain.class.getName(),
                home.toString())
            .inheritIO()
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    assertMode("0600", home.resolve("created"));
    assertMode("0600", home.resolve("replaced"));
    assertMode("0700", home.resolve("directory"));
    assertMode("0700", home.resolve("directory/below"));
    assertMode(shared, home.resolve("shared"));
  }

  private static void assertMode(String octal, Path path) throws IOException {
    if (FileMode.hasPermissions(path)) {
      assertEquals(octal, FileMode.of(path).orElseThrow().octal(), path.toString());
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
