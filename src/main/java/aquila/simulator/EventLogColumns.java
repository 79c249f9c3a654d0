package aquila.simulator;

import java.util.ArrayList;
import java.util.List;

/** The columns of some event types (Object Reference, "EventLogFile Supported Event Types"). */
final class EventLogColumns {
  private static final List<String> FIRST =
      List.of("EVENT_TYPE", "TIMESTAMP", "REQUEST_ID", "ORGANIZATION_ID", "USER_ID");

  private EventLogColumns() {}

  static List<String> names(String type) {
    List<String> names = new ArrayList<>(FIRST);
    names.addAll(
        switch (type) {
          case "Login" ->
              List.of(
                  "RUN_TIME",
                  "CPU_TIME",
                  "URI",
                  "USER_NAME",
                  "SOURCE_IP",
                  "BROWSER_TYPE",
                  "LOGIN_STATUS",
                  "LOGIN_KEY");
          case "Logout" -> List.of("SESSION_KEY", "LOGIN_KEY", "USER_INITIATED_LOGOUT");
          case "ApiTotalUsage" ->
              List.of(
                  "API_FAMILY", "API_VERSION", "API_RESOURCE", "CLIENT_IP", "COUNTS_AGAINST_LIMIT");
          case "ApexUnexpectedException" ->
              List.of("EXCEPTION_TYPE", "EXCEPTION_MESSAGE", "STACK_TRACE", "EXCEPTION_CATEGORY");
          case "ApexExecution" ->
              List.of(
                  "RUN_TIME",
                  "CPU_TIME",
                  "EXEC_TIME",
                  "NUMBER_SOQL_QUERIES",
                  "ENTRY_POINT",
                  "IS_LONG_RUNNING_REQUEST");
          case "API" ->
              List.of(
                  "RUN_TIME",
                  "CPU_TIME",
                  "METHOD_NAME",
                  "ROWS_PROCESSED",
                  "REQUEST_SIZE",
                  "CLIENT_IP",
                  "SUCCESS");
          case "ReportExport" -> List.of("CLIENT_IP", "REPORT_DESCRIPTION", "URI");
          case "LightningPageView" ->
              List.of(
                  "PAGE_URL", "PAGE_APP_NAME", "EFFECTIVE_PAGE_TIME", "BROWSER_NAME", "CLIENT_GEO");
          case "CorsViolation", "InsecureExternalAssets" -> List.of("URI", "ORIGIN");
          default -> List.of("RUN_TIME", "CPU_TIME", "URI", "CLIENT_IP", "STATUS_CODE", "SUCCESS");
        });
    names.add("TIMESTAMP_DERIVED");
    return names;
  }

  static List<String> types(String type) {
    return names(type).stream().map(EventLogColumns::typeOf).toList();
  }

  private static String typeOf(String name) {
    return switch (name) {
      case "TIMESTAMP", "TIMESTAMP_DERIVED" -> "DateTime";
      case "USER_ID", "ORGANIZATION_ID" -> "Id";
      case "SUCCESS", "COUNTS_AGAINST_LIMIT", "USER_INITIATED_LOGOUT", "IS_LONG_RUNNING_REQUEST" ->
          "Boolean";
      case "RUN_TIME",
          "CPU_TIME",
          "EXEC_TIME",
          "STATUS_CODE",
          "NUMBER_SOQL_QUERIES",
          "ROWS_PROCESSED",
          "REQUEST_SIZE",
          "EFFECTIVE_PAGE_TIME",
          "API_VERSION" ->
          "Number";
      case "SOURCE_IP", "CLIENT_IP" -> "IP";
      default -> "String";
    };
  }
}
