package aquila.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.StoreFailure;
import aquila.world.Cleanup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of a store, also after what a crash or a bad disk has done to it. */
class LedgerTest {
  private static final List<LedgerLine> LINES =
      IntStream.rangeClosed(1, 3)
          .mapToObj(n -> Samples.line(Samples.daily(n, "2026-11-25T03:00:00Z", 4), "text"))
          .toList();
  private static final Set<String> IDS =
      LINES.stream().map(LedgerLine::id).collect(Collectors.toSet());
  private static final LedgerLine NEXT =
      Samples.line(Samples.daily(4, "2026-11-25T04:00:00Z", 4), "text");

  @TempDir Path store;
  private Path file;
  private int forgotten;

  @BeforeEach
  void name() throws IOException {
    file = Files.createDirectory(store.resolve(".aquila")).resolve("ledger");
  }

  @Test
  void remembersWhatWasAdded() throws Exception {
    try (Ledger ledger = open().ledger()) {
      for (LedgerLine line : LINES) {
        ledger.add(List.of(line));
      }
      assertEquals(Set.copyOf(LINES), lines(ledger));
    }
    Ledger.Opened again = open();
    try (Ledger ledger = again.ledger()) {
      assertEquals(List.of(), again.warnings());
      assertEquals(Set.copyOf(LINES), lines(ledger));
      assertEquals(Map.of(), ledger.known(Set.of()));
    }
    assertEquals("aquila-ledger 1", Files.readAllLines(file).get(0));
  }

  @Test
  void isReadableByItsOwnerOnly() throws Exception {
    open().ledger().close();
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void recoversFromACutAtEveryByte() throws Exception {
    byte[] whole = ledger(LINES);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int lines = (int) new String(whole, 0, length, US_ASCII).lines().count();
      boolean isTorn = length > 0 && whole[length - 1] != '\n';
      List<LedgerLine> left = LINES.subList(0, Math.max(0, lines - 1 - (isTorn ? 1 : 0)));
      try (Ledger ledger = open().ledger()) {
        assertEquals(Set.copyOf(left), lines(ledger), "cut to " + length);
        ledger.add(List.of(NEXT));
      }
      Ledger.Opened again = open();
      assertEquals(List.of(), again.warnings(), "cut to " + length);
      try (Ledger ledger = again.ledger()) {
        assertEquals(left.size() + 1, lines(ledger).size(), "cut to " + length);
        assertTrue(lines(ledger).contains(NEXT));
      }
    }
  }

  @Test
  void noticesEveryDamagedByteAndKeepsTheOtherLines() throws Exception {
    byte[] whole = ledger(LINES);
    int second = LedgerReader.HEADER.length() + LINES.get(0).text().length();
    for (int at = second; at < second + LINES.get(1).text().length(); at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      Ledger.Opened opened = open();
      try (Ledger ledger = opened.ledger()) {
        Set<LedgerLine> left = lines(ledger);
        assertTrue(Set.copyOf(LINES).containsAll(left), "byte " + at);
        // A damaged line end joins two.
        assertTrue(left.size() >= 1 && left.size() < 3, "byte " + at + " leaves " + left.size());
        assertEquals(1, opened.warnings().size(), "byte " + at);
      }
      Ledger.Opened again = open();
      again.ledger().close();
      assertEquals(List.of(), again.warnings(), "healed");
    }
  }

