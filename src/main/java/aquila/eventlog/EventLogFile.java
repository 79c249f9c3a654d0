package aquila.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One EventLogFile record (Object Reference, "EventLogFile"). What the server says has been checked
 * against the forms that it may have, since an Id and a type become names on the disk.
 *
 * @param id 18 characters
 * @param eventType for example {@code Login}
 * @param interval daily where the org knows no intervals
 * @param logDate the beginning of the day or hour that it is about
 * @param createdDate when this revision was made
 * @param sequence 0 for a daily file; hourly ones count up as events come in late
 * @param length {@code LogFileLength} in bytes, or -1 where it is missing
 * @param path where its content is, on the org
 * @param fieldNames the columns, if they were asked for
 * @param fieldTypes the types of the columns, if they were asked for
 */
public record EventLogFile(
    String id,
    String eventType,
    Interval interval,
    Instant logDate,
    Instant createdDate,
    int sequence,
    long length,
    String path,
    List<String> fieldNames,
    List<String> fieldTypes) {

  // 15-character Ids differ in case only, and some disks do not.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{18}");
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** An audit lists the numbers that are missing below it. */
  private static final int HIGHEST_SEQUENCE = 1_000_000;

  /** A pebibyte. */
  private static final long LONGEST = 1L << 50;

  public EventLogFile {
    fieldNames = List.copyOf(fieldNames);
    fieldTypes = List.copyOf(fieldTypes);
  }

  /** A record that is not what the object reference promises. */
  static final class Strange extends Exception {
    private static final long serialVersionUID = 1L;

    Strange(String what) {
      super(what);
    }
  }

  /** Reads a record of a listing. */
  static EventLogFile of(JsonNode node) throws Strange {
    String id = matching(node, "Id", ID);
    return new EventLogFile(
        id,
        matching(node, "EventType", TYPE),
        interval(node),
        time(node, "LogDate"),
        time(node, "CreatedDate"),
        (int) number(node, "Sequence", 0, HIGHEST_SEQUENCE),
        number(node, "LogFileLength", -1, LONGEST),
        node.path("LogFile").asText(),
        words(node, "LogFileFieldNames"),
        words(node, "LogFileFieldTypes"));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static boolean isType(String text) {
    return TYPE.matcher(text).matches();
  }

  private static String matching(JsonNode node, String field, Pattern form) throws Strange {
    String text = node.path(field).asText();
    // A null would pass as a type of that name.
    if (!node.path(field).isTextual() || !form.matcher(text).matches()) {
      throw new Strange("its " + field + " is not one: " + text);
    }
    return text;
  }

  private static Interval interval(JsonNode node) throws Strange {
    JsonNode value = node.path("Interval");
    if (value.isMissingNode() || value.isNull() || value.asText().equals("Daily")) {
      return Interval.DAILY;
    }
    if (value.asText().equals("Hourly")) {
      return Interval.HOURLY;
    }
    throw new Strange("its Interval is unknown: " + value.asText());
  }

  private static Instant time(JsonNode node, String field) throws Strange {
    String text = node.path(field).asText();
    try {
      return SalesforceTime.parse(text);
    } catch (DateTimeException e) {
      throw new Strange("its " + field + " is not a time: " + text);
    }
  }

  /** Numbers come as doubles: {@code 2692.0}. */
  private static long number(JsonNode node, String field, long otherwise, long most)
      throws Strange {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    double number = value.isNumber() ? value.doubleValue() : -1;
    // NaN too is not what it is rounded to.
    if (!(number >= 0 && number <= most && number == Math.rint(number))) {
      throw new Strange("its " + field + " is not a count: " + value.asText());
    }
    return (long) number;
  }

  private static List<String> words(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.isEmpty() || text.equals("null") ? List.of() : List.of(text.split(",", -1));
  }
}
