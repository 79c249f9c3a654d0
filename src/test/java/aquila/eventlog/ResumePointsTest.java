package aquila.eventlog;

import static aquila.eventlog.Samples.BOTH;
import static aquila.eventlog.Samples.DAILY;
import static aquila.eventlog.Samples.HOURLY;
import static aquila.eventlog.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where on the next run lists. */
class ResumePointsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Selection LOGIN =
      new Selection(Set.of("Login"), Set.of(Interval.DAILY), null, null);
  private static final Selection URI =
      new Selection(Set.of("URI"), Set.of(Interval.DAILY), null, null);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("resume.json");
  }

  @Test
  void listsAllAtFirst() {
    assertNull(read().from(DAILY));
    assertNull(read().newestLogDate());
    assertTrue(read().hasIntervals(NOW));
  }

  @Test
  void goesOnADayBeforeWhereItCame() throws IOException {
    advance(DAILY, NOW);
    assertEquals(NOW.minus(DAY), read().from(DAILY));
  }

  @Test
  void anotherSelectionBringsItsOwnBacklog() throws IOException {
    advance(LOGIN, NOW);
    assertNull(read().from(URI));
    assertNull(read().from(DAILY));
    assertNull(read().from(HOURLY));
    assertNull(read().from(BOTH));
    assertEquals(NOW.minus(DAY), read().from(LOGIN));
  }

  @Test
  void anOlderSinceBringsItsOwnBacklog() throws IOException {
    Instant week = NOW.minus(DAY.multipliedBy(7));
    advance(since(week), NOW);
    assertEquals(NOW.minus(DAY), read().from(since(week)));
    assertEquals(NOW.minus(DAY), read().from(since(week.plus(DAY))));
    assertNull(read().from(since(week.minusMillis(1))));
    assertNull(read().from(DAILY));
  }

  @Test
  void aSinceThatMovesWithTheDaysNeedsNoBacklog() throws IOException {
    for (int day = 0; day < 60; day++) {
      Instant now = NOW.plus(DAY.multipliedBy(day));
      Selection rolling = since(now.minus(DAY.multipliedBy(7)));
      assertEquals(day == 0 ? null : now.minus(DAY.multipliedBy(2)), read().from(rolling));
      advance(rolling, now);
    }
  }

  @Test
  void theWidestCoversTheNarrower() throws IOException {
    advance(BOTH, NOW);
    for (Selection narrower : new Selection[] {DAILY, HOURLY, LOGIN, URI, since(NOW)}) {
      assertEquals(NOW.minus(DAY), read().from(narrower));
    }
  }

  @Test
  void whatOneSelectionCameToIsNotTakenFromAnother() throws IOException {
    Instant early = NOW.minus(DAY.multipliedBy(5));
    advance(DAILY, early);
    advance(LOGIN, NOW);
    assertEquals(early.minus(DAY), read().from(DAILY));
    assertEquals(early.minus(DAY), read().from(URI));
    assertEquals(NOW.minus(DAY), read().from(LOGIN));
  }

  @Test
  void aRunThatEndedEarlierInTimeTakesThePointBack() throws IOException {
    Instant failed = NOW.minus(DAY.multipliedBy(5));
    advance(DAILY, NOW);
    advance(DAILY, failed);
    assertEquals(failed.minus(DAY), read().from(DAILY));
  }

  @Test
  void aWiderRunThatEndedEarlierInTimeTakesTheNarrowOneBackToo() throws IOException {
    Instant failed = NOW.minus(DAY.multipliedBy(5));
    advance(LOGIN, NOW);
    advance(DAILY, failed);
    assertEquals(failed.minus(DAY), read().from(LOGIN));
  }

  @Test
  void anUntilMovesNothing() throws IOException {
    Selection chunk =
        new Selection(Set.of(), Set.of(Interval.DAILY), null, NOW.minus(DAY.multipliedBy(20)));
    advance(chunk, NOW);
    assertNull(read().from(chunk));
    assertNull(read().from(DAILY));
  }

  @Test
  void aRunWithoutAFileMovesNothing() throws IOException {
    advance(DAILY, NOW);
    read().advance(DAILY, Optional.empty(), 7);
    assertEquals(NOW.minus(DAY), read().from(DAILY));
  }

  @Test
  void manySelectionsAreNotRememberedForEver() throws IOException {
    advance(DAILY, NOW);
    for (int i = 0; i < 200; i++) {
      Selection one = new Selection(Set.of("Type" + i), Set.of(Interval.HOURLY), null, null);
      advance(one, NOW);
      assertEquals(NOW.minus(DAY), read().from(one));
      // The one in use stays, whatever else is tried.
      advance(DAILY, NOW);
      assertEquals(NOW.minus(DAY), read().from(DAILY));
    }
    assertTrue(Files.size(file) < 10_000);
  }

  @Test
  void anyDamageCostsALongerListingAndNothingElse() throws IOException {
    ResumePoints points = read();
    points.setHasIntervals(false, NOW);
    points.stored(NOW);
    points.advance(DAILY, Optional.of(NOW), 7);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << bit);
        Files.write(file, damaged);
        Instant from = read().from(DAILY);
        // A point may go, but never come out as another.
        assertTrue(from == null || from.equals(NOW.minus(DAY)), "byte " + at + ": " + from);
      }
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertNull(read().from(DAILY), "cut to " + length);
    }
    Files.delete(file);
    Files.createDirectory(file);
    assertNull(read().from(DAILY));
  }

  @Test
  void anOrgWithoutIntervalsIsAskedAgainAfterAWeek() throws IOException {
    ResumePoints points = read();
    points.setHasIntervals(false, NOW);
    points.advance(DAILY, Optional.empty(), 7);
    assertFalse(read().hasIntervals(NOW));
    assertFalse(read().hasIntervals(NOW.plus(DAY.multipliedBy(7))));
    assertTrue(read().hasIntervals(NOW.plus(DAY.multipliedBy(7)).plusMillis(1)));
  }

  @Test
  void askingWithoutIntervalsDoesNotPutTheQuestionOff() throws IOException {
    ResumePoints points = read();
    for (int day = 0; day <= 7; day++) {
      points.setHasIntervals(false, NOW.plus(DAY.multipliedBy(day)));
    }
    assertTrue(points.hasIntervals(NOW.plus(DAY.multipliedBy(7)).plusMillis(1)));
  }

  @Test
  void anOrgThatHasIntervalsNowIsBelieved() {
    ResumePoints points = read();
    points.setHasIntervals(false, NOW);
    points.setHasIntervals(true, NOW.plus(DAY.multipliedBy(8)));
    assertTrue(points.hasIntervals(NOW.plus(DAY.multipliedBy(8))));
  }

  @Test
  void aClockThatWasWrongOnceDoesNotSettleIt() {
    ResumePoints points = read();
    points.setHasIntervals(false, Instant.parse("2099-01-01T00:00:00Z"));
    assertTrue(points.hasIntervals(NOW));
  }

  @Test
  void remembersHowLongTheLedgerWas() throws IOException {
    assertEquals(0, read().ledgerLength());
    read().advance(DAILY, Optional.empty(), 150_000_000_000L);
    assertEquals(150_000_000_000L, read().ledgerLength());
  }

  @Test
  void remembersTheNewestDayThatWasStored() throws IOException {
    ResumePoints points = read();
    points.stored(NOW);
    points.stored(NOW.minus(DAY));
    points.advance(DAILY, Optional.empty(), 7);
    assertEquals(NOW, read().newestLogDate());
  }

  private ResumePoints read() {
    return ResumePoints.read(file);
  }

  private void advance(Selection selection, Instant created) throws IOException {
    read().advance(selection, Optional.of(created), 7);
  }

  private static Selection since(Instant since) {
    return new Selection(Set.of(), Set.of(Interval.DAILY), since, null);
  }
}
