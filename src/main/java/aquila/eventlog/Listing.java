package aquila.eventlog;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.rest.Org;
import aquila.rest.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the org which event log files it offers, oldest first: one call a page.
 *
 * <p>An org without hourly logs has no columns {@code Interval} and {@code Sequence}, and refuses a
 * query that names them; it is asked again without them, once.
 */
public final class Listing {
  private static final String FIELDS =
      "Id, EventType, LogDate, CreatedDate, LogFileLength, LogFile";
  private static final String HOURLY_FIELDS = ", Interval, Sequence";
  private static final String COLUMNS = ", LogFileFieldNames, LogFileFieldTypes";

  private final Org org;
  private final String apiVersion;
  private final boolean withColumns;
  private boolean hasIntervals;

  /**
   * A listing that has not been asked for yet.
   *
   * @param hasIntervals false if the org is known to have no hourly logs
   * @param withColumns whether to ask for the columns of each file too
   */
  public Listing(Org org, String apiVersion, boolean hasIntervals, boolean withColumns) {
    this.org = org;
    this.apiVersion = apiVersion;
    this.hasIntervals = hasIntervals;
    this.withColumns = withColumns;
  }

  /** What was listed, and what of it cannot be used. */
  public record Found(List<EventLogFile> files, List<String> strange) {
    public Found {
      files = List.copyOf(files);
      strange = List.copyOf(strange);
    }
  }

  /** Whether the org has hourly logs, as far as is known. */
  public boolean hasIntervals() {
    return hasIntervals;
  }

  /**
   * Lists all files of a selection.
   *
   * @param createdFrom the first CreatedDate, or null for all
   */
  public Found all(Selection selection, @Nullable Instant createdFrom) throws Failure {
    List<EventLogFile> files = new ArrayList<>();
    List<String> strange = new ArrayList<>();
    each(
        selection,
        createdFrom,
        record -> {
          try {
            files.add(EventLogFile.of(record));
          } catch (EventLogFile.Strange e) {
            strange.add(record.path("Id").asText() + ": " + e.getMessage());
          }
        });
    return new Found(files, strange);
  }

  /** Passes on each record of a selection as it was sent, also those that cannot be used. */
  public void each(
      Selection selection, @Nullable Instant createdFrom, Consumer<ObjectNode> receiver)
      throws Failure {
    Query query = query(selection, createdFrom);
    List<ObjectNode> first;
    try {
      first = query.nextPage();
    } catch (ApiRefused e) {
      if (!hasIntervals || !isAboutIntervals(e)) {
        throw e;
      }
      hasIntervals = false;
      query = query(selection, createdFrom);
      first = query.nextPage();
    }
    passOn(first, selection, receiver);
    while (query.hasNext()) {
      passOn(query.nextPage(), selection, receiver);
    }
  }

  private static void passOn(
      List<ObjectNode> page, Selection selection, Consumer<ObjectNode> receiver) {
    for (ObjectNode record : page) {
      if (isWanted(record, selection)) {
        receiver.accept(record);
      }
    }
  }

  /** A server that knows no intervals lists daily files also where hourly ones are asked for. */
  private static boolean isWanted(ObjectNode record, Selection selection) {
    try {
      return selection.wants(EventLogFile.of(record));
    } catch (EventLogFile.Strange e) {
      return true;
    }
  }

  private Query query(Selection selection, @Nullable Instant createdFrom) {
    List<String> conditions = new ArrayList<>(selection.conditions(hasIntervals));
    if (createdFrom != null) {
      conditions.add("CreatedDate >= " + SalesforceTime.literal(createdFrom));
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return new Query(
        org,
        apiVersion,
        "SELECT "
            + FIELDS
            + (hasIntervals ? HOURLY_FIELDS : "")
            + (withColumns ? COLUMNS : "")
            + " FROM EventLogFile"
            + where
            + " ORDER BY CreatedDate, Id");
  }

  /** {@code No such column 'Interval' on entity 'EventLogFile'.} */
  private static boolean isAboutIntervals(ApiRefused refusal) {
    Cause words = refusal.words();
    return words != null
        && words.word("errorCode").equals("INVALID_FIELD")
        && words
            .word("message")
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*'?(interval|sequence)'?.*");
  }
}
