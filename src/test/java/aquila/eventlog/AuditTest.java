package aquila.eventlog;

import static aquila.eventlog.Samples.NOW;
import static aquila.eventlog.Samples.daily;
import static aquila.eventlog.Samples.hourly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the org offers against what is stored. */
class AuditTest {
  private static final String CREATED = "2026-11-25T03:00:00Z";

  @TempDir Path directory;
  private StoreOnDisk store;

  @BeforeEach
  void make() throws IOException {
    store = StoreOnDisk.at(directory);
  }

  @Test
  void namesWhatIsMissingAndWhatIsOutdated() throws Exception {
    store.keep(daily(1, CREATED, 4), "text");
    store.keep(daily(2, CREATED, 4), "text");
    EventLogFile anew = daily(2, "2026-11-25T09:00:00Z", 9);
    Audit.Result result = audit(daily(1, CREATED, 4), anew, daily(3, CREATED, 4));
    assertEquals(
        List.of(Samples.id(3), Samples.id(2)),
        result.missing().stream().map(one -> one.file().id()).toList());
    assertEquals(List.of(false, true), result.missing().stream().map(m -> m.isNewer()).toList());
    assertFalse(result.isComplete());
  }

  @Test
  void whatWasRotatedAwayIsNotMissing() throws Exception {
    LedgerLine line = store.keep(daily(1, CREATED, 4), "text");
    Files.delete(store.place(line));
    assertTrue(audit(daily(1, CREATED, 4)).isComplete());
  }

  @Test
  void tellsHowLongTheOrgStillHasAFile() throws Exception {
    EventLogFile old = daily(1, "2026-10-27T12:00:00Z", 4);
    EventLogFile gone = daily(2, "2026-09-01T12:00:00Z", 4);
    Audit.Result result = audit(daily(3, CREATED, 4), old, gone);
    assertEquals(
        List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(30).minusHours(9)),
        result.missing().stream().map(Audit.Missing::left).toList());
  }

  @Test
  void anOrgThatKeepsADayKeepsNoMore() throws Exception {
    Audit.Result all = Audit.of(List.of(daily(1, CREATED, 4)), true, directory, NOW);
    assertEquals(Duration.ofHours(15), all.missing().get(0).left());
    Audit.Result some = Audit.of(List.of(daily(1, CREATED, 4)), false, directory, NOW);
    assertEquals(Duration.ofDays(30).minusHours(9), some.missing().get(0).left());
  }

  @Test
  void aNumberThatWasLeftOutIsAGap() throws Exception {
    String hour = "2026-11-24T05:00:00Z";
    EventLogFile first = hourly(1, hour, CREATED, 1);
    EventLogFile fourth = hourly(4, hour, CREATED, 4);
    store.keep(first, "text");
    store.keep(fourth, "text");
    Audit.Result result = audit(first, fourth);
    assertEquals(
        List.of(new Audit.Gap("Login", Instant.parse(hour), List.of(2, 3))), result.gaps());
    assertEquals(List.of(), result.missing());
    assertFalse(result.isComplete());
  }

  @Test
  void aNumberThatTheOrgHasDeletedSinceIsNoGap() throws Exception {
    String hour = "2026-11-24T05:00:00Z";
    store.keep(hourly(1, hour, CREATED, 1), "text");
    store.keep(hourly(2, hour, CREATED, 2), "text");
    EventLogFile third = hourly(3, hour, CREATED, 3);
    store.keep(third, "text");
    assertTrue(audit(third).isComplete());
  }

  @Test
  void dailyFilesHaveNoGaps() throws Exception {
    EventLogFile file = daily(1, CREATED, 4);
    store.keep(file, "text");
    assertTrue(audit(file).isComplete());
    EventLogFile odd =
        Samples.file(Samples.id(2), Interval.DAILY, "2026-11-24T00:00:00Z", CREATED, 7, 4);
    store.keep(odd, "text");
    assertTrue(audit(odd).isComplete());
  }

  @Test
  void showsADayWithoutAFileAsNone() throws Exception {
    EventLogFile first = day(1, "2026-11-20");
    EventLogFile last = day(2, "2026-11-24");
    store.keep(first, "text");
    Audit.Result result = audit(first, last);
    assertEquals(1, result.coverage().size());
    assertEquals(
        List.of(
            Coverage.Cell.STORED,
            Coverage.Cell.NONE,
            Coverage.Cell.NONE,
            Coverage.Cell.NONE,
            Coverage.Cell.MISSING),
        result.coverage().get(0).row());
  }

  @Test
  void noneDoesNotMakeItIncomplete() throws Exception {
    EventLogFile first = day(1, "2026-11-20");
    EventLogFile last = day(2, "2026-11-24");
    store.keep(first, "text");
    store.keep(last, "text");
    assertTrue(audit(first, last).isComplete());
  }

  @Test
  void oneMissingFileMakesItsHourMissing() throws Exception {
    EventLogFile first = hourly(1, "2026-11-24T05:00:00Z", CREATED, 1);
    EventLogFile second = hourly(2, "2026-11-24T05:00:00Z", CREATED, 2);
    store.keep(first, "text");
    assertEquals(List.of(Coverage.Cell.MISSING), audit(first, second).coverage().get(0).row());
    assertEquals(List.of(Coverage.Cell.MISSING), audit(second, first).coverage().get(0).row());
  }

  @Test
  void aHostileSequenceCostsNoMemory() throws Exception {
    EventLogFile file = hourly(1, "2026-11-24T05:00:00Z", CREATED, 1_000_000);
    store.keep(file, "text");
    assertEquals(999_999, audit(file).gaps().get(0).numbers().size());
  }

  @Test
  void aHostileLogDateCostsNoMemory() throws Exception {
    EventLogFile file = hourly(1, "0001-01-01T05:00:00Z", CREATED, 1);
    Audit.Result result = audit(file, hourly(2, "2026-11-24T05:00:00Z", CREATED, 1));
    assertEquals(400 * 24 + 2, result.coverage().get(0).cells().size());
  }

  @Test
  void nothingOfferedIsNothingMissing() throws Exception {
    assertTrue(audit().isComplete());
    assertEquals(List.of(), audit().coverage());
  }

  private static EventLogFile day(int number, String date) {
    return Samples.file(Samples.id(number), Interval.DAILY, date + "T00:00:00Z", CREATED, 0, 4);
  }

  private Audit.Result audit(EventLogFile... listed) throws StoreFailure {
    return Audit.of(List.of(listed), false, directory, NOW);
  }
}
