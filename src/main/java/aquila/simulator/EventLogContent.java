package aquila.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What stands in an event log file: a header and some rows, every value in quotes. Some rows hold
 * what readers stumble over: quotes, line ends, a text in place of an address.
 */
final class EventLogContent {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_ROWS = 40;

  private final long seed;

  EventLogContent(long seed) {
    this.seed = seed;
  }

  List<String> names(String type) {
    List<String> names =
        new ArrayList<>(List.of("EVENT_TYPE", "TIMESTAMP", "REQUEST_ID", "USER_ID", "RUN_TIME"));
    names.addAll(
        switch (type) {
          case "Login", "Logout" -> List.of("USER_NAME", "SOURCE_IP", "LOGIN_STATUS");
          case "ApexUnexpectedException" -> List.of("EXCEPTION_TYPE", "EXCEPTION_MESSAGE");
          default -> List.of("URI", "CLIENT_IP", "STATUS_CODE");
        });
    names.add("TIMESTAMP_DERIVED");
    return names;
  }

  List<String> types(String type) {
    return names(type).stream()
        .map(
            name ->
                switch (name) {
                  case "TIMESTAMP", "TIMESTAMP_DERIVED" -> "DateTime";
                  case "USER_ID" -> "Id";
                  case "RUN_TIME", "STATUS_CODE" -> "Number";
                  case "SOURCE_IP", "CLIENT_IP" -> "IP";
                  default -> "String";
                })
        .toList();
  }

  /** The whole file of a type for the day or hour that begins at this moment. */
  String csv(String type, Instant logDate) {
    SplittableRandom random =
        new SplittableRandom(seed * 31 + type.hashCode() * 1_000_003L + logDate.getEpochSecond());
    List<String> names = names(type);
    StringBuilder csv = new StringBuilder(line(names));
    int rows = 1 + random.nextInt(MOST_ROWS);
    for (int row = 0; row < rows; row++) {
      Instant moment =
          logDate.plus(row * 3600L / rows * 1000 + random.nextInt(999), ChronoUnit.MILLIS);
      csv.append(line(names.stream().map(name -> value(name, type, moment, random)).toList()));
    }
    return csv.toString();
  }

  private String value(String name, String type, Instant moment, SplittableRandom random) {
    return switch (name) {
      case "EVENT_TYPE" -> type;
      case "TIMESTAMP" -> TIMESTAMP.format(moment);
      case "TIMESTAMP_DERIVED" -> moment.truncatedTo(ChronoUnit.MILLIS).toString();
      case "REQUEST_ID" -> "TID:" + Long.toString(Math.abs(random.nextLong()), 36);
      case "USER_ID" -> SalesforceId.of("005", seed, 1);
      case "USER_NAME" -> OrgSetup.USERNAME;
      case "SOURCE_IP", "CLIENT_IP" ->
          random.nextInt(6) == 0 ? "Salesforce.com IP" : "203.0.113." + random.nextInt(1, 255);
      case "LOGIN_STATUS" -> "LOGIN_NO_ERROR";
      case "URI" -> "\"https://org.example/services/data\"";
      case "STATUS_CODE" -> random.nextInt(5) == 0 ? "" : "200";
      case "EXCEPTION_TYPE" -> "System.NullPointerException";
      case "EXCEPTION_MESSAGE" ->
          "Attempt to de-reference a null object,\r\nline 7, \"Trigger.T\"\n";
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
