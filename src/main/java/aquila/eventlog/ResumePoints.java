package aquila.eventlog;

import aquila.file.AtomicFile;
import aquila.file.SmallFile;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How far earlier runs have come, so that the next one lists what is new and not all that the org
 * keeps. All times are the org's. Losing this costs a longer listing, and nothing else; a wrong one
 * would cost files, and so it bears a checksum.
 */
final class ResumePoints {

  /** A file may become visible after one with a later CreatedDate. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  /** After this, an org without hourly logs is asked again whether it has them now. */
  private static final Duration DOUBT = Duration.ofDays(7);

  private static final String CHECKSUM = "crc32";
  private static final int MOST = 20;
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final List<Point> points = new ArrayList<>();
  private @Nullable Instant withoutIntervals;
  private @Nullable Instant newestLogDate;
  private long ledgerLength;

  private ResumePoints(Path file) {
    this.file = file;
  }

  /** All files of a selection that were created before a moment have been dealt with. */
  private record Point(Selection selection, Instant created) {}

  /** Reads them; there are none if the file is missing or not to be understood. */
  static ResumePoints read(Path file) {
    ResumePoints read = new ResumePoints(file);
    try {
      JsonNode json = intact(Json.read(SmallFile.read(file, LONGEST)));
      json.path("points").forEach(point -> read.points.add(point(point)));
      read.ledgerLength = json.path("ledgerLength").asLong();
      if (json.path("withoutIntervals").isTextual()) {
        read.withoutIntervals = Instant.parse(json.path("withoutIntervals").asText());
      }
      if (json.path("newestLogDate").isTextual()) {
        read.newestLogDate = Instant.parse(json.path("newestLogDate").asText());
      }
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return new ResumePoints(file);
    }
    return read;
  }

  /** How long the ledger was when these were written, in bytes; 0 if they never were. */
  long ledgerLength() {
    return ledgerLength;
  }

  private static JsonNode intact(JsonNode json) throws IOException {
    if (json instanceof ObjectNode object) {
      JsonNode sum = object.remove(CHECKSUM);
      if (sum != null && sum.asText().equals(checksum(object))) {
        return object;
      }
    }
    throw new IOException("the checksum is wrong");
  }

  private static String checksum(ObjectNode json) {
    CRC32 crc = new CRC32();
    crc.update(Json.write(json).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /** From which CreatedDate on to list, or null for all. */
  @Nullable Instant from(Selection selection) {
    return points.stream()
        .filter(point -> point.selection.covers(selection))
        .map(Point::created)
        .max(Instant::compareTo)
        .map(created -> created.minus(OVERLAP))
        .orElse(null);
  }

  /** The LogDate of the newest file that was ever stored here, or null. */
  @Nullable Instant newestLogDate() {
    return newestLogDate;
  }

  /** Remembers that a file about this day or hour is stored. */
  void stored(Instant logDate) {
    if (newestLogDate == null || logDate.isAfter(newestLogDate)) {
      newestLogDate = logDate;
    }
  }

  /** Whether to ask for intervals, as of a moment. */
  boolean hasIntervals(Instant now) {
    Instant since = withoutIntervals;
    // A clock that was wrong once shall not settle this for years.
    return since == null || now.isBefore(since) || now.isAfter(since.plus(DOUBT));
  }

  /** Remembers that the org answered with or without intervals. */
  void setHasIntervals(boolean has, Instant now) {
    if (has) {
      withoutIntervals = null;
    } else if (hasIntervals(now)) {
      withoutIntervals = now;
    }
  }

  /**
   * Remembers how far a run has come.
   *
   * @param created the CreatedDate before which there is nothing left to do; empty if it is unknown
   * @param ledger how long the ledger is that knows of it, in bytes
   */
  void advance(Selection selection, Optional<Instant> created, long ledger) throws IOException {
    ledgerLength = ledger;
    if (selection.until() == null && created.isPresent()) {
      points.removeIf(
          point ->
              selection.covers(point.selection)
                  || (point.selection.types().equals(selection.types())
                      && point.selection.intervals().equals(selection.intervals())));
      points.add(new Point(selection, created.get()));
      while (points.size() > MOST) {
        points.remove(0);
      }
    }
    ObjectNode json = json();
    json.put(CHECKSUM, checksum(json));
    AtomicFile.replace(file, Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("ledgerLength", ledgerLength);
    if (withoutIntervals != null) {
      json.put("withoutIntervals", withoutIntervals.toString());
    }
    if (newestLogDate != null) {
      json.put("newestLogDate", newestLogDate.toString());
    }
    ArrayNode list = json.putArray("points");
    for (Point point : points) {
      ObjectNode one = list.addObject();
      ArrayNode types = one.putArray("types");
      point.selection.types().stream().sorted().forEach(types::add);
      ArrayNode intervals = one.putArray("intervals");
      point.selection.intervals().stream().sorted().forEach(i -> intervals.add(i.directory()));
      if (point.selection.since() != null) {
        one.put("since", point.selection.since().toString());
      }
      one.put("created", point.created.toString());
    }
    return json;
  }

  private static Point point(JsonNode json) {
    Set<String> types = new HashSet<>();
    json.path("types").forEach(type -> types.add(type.asText()));
    Set<Interval> intervals = new HashSet<>();
    json.path("intervals")
        .forEach(word -> intervals.add(Interval.valueOf(word.asText().toUpperCase(Locale.ROOT))));
    Instant since =
        json.path("since").isTextual() ? Instant.parse(json.path("since").asText()) : null;
    return new Point(
        new Selection(types, intervals, since, null), Instant.parse(json.path("created").asText()));
  }
}
