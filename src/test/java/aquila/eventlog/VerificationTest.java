package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aquila.failure.StoreFailure;
import aquila.file.FileMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store against its ledger. */
class VerificationTest {
  private static final EventLogFile FILE = Samples.daily(1, "2026-11-25T03:00:00Z", 4);

  @TempDir Path directory;
  private StoreOnDisk store;

  @BeforeEach
  void make() throws IOException {
    store = StoreOnDisk.at(directory);
  }

  @Test
  void isContentWithWhatIsAsStored() throws Exception {
    store.keep(FILE, "text");
    store.keep(Samples.daily(2, "2026-11-25T03:00:00Z", 4), "more");
    assertResult(2, 0, 0, 0);
  }

  @Test
  void noticesEveryDamagedByte() throws Exception {
    LedgerLine line = store.keep(FILE, "text");
    for (int at = 0; at < 4; at++) {
      byte[] bytes = "text".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      bytes[at] ^= 1;
      Files.write(store.place(line), bytes);
      Verification.Result result = assertResult(0, 1, 0, 0);
      assertEquals(4, result.differing().get(0).found().bytes());
    }
  }

  @Test
  void noticesACutAndAnAddedByte() throws Exception {
    LedgerLine line = store.keep(FILE, "text");
    Files.writeString(store.place(line), "tex");
    assertResult(0, 1, 0, 0);
    Files.writeString(store.place(line), "text\n");
    assertResult(0, 1, 0, 0);
  }

  @Test
  void tellsGoneFromDifferent() throws Exception {
    LedgerLine line = store.keep(FILE, "text");
    Files.delete(store.place(line));
    assertResult(0, 0, 1, 0);
    Files.createDirectory(store.place(line));
    assertResult(0, 0, 1, 0);
  }

  @Test
  void judgesARevisionByItsLastLine() throws Exception {
    store.keep(FILE, "text");
    store.keep(Samples.daily(1, "2026-11-25T09:00:00Z", 9), "text more");
    assertResult(1, 0, 0, 0);
    store.remember(Samples.daily(1, "2026-11-25T10:00:00Z", 12), "text and more");
    assertResult(0, 1, 0, 0);
  }

  @Test
  void countsAFileOnceThoughItsLengthWasDoubtedThrice() throws Exception {
    EventLogFile odd = Samples.daily(1, "2026-11-25T03:00:00Z", 9);
    for (int run = 0; run < 3; run++) {
      store.keep(odd, "text");
    }
    assertResult(1, 0, 0, 0);
  }

  @Test
  void aFileThatCannotBeReadDiffers() throws Exception {
    LedgerLine plain = Samples.line(FILE, "text");
    LedgerLine line = LedgerLine.of(FILE, Samples.content("text"), true);
    Files.writeString(directory.resolve(".aquila/ledger"), line.text(), StandardOpenOption.APPEND);
    Path place = store.place(line);
    Files.createDirectories(place.getParent());
    Files.writeString(place, "no gzip at all");
    assertNull(assertResult(0, 1, 0, 0).differing().get(0).found());
    assertEquals(plain.sha256(), line.sha256());
  }

  @Test
  void countsDamagedLinesAndGoesOn() throws Exception {
    store.keep(FILE, "text");
    Files.writeString(directory.resolve(".aquila/ledger"), "x\ny\n", StandardOpenOption.APPEND);
    store.keep(Samples.daily(2, "2026-11-25T03:00:00Z", 4), "more");
    assertResult(2, 0, 0, 2);
  }

  @Test
  void aLineThatIsBeingWrittenIsNotSeenYet() throws Exception {
    store.keep(FILE, "text");
    Files.writeString(directory.resolve(".aquila/ledger"), "0AT00", StandardOpenOption.APPEND);
    assertResult(1, 0, 0, 0);
  }

  @Test
  void aStoreWithoutItsLedgerDoesNotLookWell() throws Exception {
    store.keep(FILE, "text");
    Files.write(directory.resolve(".aquila/ledger"), new byte[0]);
    assertResult(0, 0, 0, 1);
    Files.delete(directory.resolve(".aquila/ledger"));
    assertResult(0, 0, 0, 1);
  }

  @Test
  void aDirectoryThatIsNoStoreIsRefused() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    assertThrows(StoreFailure.class, () -> Verification.of(other));
    assertThrows(StoreFailure.class, () -> Verification.of(directory.resolve("gone")));
  }

  @Test
  void aStoreOfAnotherUserDoesNotLookEmpty() throws Exception {
    store.keep(FILE, "text");
    Path own = directory.resolve(".aquila");
    assumeTrue(FileMode.hasPermissions(own));
    Files.setPosixFilePermissions(own, Set.of());
    try {
      assumeFalse(Files.isReadable(own), "root may read everything");
      StoreFailure failure = assertThrows(StoreFailure.class, () -> Verification.of(directory));
      assertEquals(own + " cannot be read: this user may not read it", failure.fact());
    } finally {
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private Verification.Result assertResult(int good, int differing, int absent, int damaged)
      throws StoreFailure {
    Verification.Result result = Verification.of(directory);
    assertEquals(good, result.good());
    assertEquals(differing, result.differing().size());
    assertEquals(absent, result.absent().size());
    assertEquals(damaged, result.damagedLines());
    return result;
  }
}
