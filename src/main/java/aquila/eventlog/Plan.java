package aquila.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to do, from what the org lists and what the ledger knows.
 *
 * @param wanted to be downloaded, in the order of the listing
 * @param already how many are stored in this revision, or in a newer one
 * @param waiting too fresh to be trusted yet: the next run will want them
 */
record Plan(List<Item> wanted, int already, List<EventLogFile> waiting) {

  Plan {
    wanted = List.copyOf(wanted);
    waiting = List.copyOf(waiting);
  }

  /**
   * A file to download.
   *
   * @param file the revision that the org offers
   * @param before what the ledger knows of its Id, or null
   */
  record Item(EventLogFile file, @Nullable Known before) {

    /** Whether the same revision was stored before, with these bytes. */
    boolean isKnown(Content content) {
      return before != null
          && before.line().isRevision(file)
          && before.line().sha256().equals(content.sha256());
    }
  }

  /**
   * Plans a run.
   *
   * @param settled files created after this moment are left to the next run
   */
  static Plan of(List<EventLogFile> listed, Map<String, Known> known, Instant settled) {
    List<Item> wanted = new ArrayList<>();
    List<EventLogFile> waiting = new ArrayList<>();
    int already = 0;
    for (EventLogFile file : newest(listed)) {
      Known before = known.get(file.id());
      if (before != null && isStored(file, before)) {
        already++;
      } else if (file.createdDate().isAfter(settled)) {
        waiting.add(file);
      } else {
        wanted.add(new Item(file, before));
      }
    }
    return new Plan(wanted, already, waiting);
  }

  private static boolean isStored(EventLogFile file, Known before) {
    // Pages of one listing may be older than those of another run.
    return before.line().isAtLeast(file) && (before.isSettled() || !before.line().isRevision(file));
  }

  /** A file that was made anew while the pages were read is listed twice. */
  private static List<EventLogFile> newest(List<EventLogFile> listed) {
    Comparator<EventLogFile> age = Comparator.comparing(EventLogFile::createdDate);
    Map<String, EventLogFile> newest = new LinkedHashMap<>();
    for (EventLogFile file : listed) {
      newest.merge(file.id(), file, (a, b) -> age.compare(a, b) > 0 ? a : b);
    }
    return List.copyOf(newest.values());
  }
}