  @Test
  void setsADamagedOneAside() throws Exception {
    byte[] whole = ledger(LINES);
    whole[60] ^= 1;
    Files.write(file, whole);
    open().ledger().close();
    assertArrayEquals(whole, Files.readAllBytes(store.resolve(".aquila/ledger.damaged")));
    assertEquals(Set.of("ledger", "ledger.damaged"), names());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 4096, 600_000, 5_000_000})
  void recoversFromZeros(int count) throws Exception {
    keepFiles();
    Files.write(file, new byte[count]);
    Ledger.Opened opened = open();
    try (Ledger ledger = opened.ledger()) {
      assertEquals(1, opened.warnings().size());
      assertEquals(IDS, ids(ledger));
      ledger.add(List.of(NEXT));
    }
    assertEquals(List.of(), open().warnings());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 700_000, 3_000_000})
  void recoversFromZerosInTheMiddle(int count) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ledger(LINES));
    bytes.write(new byte[count]);
    bytes.write(NEXT.text().getBytes(US_ASCII));
    LedgerLine last = Samples.line(Samples.daily(5, "2026-11-25T05:00:00Z", 4), "text");
    bytes.write(last.text().getBytes(US_ASCII));
    Files.write(file, bytes.toByteArray());
    try (Ledger ledger = open().ledger()) {
      Set<String> expected = new TreeSet<>(IDS);
      expected.add(last.id());
      // The zeros and the line behind them are one damaged line.
      assertEquals(expected, ids(ledger));
    }
  }

  @Test
  void forgetsATornEndOfZerosInSilence() throws Exception {
    byte[] whole = ledger(LINES);
    Files.write(file, Arrays.copyOf(whole, whole.length + 2_000_000));
    Ledger.Opened opened = open();
    assertEquals(List.of(), opened.warnings());
    try (Ledger ledger = opened.ledger()) {
      assertEquals(Set.copyOf(LINES), lines(ledger));
    }
    assertEquals(whole.length, Files.size(file));
  }

  @Test
  void aMissingOneIsMadeOfTheFiles() throws Exception {
    keepFiles();
    Ledger.Opened opened = open();
    assertEquals(1, opened.warnings().size(), opened.warnings().toString());
    try (Ledger ledger = opened.ledger()) {
      for (LedgerLine line : lines(ledger)) {
        LedgerLine first = LINES.stream().filter(l -> l.id().equals(line.id())).findFirst().get();
        assertEquals(first.sha256(), line.sha256());
        assertEquals(first.createdDate(), line.createdDate());
        assertEquals(first.place(), line.place());
        assertFalse(line.isFirstHand());
      }
      assertEquals(IDS, ids(ledger));
    }
  }

  @Test
  void oneThatWasLongerOnceIsMadeAnew() throws Exception {
    byte[] whole = ledger(LINES);
    keepFiles();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      forgotten = 0;
      Ledger.Opened opened = open(whole.length);
      assertEquals(1, opened.warnings().size(), "cut to " + length);
      assertEquals(1, forgotten, "cut to " + length);
      try (Ledger ledger = opened.ledger()) {
        assertEquals(IDS, ids(ledger), "cut to " + length);
      }
    }
    Files.write(file, whole);
    forgotten = 0;
    assertEquals(List.of(), open(whole.length).warnings());
    assertEquals(0, forgotten);
  }

  @Test
  void aNewStoreSaysNothing() throws Exception {
    Ledger.Opened opened = open();
    opened.ledger().close();
    assertEquals(List.of(), opened.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"aquila-ledger 2\n", "aquila-ledger 17\nwhat else\n"})
  void leavesThatOfANewerProgramUntouched(String content) throws Exception {
    Files.writeString(file, content);
    StoreFailure newer = assertThrows(StoreFailure.class, this::open);
    assertTrue(newer.fact().contains("newer"), newer.fact());
    assertEquals(content, Files.readString(file));
    assertEquals(Set.of("ledger"), names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aquila-ledger 1\r\n", "aquila-ledger 0\n", "aquila-ledger x\n", "\n", "x\n\n\n"})
  void aDamagedHeaderIsNotANewerProgram(String header) throws Exception {
    Files.writeString(file, header + NEXT.text());
    try (Ledger ledger = open().ledger()) {
      assertEquals(Set.of(NEXT), lines(ledger));
    }
    assertTrue(Files.readString(file).startsWith(LedgerReader.HEADER));
  }

  @Test
  void readsALongOneOverTheBordersOfBlocks() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(LedgerReader.HEADER.getBytes(US_ASCII));
    Set<String> ids = new TreeSet<>();
    for (int n = 0; n < 25_000; n++) {
      LedgerLine line =
          Samples.line(Samples.daily(n, "2026-11-25T03:00:00Z", (long) Math.pow(10, n % 12)), "t");
      bytes.write(line.text().getBytes(US_ASCII));
      ids.add(line.id());
    }
    Files.write(file, bytes.toByteArray());
    assertTrue(bytes.size() > 3 << 20);
    Ledger.Opened opened = open();
    try (Ledger ledger = opened.ledger()) {
      assertEquals(List.of(), opened.warnings());
      assertEquals(ids, ledger.known(ids).keySet());
    }
  }

  @Test
  void theLastLineOfAnIdCounts() throws Exception {
    LedgerLine newer = Samples.line(Samples.daily(1, "2026-11-25T09:00:00Z", 9), "text more");
    Files.write(file, ledger(List.of(LINES.get(0), LINES.get(1), newer)));
    try (Ledger ledger = open().ledger()) {
      assertEquals(newer, ledger.known(IDS).get(newer.id()).line());
    }
  }

  private Ledger.Opened open() throws IOException, StoreFailure {
    return open(0);
  }

  private Ledger.Opened open(long least) throws IOException, StoreFailure {
    return Ledger.open(file, store, least, () -> forgotten++, new Cleanup());
  }

  private static Set<LedgerLine> lines(Ledger ledger) throws IOException {
    return known(ledger).values().stream().map(Known::line).collect(Collectors.toSet());
  }

  private static Set<String> ids(Ledger ledger) throws IOException {
    return new TreeSet<>(known(ledger).keySet());
  }

  private static Map<String, Known> known(Ledger ledger) throws IOException {
    return ledger.known(
        IntStream.range(0, 10).mapToObj(Samples::id).collect(Collectors.toUnmodifiableSet()));
  }

  private Set<String> names() throws IOException {
    try (var files = Files.list(file.getParent())) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private void keepFiles() throws IOException {
    for (LedgerLine line : LINES) {
      Path path = store.resolve(line.place());
      Files.createDirectories(path.getParent());
      Files.writeString(path, "text");
      Files.setLastModifiedTime(path, FileTime.from(line.createdDate()));
    }
  }

  private static byte[] ledger(List<LedgerLine> lines) {
    return (LedgerReader.HEADER
            + lines.stream().map(LedgerLine::text).collect(Collectors.joining()))
        .getBytes(US_ASCII);
  }
}
