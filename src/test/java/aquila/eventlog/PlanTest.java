package aquila.eventlog;

import static aquila.eventlog.Samples.daily;
import static aquila.eventlog.Samples.id;
import static aquila.eventlog.Samples.known;
import static aquila.eventlog.Samples.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run has to do. */
class PlanTest {
  private static final String FIRST = "2026-11-25T03:00:00Z";
  private static final String LATER = "2026-11-25T09:00:00Z";

  @Test
  void wantsWhatIsNotStored() {
    assertPlan(plan(List.of(daily(1, FIRST, 4), daily(2, FIRST, 4)), Map.of()), "1 2", 0, "");
  }

  @Test
  void skipsFilesAlreadyStored() {
    EventLogFile file = daily(1, FIRST, 4);
    assertPlan(plan(List.of(file), known(line(file, "text"))), "", 1, "");
  }

  @Test
  void wantsAFileThatWasMadeAnewInPlace() {
    LedgerLine stored = line(daily(1, FIRST, 4), "text");
    assertPlan(plan(List.of(daily(1, LATER, 9)), known(stored)), "1", 0, "");
  }

  @Test
  void wantsAnotherLengthUnderTheSameCreatedDate() {
    LedgerLine stored = line(daily(1, FIRST, 4), "text");
    assertPlan(plan(List.of(daily(1, FIRST, 9)), known(stored)), "1", 0, "");
  }

  @Test
  void leavesANewerOneAloneThoughAnOldPageListsTheOlder() {
    LedgerLine stored = line(daily(1, LATER, 9), "text more");
    assertPlan(plan(List.of(daily(1, FIRST, 4)), known(stored)), "", 1, "");
  }

  @Test
  void keepsFilesOfEqualCreatedDateApart() {
    EventLogFile one = daily(1, FIRST, 4);
    List<EventLogFile> listed = List.of(one, daily(2, FIRST, 4), daily(3, FIRST, 4));
    assertPlan(plan(listed, known(line(one, "text"))), "2 3", 1, "");
  }

