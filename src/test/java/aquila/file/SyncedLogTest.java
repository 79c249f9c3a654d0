package aquila.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that only grows. */
class SyncedLogTest {

  @TempDir Path home;

  @Test
  void growsAndGoesOn() throws IOException {
    Path file = home.resolve("log");
    try (SyncedLog log = SyncedLog.open(file, 0)) {
      log.add("one\n");
      assertEquals("one\n", Files.readString(file));
      log.add("two\n");
      assertEquals(8, log.length());
    }
    try (SyncedLog log = SyncedLog.open(file, 8)) {
      log.add("three\n");
    }
    assertEquals("one\ntwo\nthree\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void cutsATornEndFirst() throws IOException {
    Path file = Files.writeString(home.resolve("log"), "one\ntw");
    try (SyncedLog log = SyncedLog.open(file, 4)) {
      log.add("three\n");
    }
    assertEquals("one\nthree\n", Files.readString(file));
  }

  @Test
  void followsNoLink() throws IOException {
    Path far = Files.writeString(home.resolve("far"), "precious");
    Path link = Files.createSymbolicLink(home.resolve("log"), far);
    assertThrows(IOException.class, () -> SyncedLog.open(link, 0));
    assertEquals("precious", Files.readString(far));
  }

  @Test
  void linesOfSeveralThreadsDoNotMix() throws Exception {
    Path file = home.resolve("log");
    try (SyncedLog log = SyncedLog.open(file, 0)) {
      List<Thread> threads =
          IntStream.range(0, 4).mapToObj(n -> new Thread(() -> addTwenty(log, n))).toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    try (Stream<String> lines = Files.lines(file)) {
      assertEquals(80, lines.filter(line -> line.matches("([0-3])\\1{199}")).count());
    }
  }

  private static void addTwenty(SyncedLog log, int number) {
    try {
      for (int i = 0; i < 20; i++) {
        log.add(String.valueOf(number).repeat(200) + "\n");
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
