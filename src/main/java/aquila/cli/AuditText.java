package aquila.cli;

import aquila.eventlog.Audit;
import aquila.eventlog.Coverage;
import aquila.eventlog.EventLogFile;
import aquila.eventlog.Interval;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An audit as a picture, a row for each type and a cell for each day, and as JSON. Hourly files
 * have a row for each type and day, and a cell for each hour.
 */
final class AuditText {
  private static final int DAYS = 60;

  private final Audit.Result result;
  private final boolean hasColour;

  AuditText(Audit.Result result, boolean hasColour) {
    this.result = result;
    this.hasColour = hasColour;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int width =
        Math.max(
            "hourly".length(),
            result.coverage().stream().mapToInt(row -> row.eventType().length()).max().orElse(0));
    for (Interval interval : Interval.values()) {
      List<Coverage> rows =
          result.coverage().stream().filter(row -> row.interval() == interval).toList();
      if (!rows.isEmpty()) {
        text.append(interval == Interval.DAILY ? daily(rows, width) : hourly(rows, width));
        text.append('\n');
      }
    }
    if (text.length() > 0) {
      text.append("# stored   ! missing   . none offered\n");
    }
    result.missing().forEach(one -> text.append(line(one)));
    for (Audit.Gap gap : result.gaps()) {
      text.append("gap      ")
          .append(gap.eventType())
          .append(' ')
          .append(gap.logDate())
          .append(": no file with the number ")
          .append(gap.numbers().stream().map(String::valueOf).collect(Collectors.joining(", ")))
          .append('\n');
    }
    return text.append(result.listed() - result.missing().size())
        .append(" of ")
        .append(Amount.files(result.listed()))
        .append(" stored\n")
        .toString();
  }

  private String daily(List<Coverage> rows, int width) {
    StringBuilder text = new StringBuilder();
    List<Instant> days = List.copyOf(rows.get(0).cells().keySet());
    List<Instant> shown = days.subList(Math.max(0, days.size() - DAYS), days.size());
    text.append(
        String.format(
            Locale.ROOT,
            "%-" + width + "s  %s to %s\n",
            "daily",
            date(shown.get(0)),
            date(last(shown))));
    for (Coverage row : rows) {
      text.append(padded(row.eventType(), width));
      shown.forEach(day -> text.append(cell(row.cells().getOrDefault(day, Coverage.Cell.NONE))));
      text.append('\n');
    }
    return text.toString();
  }

  private String hourly(List<Coverage> rows, int width) {
    StringBuilder text = new StringBuilder(padded("hourly", width)).append("00:00 to 23:00 UTC\n");
    for (Coverage row : rows) {
      Map<LocalDate, StringBuilder> days = new TreeMap<>();
      row.cells()
          .forEach(
              (hour, cell) -> {
                StringBuilder line = days.computeIfAbsent(date(hour), day -> new StringBuilder());
                if (line.isEmpty()) {
                  line.append(" ".repeat(hour.atOffset(ZoneOffset.UTC).getHour()));
                }
                line.append(cell(cell));
              });
      Instant end = row.cells().lastKey();
      days.computeIfPresent(
          date(end),
          (day, line) -> line.append(" ".repeat(23 - end.atOffset(ZoneOffset.UTC).getHour())));
      days.forEach(
          (day, line) ->
              text.append(padded(row.eventType(), width))
                  .append(line)
                  .append("  ")
                  .append(day)
                  .append('\n'));
    }
    return text.toString();
  }

  private String cell(Coverage.Cell cell) {
    return switch (cell) {
      case STORED -> coloured("#", "32");
      case MISSING -> coloured("!", "31;1");
      case NONE -> coloured(".", "90");
    };
  }

  private String coloured(String mark, String colour) {
    return hasColour ? "\u001b[" + colour + "m" + mark + "\u001b[0m" : mark;
  }

  private static String line(Audit.Missing one) {
    EventLogFile file = one.file();
    return (one.isNewer() ? "outdated " : "missing  ")
        + file.eventType()
        + " "
        + (file.interval() == Interval.DAILY ? date(file.logDate()) : file.logDate())
        + " ("
        + file.id()
        + "): "
        + left(one.left())
        + "\n";
  }

  private static String left(Duration left) {
    return left.isZero()
        ? "the org may delete it any moment"
        : "the org deletes it in about " + Amount.time(left);
  }

  private static String padded(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s  ", text);
  }

  private static LocalDate date(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant last(List<Instant> moments) {
    return moments.get(moments.size() - 1);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("listed", result.listed());
    json.put("stored", result.listed() - result.missing().size());
    ArrayNode missing = json.putArray("missing");
    for (Audit.Missing one : result.missing()) {
      EventLogFile file = one.file();
      missing
          .addObject()
          .put("id", file.id())
          .put("event_type", file.eventType())
          .put("interval", file.interval().directory())
          .put("log_date", file.logDate().toString())
          .put("sequence", file.sequence())
          .put("created_date", file.createdDate().toString())
          .put("outdated", one.isNewer())
          .put("hours_left", one.left().toHours());
    }
    ArrayNode gaps = json.putArray("gaps");
    for (Audit.Gap gap : result.gaps()) {
      ObjectNode hour = gaps.addObject();
      hour.put("event_type", gap.eventType()).put("log_date", gap.logDate().toString());
      ArrayNode numbers = hour.putArray("missing_sequence");
      gap.numbers().forEach(numbers::add);
    }
    ArrayNode coverage = json.putArray("coverage");
    for (Coverage row : result.coverage()) {
      ObjectNode one = coverage.addObject();
      one.put("event_type", row.eventType()).put("interval", row.interval().directory());
      ObjectNode cells = one.putObject("cells");
      row.cells()
          .forEach(
              (moment, cell) -> cells.put(moment.toString(), cell.name().toLowerCase(Locale.ROOT)));
    }
    return json;
  }
}
