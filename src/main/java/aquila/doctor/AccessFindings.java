package aquila.doctor;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.rest.ApiUsage;
import aquila.rest.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who the token is and what it may do: the first REST calls. Rows R1 to R12, G3. */
final class AccessFindings {
  static final String ACCESS = "api.access";
  private static final String USER_INFO = "api.user-info";
  private static final String PERMISSIONS = "api.permissions";
  private static final String USER = "api.user";
  private static final String BUDGET = "api.budget";

  /** Nine tenths of the day's calls. */
  private static final int NEARLY = 90;

  static final Verdict OTHER_USER =
      Verdict.warn(
          "api.other-user",
          "",
          ExitCode.API_REFUSED,
          "the token is another user's",
          Advice.by(Who.WITH_ADMINISTRATOR, SetupHint.USERNAME, "write it as username"));
  static final Verdict MODIFY_ALL =
      Verdict.warn(
          "api.modify-all-data",
          "G3",
          ExitCode.API_REFUSED,
          "the user may change all data, which nothing here needs",
          SetupHint.PROFILE,
          "open that profile > System Permissions > Edit: take the tick from Modify All Data > Save",
          "do the same in each of the user's permission sets (the user's page > Permission Set"
              + " Assignments) > Save");
  static final Verdict FEW_CALLS =
      Verdict.warn(
          "api.few-calls",
          "R8",
          ExitCode.API_REFUSED,
          "nearly all API calls of the last 24 hours are used",
          SetupHint.FIND
              + "Company Information shows how many calls the org has; they fall out of the count"
              + " after 24 hours");

  private AccessFindings() {}

  static List<Verdict> verdicts() {
    return List.of(OTHER_USER, MODIFY_ALL, FEW_CALLS);
  }

  static List<Check<Visit>> checks() {
    return List.of(
        new Check<>(
            USER_INFO,
            "who the token is",
            List.of(GrantFindings.INSTANCE),
            AccessFindings::userInfo),
        new Check<>(
            ACCESS,
            "the REST API",
            List.of(GrantFindings.INSTANCE, VersionFindings.ID),
            AccessFindings::access),
        new Check<>(
            PERMISSIONS, "the user's permissions", List.of(ACCESS), AccessFindings::permissions),
        new Check<>(USER, "the user's profile", List.of(ACCESS), AccessFindings::user),
        new Check<>(BUDGET, "API calls", List.of(ACCESS), AccessFindings::budget));
  }

  /** What the org says to one query; only its first page is of interest. */
  static List<ObjectNode> query(Visit visit, String soql) throws Failure {
    return new Query(visit.org(), visit.options().apiVersion(), soql).nextPage();
  }

  private static List<Finding> userInfo(Visit visit) {
    try {
      JsonNode info = visit.org().userInfo();
      String name = info.path("preferred_username").asText();
      Place place = Place.seen(name);
      return name.isEmpty() || name.equalsIgnoreCase(visit.username())
          ? List.of(Finding.pass(USER_INFO, "who the token is", place, null))
          : List.of(Finding.of(OTHER_USER, place, null));
    } catch (ApiRefused e) {
      // The scope openid is not needed for anything else, so this is no failure.
      String reason = "the org does not tell: " + RefusalFindings.words(e);
      Verdict verdict =
          Remedies.find(e)
              .map(
                  row ->
                      new Verdict(
                          row.id(),
                          row.row(),
                          Status.SKIP,
                          ExitCode.OK,
                          row.title(),
                          Advice.none()))
              .orElse(Verdict.skip(USER_INFO, "who the token is"));
      return List.of(visit.filled(Finding.of(verdict, Place.none(), reason)));
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
  }

  private static List<Finding> access(Visit visit) {
    try {
      query(visit, Permissions.QUERY).stream()
          .findFirst()
          .map(Permissions::of)
          .ifPresent(visit::learned);
    } catch (ApiRefused e) {
      if (!isAboutTheObject(e)) {
        return List.of(RefusalFindings.of(visit, e));
      }
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
    Place place = Place.seen("answers at " + visit.token().instanceUrl().getRawAuthority());
    return List.of(Finding.pass(ACCESS, "the REST API", place, null));
  }

  /** An org whose UserPermissionAccess is not there or has other fields is reached all the same. */
  private static boolean isAboutTheObject(ApiRefused refusal) {
    Cause words = refusal.words();
    return words != null
        && List.of("INVALID_TYPE", "INVALID_FIELD").contains(words.word("errorCode"));
  }

  private static List<Finding> permissions(Visit visit) {
    Optional<Permissions> known = visit.permissions();
    if (known.isEmpty()) {
      return List.of(
          Finding.skip(
              PERMISSIONS,
              "the user's permissions",
              Place.none(),
              "the org does not show them to this user"));
    }
    Permissions has = known.get();
    if (!has.seesLogs()) {
      return List.of(RefusalFindings.row("logs.not-visible", has.text(), visit));
    }
    if (has.modify()) {
      return List.of(visit.filled(Finding.of(MODIFY_ALL, Place.seen(has.text()), null)));
    }
    return List.of(
        Finding.pass(PERMISSIONS, "the user's permissions", Place.seen(has.text()), null));
  }

  private static List<Finding> user(Visit visit) {
    String id = visit.token().userId();
    String title = "the user's profile";
    if (id == null) {
      return List.of(Finding.skip(USER, title, Place.none(), "the token names no user"));
    }
    String soql =
        "SELECT Username, IsActive, Profile.Name, Profile.UserLicense.Name FROM User WHERE Id = '"
            + id
            + "'";
    try {
      List<ObjectNode> rows = query(visit, soql);
      if (!rows.isEmpty()) {
        JsonNode profile = rows.get(0).path("Profile");
        String license = profile.path("UserLicense").path("Name").asText();
        String found = profile.path("Name").asText() + ", licence " + license;
        boolean isFull = license.toLowerCase(Locale.ROOT).equals("salesforce");
        String note = isFull ? "the licence Salesforce Integration would do, and costs less" : null;
        return List.of(Finding.pass(USER, title, Place.seen(found), note));
      }
    } catch (ApiRefused e) {
      return List.of(Finding.skip(USER, title, Place.none(), "it is not visible to this user"));
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
    return List.of(Finding.skip(USER, title, Place.none(), "it is not visible to this user"));
  }

  private static List<Finding> budget(Visit visit) {
    Optional<ApiUsage> usage = visit.org().usage();
    if (usage.isEmpty() || usage.get().limit() == 0) {
      return List.of(
          Finding.skip(BUDGET, "API calls", Place.none(), "the org does not tell how many"));
    }
    // Not the number itself: it grows with each report, and two of the same state should agree.
    long percent = usage.get().used() * 100 / usage.get().limit();
    String found = percent + " % of " + usage.get().limit() + " in 24 hours are used";
    return percent >= NEARLY
        ? List.of(Finding.of(FEW_CALLS, Place.seen(found), null))
        : List.of(Finding.pass(BUDGET, "API calls", Place.seen(found), null));
  }
}
