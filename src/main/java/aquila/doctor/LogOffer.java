package aquila.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest event log files that the org offers.
 *
 * @param files records, the newest first
 * @param hasIntervals whether the org knows daily and hourly files
 */
record LogOffer(List<ObjectNode> files, boolean hasIntervals) {

  LogOffer {
    files = List.copyOf(files);
  }

  /** The newest day or hour that there is a file about. */
  String newest() {
    ObjectNode first =
        Collections.max(files, Comparator.comparing(file -> file.path("LogDate").asText()));
    return first.path("EventType").asText() + " of " + first.path("LogDate").asText();
  }

  /** The file that costs least to download. */
  Optional<ObjectNode> smallest() {
    return files.stream().min(Comparator.comparingDouble(LogOffer::length));
  }

  /** {@code LogFileLength} is a number such as 2692.0. */
  static double length(ObjectNode file) {
    return file.path("LogFileLength").asDouble();
  }
}
