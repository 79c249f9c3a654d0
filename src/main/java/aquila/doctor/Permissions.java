package aquila.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the user may do, from UserPermissionAccess, which shows everybody the own row.
 *
 * @param api API Enabled
 * @param logs View Event Log Files
 * @param all View All Data
 * @param modify Modify All Data
 */
record Permissions(boolean api, boolean logs, boolean all, boolean modify) {

  static final String QUERY =
      "SELECT PermissionsApiEnabled, PermissionsViewEventLogFiles, PermissionsViewAllData,"
          + " PermissionsModifyAllData FROM UserPermissionAccess";

  static Permissions of(JsonNode row) {
    return new Permissions(
        row.path("PermissionsApiEnabled").asBoolean(),
        row.path("PermissionsViewEventLogFiles").asBoolean(),
        row.path("PermissionsViewAllData").asBoolean(),
        row.path("PermissionsModifyAllData").asBoolean());
  }

  /** Either of two permissions shows event logs. */
  boolean seesLogs() {
    return logs || all;
  }

  String text() {
    return "API Enabled "
        + word(api)
        + ", View Event Log Files "
        + word(logs)
        + ", View All Data "
        + word(all)
        + ", Modify All Data "
        + word(modify)
        + (all || modify ? "" : " (the last two are not needed)");
  }

  private static String word(boolean has) {
    return has ? "yes" : "no";
  }
}
