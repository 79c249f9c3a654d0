package aquila.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What stands in an event log file: a header and some rows, every value in quotes. Some rows hold
 * what readers stumble over: quotes, line ends, letters of many scripts, a text in place of an
 * address, empty values, a stack trace of more than 128 KiB.
 */
final class EventLogContent {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_ROWS = 40;

  /** Rows that are repeated in a long file. */
  private static final int BLOCK_ROWS = 400;

  private static final List<String> REPORTS =
      List.of("Umsätze Q4", "東京の取引先", "Pipeline, \"hot\"", "Доля рынка", "🦅 sightings");

  private final long seed;
  private final long size;

  /**
   * The files of an org.
   *
   * @param size the least size of each in bytes
   */
  EventLogContent(long seed, long size) {
    this.seed = seed;
    this.size = size;
  }

  /**
   * The whole file of a type for the day or hour that begins at this moment.
   *
   * @param revision from 1; a later one begins with the rows of the earlier and has more
   */
  Content csv(String type, Instant logDate, int revision) {
    long mix = seed * 31 + type.hashCode() * 1_000_003L + logDate.getEpochSecond();
    SplittableRandom random = new SplittableRandom(mix);
    Reply.Body header = Reply.Body.of(line(EventLogColumns.names(type)));
    if (size == 0) {
      int rows = 1 + random.nextInt(MOST_ROWS) + 3 * (revision - 1);
      return new LongText(header, Reply.Body.of(rows(type, logDate, rows, random)), 1);
    }
    Reply.Body block = Reply.Body.of(rows(type, logDate, BLOCK_ROWS, random));
    long rest = Math.max(1, size - header.length());
    long times = (rest + block.length() - 1) / block.length();
    return new LongText(header, block, times + revision - 1);
  }

  private String rows(String type, Instant logDate, int count, SplittableRandom random) {
    StringBuilder rows = new StringBuilder();
    List<String> names = EventLogColumns.names(type);
    for (int row = 0; row < count; row++) {
      boolean isFirst = row == 0;
      Instant moment =
          logDate.plus(row * 3600L / MOST_ROWS * 1000 + random.nextInt(999), ChronoUnit.MILLIS);
      rows.append(
          line(names.stream().map(name -> value(name, type, moment, isFirst, random)).toList()));
    }
    return rows.toString();
  }

  private String value(
      String name, String type, Instant moment, boolean isFirst, SplittableRandom random) {
    return switch (name) {
      case "EVENT_TYPE" -> type;
      case "TIMESTAMP" -> TIMESTAMP.format(moment);
      case "TIMESTAMP_DERIVED" ->
          random.nextInt(9) == 0 ? "" : moment.truncatedTo(ChronoUnit.MILLIS).toString();
      case "REQUEST_ID", "SESSION_KEY", "LOGIN_KEY" ->
          "TID:" + Long.toString(Math.abs(random.nextLong()), 36);
      case "ORGANIZATION_ID" -> SalesforceId.of("00D", seed, 1);
      case "USER_ID" -> SalesforceId.of("005", seed, 1);
      case "USER_NAME" -> OrgSetup.USERNAME;
      case "SOURCE_IP", "CLIENT_IP" ->
          random.nextInt(6) == 0 ? "Salesforce.com IP" : "203.0.113." + random.nextInt(1, 255);
      case "LOGIN_STATUS" -> "LOGIN_NO_ERROR";
      case "URI", "PAGE_URL" -> "\"https://org.example/services/data\"";
      case "ORIGIN" -> "https://elsewhere.example";
      case "STATUS_CODE" -> random.nextInt(5) == 0 ? "" : "200";
      case "NUMBER_SOQL_QUERIES", "ROWS_PROCESSED" -> random.nextInt(4) == 0 ? "-1" : "12";
      case "API_VERSION" -> "60.0";
      case "SUCCESS", "COUNTS_AGAINST_LIMIT", "USER_INITIATED_LOGOUT", "IS_LONG_RUNNING_REQUEST" ->
          random.nextBoolean() ? "1" : "0";
      case "EXCEPTION_TYPE" -> "System.NullPointerException";
      case "EXCEPTION_MESSAGE" ->
          "Attempt to de-reference a null object,\r\nline 7, \"Trigger.T\"\n";
      case "STACK_TRACE" -> "Class.Deep.call: line 12, column 1\n".repeat(isFirst ? 4000 : 2);
      case "REPORT_DESCRIPTION" -> REPORTS.get(random.nextInt(REPORTS.size()));
      case "BROWSER_TYPE", "BROWSER_NAME", "CLIENT_GEO", "PAGE_APP_NAME", "ENTRY_POINT" -> "";
      case "API_FAMILY", "METHOD_NAME", "API_RESOURCE", "EXCEPTION_CATEGORY" -> "REST";
      default -> Integer.toString(random.nextInt(5000));
    };
  }

  private static String line(List<String> values) {
    return values.stream()
            .map(value -> '"' + value.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }
}
