package aquila.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of the ledger, whole or damaged. */
class LedgerLineTest {

  private static final LedgerLine LINE =
      Samples.line(Samples.daily(7, "2026-11-25T03:00:00.123Z", 4), "text");

  @ParameterizedTest
  @CsvSource({
    "HOURLY, 2026-11-24T05:00:00Z, 12, 0, true",
    "HOURLY, 2026-11-24T05:00:00Z, 1, -1, false",
    "DAILY, 2026-11-24T00:00:00Z, 0, 5000000000, true",
    "DAILY, 2026-11-24T00:00:00Z, -1, 4, false",
  })
  void isReadAsItWasWritten(
      Interval interval, String logDate, int sequence, long length, boolean isCompressed) {
    EventLogFile file =
        Samples.file(
            Samples.id(9), interval, logDate, "2026-11-25T03:00:00.001Z", sequence, length);
    LedgerLine line = LedgerLine.of(file, Samples.content("text"), isCompressed);
    assertEquals(Optional.of(line), read(line.text()));
  }

  @Test
  void isOneLineOfAscii() {
    String text = LINE.text();
    assertTrue(text.matches("[ -~\t]+\n"), text);
    assertEquals(text, new String(text.getBytes(US_ASCII), US_ASCII));
  }

  @Test
  void everySingleDamagedByteIsNoticed() {
    byte[] whole = LINE.text().strip().getBytes(US_ASCII);
    assertTrue(LedgerLine.isIntact(whole, 0, whole.length));
    for (int at = 0; at < whole.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] damaged = whole.clone();
        damaged[at] = (byte) value;
        boolean isSame = damaged[at] == whole[at];
        assertEquals(
            isSame, LedgerLine.isIntact(damaged, 0, damaged.length), "byte " + at + "=" + value);
      }
    }
  }

  /** Its place would be outside of the store, and the checksum is no secret. */
  @ParameterizedTest
  @CsvSource({
    "../../../../etc/x1, Login",
    "0AT00000000000000/, Login",
    "'', Login",
    "0AT000000000000001, ../../x",
    "0AT000000000000001, a/b",
    "0AT000000000000001, ''",
  })
  void aLineThatLeadsOutOfTheStoreIsNone(String id, String type) {
    LedgerLine planted =
        new LedgerLine(
            id,
            LINE.createdDate(),
            4,
            4,
            LINE.sha256(),
            type,
            Interval.DAILY,
            LINE.logDate(),
            0,
            false);
    byte[] text = planted.text().stripTrailing().getBytes(US_ASCII);
    assertTrue(LedgerLine.isIntact(text, 0, text.length));
    assertEquals(Optional.empty(), LedgerLine.parse(text, 0, text.length));
  }

  @Test
  void everyCutIsNoticed() {
    byte[] whole = LINE.text().strip().getBytes(US_ASCII);
    for (int length = 0; length < whole.length; length++) {
      assertFalse(LedgerLine.isIntact(whole, 0, length), "cut to " + length);
    }
    for (int from = 1; from < whole.length - 8; from++) {
      assertFalse(LedgerLine.isIntact(whole, from, whole.length - from), "begins at " + from);
    }
  }

  @Test
  void twoBytesThatChangePlacesAreNoticed() {
    byte[] whole = LINE.text().strip().getBytes(US_ASCII);
    for (int at = 1; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] = whole[at - 1];
      damaged[at - 1] = whole[at];
      boolean isSame = whole[at] == whole[at - 1];
      assertEquals(isSame, LedgerLine.isIntact(damaged, 0, damaged.length), "at " + at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HOURLY, true, interval=hourly/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv.gz",
    "DAILY, false, interval=daily/log_type=Login/log_date=2026-11-24/0AT000000000000001.csv",
  })
  void namesThePartitionInUtc(Interval interval, boolean isCompressed, String place) {
    // 23:30 in St. John's, where these tests run, is another day than in UTC.
    EventLogFile file =
        Samples.file(Samples.id(1), interval, "2026-11-24T02:00:00Z", "2026-11-25T03:00:00Z", 1, 4);
    LedgerLine line = LedgerLine.of(file, Samples.content("text"), isCompressed);
    assertEquals(place, line.place());
    assertFalse(line.otherPlace().equals(place));
    assertEquals(
        place.replace(".gz", ""), (isCompressed ? line.otherPlace() : place).replace(".gz", ""));
  }

  @ParameterizedTest
  @CsvSource({
    // listed CreatedDate, listed length, is at least
    "2026-11-25T03:00:00Z, 4, true",
    "2026-11-25T02:59:59.999Z, 4, true",
    "2026-11-25T02:59:59.999Z, 9, true",
    "2026-11-25T03:00:00Z, 9, false",
    "2026-11-25T03:00:00.001Z, 4, false",
  })
  void isAtLeastWhatIsListed(Instant created, long length, boolean isAtLeast) {
    LedgerLine line = Samples.line(Samples.daily(1, "2026-11-25T03:00:00Z", 4), "text");
    EventLogFile listed = Samples.daily(1, created.toString(), length);
    assertEquals(isAtLeast, line.isAtLeast(listed));
  }

  private static Optional<LedgerLine> read(String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    int length = bytes.length - 1;
    assertEquals('\n', bytes[length]);
    assertTrue(LedgerLine.isIntact(bytes, 0, length));
    return LedgerLine.parse(bytes, 0, length);
  }
}
