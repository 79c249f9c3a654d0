package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as a rebuilt ledger finds them. */
class StoredFilesTest {
  private static final String GOOD =
      "interval=daily/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv";

  @TempDir Path store;

  @Test
  void tellsOfAFileWhatALedgerWould() throws IOException {
    write(GOOD, "text".getBytes(UTF_8));
    Instant created = Instant.parse("2026-11-25T03:00:00.123Z");
    Files.setLastModifiedTime(store.resolve(GOOD), FileTime.from(created));
    LedgerLine line = only().orElseThrow();
    assertEquals(
        new LedgerLine(
            Samples.id(1),
            created,
            4,
            4,
            Samples.content("text").sha256(),
            "Login",
            Interval.DAILY,
            Instant.parse("2026-11-24T00:00:00Z"),
            -1,
            false),
        line);
    assertEquals(GOOD, line.place());
  }

  @Test
  void readsWhatIsInACompressedOne() throws IOException {
    write(GOOD + ".gz", gzip("text"));
    LedgerLine line = only().orElseThrow();
    assertEquals(Samples.content("text").sha256(), line.sha256());
    assertEquals(GOOD + ".gz", line.place());
  }

  @Test
  void leavesADamagedCompressedOneToBeFetchedAgain() throws IOException {
    byte[] whole = gzip("text");
    for (int length = 0; length < whole.length; length++) {
      write(GOOD + ".gz", Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), only(), "cut to " + length);
    }
    byte[] damaged = whole.clone();
    damaged[whole.length - 5] ^= 1;
    write(GOOD + ".gz", damaged);
    assertEquals(Optional.empty(), only(), "a wrong checksum");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0AT000000000000001.csv",
        "interval=daily/0AT000000000000001.csv",
        "interval=weekly/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv",
        "interval=daily/log_type=Lo-gin/log_date=2026-11-24/0AT000000000000001.csv",
        "interval=daily/log_type=Login/log_date=24-11-2026/0AT000000000000001.csv",
        "interval=daily/log_type=Login/log_date=2026-11-24/0AT00000000000001.csv",
        "interval=daily/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv.tmp",
        "interval=daily/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv.zst",
        "interval=daily/log_type=Login/log_date=2026-11-24/notes.txt",
        "interval=daily/log_type=Login/log_date=2026-11-24/x/0AT000000000000001.csv",
        ".aquila/incoming/0AT000000000000001",
        "lost+found/x",
      })
  void overlooksWhatIsNotOurs(String place) throws IOException {
    write(place, "text".getBytes(UTF_8));
    assertEquals(List.of(), new StoredFiles(store).paths());
  }

  @Test
  void overlooksADayThatIsNone() throws IOException {
    write(GOOD.replace("2026-11-24", "2026-13-45"), "text".getBytes(UTF_8));
    assertEquals(Optional.empty(), only());
  }

  @Test
  void overlooksLinks() throws IOException {
    Path far = Files.createDirectory(store.resolve("far"));
    Files.writeString(far.resolve("0AT000000000000001.csv"), "text");
    Path day = store.resolve(GOOD).getParent();
    Files.createDirectories(day.getParent());
    Files.createSymbolicLink(day, far);
    assertEquals(List.of(), new StoredFiles(store).paths());
    Files.createSymbolicLink(store.resolve("interval=hourly"), store.resolve("interval=daily"));
    assertEquals(List.of(), new StoredFiles(store).paths());
  }

  @Test
  void doesNotLookIntoWhatIsClosedToIt() throws Exception {
    // As lost+found is at the top of a file system, for everybody but root.
    assumeTrue(!"root".equals(System.getProperty("user.name")));
    Path closed = Files.createDirectory(store.resolve("lost+found"));
    assertTrue(closed.toFile().setReadable(false));
    write(GOOD, "text".getBytes(UTF_8));
    assertEquals(1, new StoredFiles(store).paths().size());
  }

  @Test
  void overlooksAFileThatWasRotatedAwayMeanwhile() throws IOException {
    write(GOOD, "text".getBytes(UTF_8));
    StoredFiles files = new StoredFiles(store);
    List<Path> paths = files.paths();
    Files.delete(paths.get(0));
    assertEquals(Optional.empty(), files.line(paths.get(0), id -> true));
  }

  private Optional<LedgerLine> only() throws IOException {
    StoredFiles files = new StoredFiles(store);
    List<Path> paths = files.paths();
    assertEquals(1, paths.size());
    return files.line(paths.get(0), id -> true);
  }

  private void write(String place, byte[] content) throws IOException {
    Path file = store.resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
