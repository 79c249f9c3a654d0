package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree in which no link is followed. */
class StoreDirectoryTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"0700, rwx------", "0750, rwxr-x---", "0755, rwxr-xr-x", "0770, rwxrwx---"})
  void isMadeWithTheModeWhateverTheUmask(String octal, String mode) throws IOException {
    int bits = Integer.parseInt(octal, 8);
    StoreDirectory store = StoreDirectory.make(home.resolve("above/store"), bits);
    Path child = store.child("a/b", bits);
    for (Path made : List.of(store.path(), child.getParent(), child)) {
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }
  }

  @Test
  void leavesAModeAloneThatIsThere() throws IOException {
    Path path = Files.createDirectory(home.resolve("store"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwx---"));
    StoreDirectory.make(path, 0700).child("a", 0700);
    assertEquals("rwxrwx---", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void mayBeALinkItself() throws IOException {
    Path real = Files.createDirectory(home.resolve("real"));
    Path link = Files.createSymbolicLink(home.resolve("link"), real);
    StoreDirectory.make(link, 0700).child("a", 0700);
    assertTrue(Files.isDirectory(real.resolve("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "a/b/c"})
  void followsNoLinkBelow(String where) throws IOException {
    Path far = Files.createDirectory(home.resolve("far"));
    StoreDirectory store = StoreDirectory.make(home.resolve("store"), 0700);
    Path link = store.path().resolve(where);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, far);
    IOException refused = assertThrows(IOException.class, () -> store.child("a/b/c/d", 0700));
    assertTrue(refused.getMessage().contains("a link"), refused.getMessage());
    assertEquals(0, far.toFile().list().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b"})
  void removesNothingBehindALink(String where) throws IOException {
    Path far = Files.createDirectories(home.resolve("far/b"));
    Path precious = Files.writeString(far.resolve("f"), "x");
    Files.writeString(home.resolve("far/f"), "x");
    StoreDirectory store = StoreDirectory.make(home.resolve("store"), 0700);
    Path link = store.path().resolve(where);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, where.equals("a") ? home.resolve("far") : far);
    store.remove("a/b/f");
    assertTrue(Files.exists(precious));
  }

  @Test
  void removesAFileAndALinkButNotWhatItLeadsTo() throws IOException {
    Path far = Files.writeString(home.resolve("far"), "x");
    StoreDirectory store = StoreDirectory.make(home.resolve("store"), 0700);
    Path child = store.child("a", 0700);
    Files.writeString(child.resolve("f"), "x");
    Files.createSymbolicLink(child.resolve("link"), far);
    store.remove("a/f");
    store.remove("a/link");
    store.remove("a/gone");
    store.remove("gone/f");
    assertEquals(0, child.toFile().list().length);
    assertTrue(Files.exists(far));
  }

  @Test
  void isNotMadeInThePlaceOfAFile() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");
    assertThrows(IOException.class, () -> StoreDirectory.make(file, 0700));
    assertThrows(IOException.class, () -> StoreDirectory.make(file.resolve("store"), 0700));
    Path dangling = Files.createSymbolicLink(home.resolve("dangling"), home.resolve("gone"));
    assertThrows(IOException.class, () -> StoreDirectory.make(dangling, 0700));
    assertFalse(Files.exists(home.resolve("gone"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void removesWhatWasToReplaceAFileAndNothingElse() throws IOException {
    StoreDirectory store = StoreDirectory.make(home.resolve("store"), 0700);
    for (String name : List.of(".aquila123.tmp", ".aquila.tmp", "ledger", ".aquila", "x.tmp")) {
      Files.writeString(store.path().resolve(name), "x");
    }
    store.removeTemporaries(store.path());
    try (Stream<Path> left = Files.list(store.path())) {
      assertEquals(
          List.of(".aquila", "ledger", "x.tmp"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void twoWorkersMayMakeTheSameAtOnce() throws Exception {
    StoreDirectory store = StoreDirectory.make(home.resolve("store"), 0700);
    List<Throwable> failed = new CopyOnWriteArrayList<>();
    for (int round = 0; round < 30; round++) {
      String relative = round + "/a/b/c";
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> workers =
          Stream.generate(
                  () ->
                      new Thread(
                          () -> {
                            try {
                              start.await();
                              store.child(relative, 0700);
                            } catch (IOException | InterruptedException e) {
                              failed.add(e);
                            }
                          }))
              .limit(4)
              .toList();
      workers.forEach(Thread::start);
      start.countDown();
      for (Thread worker : workers) {
        worker.join();
      }
    }
    assertEquals(List.of(), failed);
  }
}