  @Test
  void wantsAFileOnceThoughItIsListedTwice() {
    List<EventLogFile> listed = List.of(daily(1, FIRST, 4), daily(2, FIRST, 4), daily(1, FIRST, 4));
    assertPlan(plan(listed, Map.of()), "1 2", 0, "");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void wantsTheNewestOfTwoRevisionsInEitherOrder(boolean isNewestFirst) {
    List<EventLogFile> listed = new ArrayList<>(List.of(daily(1, FIRST, 4), daily(1, LATER, 9)));
    if (isNewestFirst) {
      Collections.reverse(listed);
    }
    Plan plan = plan(listed, Map.of());
    assertEquals(1, plan.wanted().size());
    assertEquals(9, plan.wanted().get(0).file().length());
  }

  @Test
  void plansTheSameForEveryOrderOfTheListing() {
    List<EventLogFile> listed = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      listed.add(daily(i % 20, i % 3 == 0 ? FIRST : LATER, 4 + i % 2));
    }
    LedgerLine stored = line(daily(5, LATER, 5), "text!");
    Set<String> expected = names(plan(listed, known(stored)));
    for (int seed = 0; seed < 50; seed++) {
      List<EventLogFile> shuffled = new ArrayList<>(listed);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, names(plan(shuffled, known(stored))));
    }
  }

  @Test
  void leavesYoungFilesToTheNextRun() {
    List<EventLogFile> listed = List.of(daily(1, FIRST, 4), daily(2, LATER, 4));
    Plan plan = Plan.of(listed, Map.of(), Instant.parse(LATER).minusMillis(1));
    assertPlan(plan, "1", 0, "2");
    assertPlan(Plan.of(listed, Map.of(), Instant.parse(LATER)), "1 2", 0, "");
  }

  @Test
  void doesNotWaitForWhatIsStored() {
    EventLogFile file = daily(1, LATER, 4);
    Plan plan = Plan.of(List.of(file), known(line(file, "text")), Instant.parse(FIRST));
    assertPlan(plan, "", 1, "");
  }

  @Test
  void wantsAFileOfDoubtfulLengthUntilThreeRunsBroughtTheSame() {
    EventLogFile file = daily(1, FIRST, 9);
    LedgerLine odd = line(file, "text");
    assertPlan(plan(List.of(file), known(odd)), "1", 0, "");
    assertPlan(plan(List.of(file), known(odd, odd)), "1", 0, "");
    assertPlan(plan(List.of(file), known(odd, odd, odd)), "", 1, "");
    LedgerLine other = line(file, "texts");
    assertPlan(plan(List.of(file), known(odd, odd, other)), "1", 0, "");
    assertPlan(plan(List.of(file), known(odd, odd, other, other)), "1", 0, "");
    assertPlan(plan(List.of(file), known(odd, line(file, "text more"))), "", 1, "");
  }

  @Test
  void doubtsARevisionAnew() {
    LedgerLine odd = line(daily(1, FIRST, 9), "text");
    EventLogFile next = daily(1, LATER, 9);
    assertPlan(plan(List.of(next), known(odd, odd, odd)), "1", 0, "");
    LedgerLine again = line(next, "text");
    assertPlan(plan(List.of(next), known(odd, odd, odd, again)), "1", 0, "");
  }

  @Test
  void tellsADoubtFromANewRevision() {
    EventLogFile file = daily(1, FIRST, 9);
    Map<String, Known> stored = known(line(file, "text"));
    Content same = Samples.content("text");
    assertTrue(plan(List.of(file), stored).wanted().get(0).isKnown(same));
    assertFalse(plan(List.of(file), stored).wanted().get(0).isKnown(Samples.content("other text")));
    assertFalse(plan(List.of(daily(1, LATER, 9)), stored).wanted().get(0).isKnown(same));
    assertFalse(plan(List.of(file), Map.of()).wanted().get(0).isKnown(same));
  }

  @Test
  void takesALengthThatIsNotListedAsRight() {
    EventLogFile file = daily(1, FIRST, -1);
    assertPlan(plan(List.of(file), known(line(file, "text"))), "", 1, "");
  }

  @Test
  void believesALineOfSecondHandOnlyForTheSameRevision() {
    LedgerLine first = line(daily(1, LATER, 4), "text");
    LedgerLine second =
        new LedgerLine(
            first.id(),
            first.createdDate(),
            first.length(),
            first.bytes(),
            first.sha256(),
            first.eventType(),
            first.interval(),
            first.logDate(),
            -1,
            false);
    assertPlan(plan(List.of(daily(1, LATER, 4)), known(second)), "", 1, "");
    // Its date is that of a file on the disk, which a restored backup may have made younger.
    assertPlan(plan(List.of(daily(1, FIRST, 9)), known(second)), "1", 0, "");
    assertPlan(plan(List.of(daily(1, FIRST, 9)), known(first)), "", 1, "");
  }

  private static Plan plan(List<EventLogFile> listed, Map<String, Known> known) {
    return Plan.of(listed, known, Instant.MAX);
  }

  private static Set<String> names(Plan plan) {
    Set<String> names = new TreeSet<>();
    plan.wanted().forEach(item -> names.add(item.file().id() + item.file().createdDate()));
    return names;
  }

  private static void assertPlan(Plan plan, String wanted, int already, String waiting) {
    assertEquals(ids(wanted), plan.wanted().stream().map(item -> item.file().id()).toList());
    assertEquals(already, plan.already());
    assertEquals(ids(waiting), plan.waiting().stream().map(EventLogFile::id).toList());
  }

  private static List<String> ids(String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : Arrays.stream(numbers.split(" ", -1))
            .map(number -> id(Integer.parseInt(number)))
            .toList();
  }
}
