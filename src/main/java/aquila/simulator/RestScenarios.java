package aquila.simulator;

import aquila.simulator.CannedReply.Place;
import aquila.simulator.OrgUser.Permission;
import java.util.List;

/** The R rows, and those Q rows that an org can show without a store of files. */
final class RestScenarios {
  private RestScenarios() {}

  static List<Scenario> all() {
    return List.of(
        canned(
            "api.session-not-valid",
            "R1",
            "the session is not valid for the REST API, for a reason other than scopes",
            Place.REST,
            Reply.restError(
                401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API")),
        canned(
            "api.session-expired",
            "R2",
            "every session is over at once",
            Place.REST,
            RestApi.sessionOver().reply()),
        canned(
            "api.auth-header-invalid",
            "R3",
            "a proxy spoils the Authorization header",
            Place.REST,
            Reply.restError(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")),
        canned(
            "api.jwt-format-invalid",
            "R4",
            "the app issues JWT access tokens, and they are not taken",
            Place.REST,
            Reply.restError(401, "INVALID_JWT_FORMAT", "INVALID_JWT_FORMAT")),
        canned(
            "api.url-not-reset",
            "R5",
            "the instance URL is a login host",
            Place.REST,
            Reply.restError(
                400,
                "URL_NOT_RESET",
                "Destination URL not reset. The URL returned from login must be set")),
        new Scenario(
            "api.disabled",
            "R6",
            "the user lacks the permission API Enabled",
            setup -> setup.withEachUser(user -> user.without(Permission.API_ENABLED))),
        canned(
            "api.disabled-for-user",
            "R7",
            "the API is disabled for the user",
            Place.REST,
            Reply.restError(403, "API_CURRENTLY_DISABLED", "API is disabled for this User")),
        new Scenario(
            "api.limit-exceeded",
            "R8",
            "the day's API calls are spent",
            setup -> setup.with(setup.conduct().withCallsLeft(0))),
        new Scenario(
            "api.version-unknown",
            "R9",
            "the org's newest API version is 58.0",
            setup -> setup.with(setup.conduct().withNewestVersion(58))),
        canned(
            "api.unavailable",
            "R10",
            "the server is not available (503)",
            Place.REST,
            Reply.restError(503, "SERVER_UNAVAILABLE", "Server unavailable")),
        canned(
            "api.maintenance",
            "R10",
            "the org is in maintenance (420)",
            Place.REST,
            Reply.html(420, "Down For Maintenance")),
        canned(
            "api.userinfo-refused",
            "R11",
            "user info refuses the token",
            Place.USER_INFO,
            Reply.of(403, "text/plain;charset=UTF-8", "Bad_OAuth_Token")),
        new Scenario(
            "api.openid-scope-missing",
            "R11",
            "the app lacks the scope openid, which user info needs",
            setup -> setup.withEachApp(app -> app.withoutScope("openid"))),
        canned(
            "api.insufficient-access",
            "R12",
            "the user lacks the right to EventLogFile",
            Place.EVENT_LOG_FILE,
            Reply.restError(
                403, "INSUFFICIENT_ACCESS", "insufficient access rights on cross-reference id")),
        new Scenario(
            "api.modify-all-data",
            "G3",
            "the user may change all data, which nothing here needs",
            setup -> setup.withEachUser(user -> user.with(Permission.MODIFY_ALL_DATA))),
        new Scenario(
            "logs.not-visible",
            "Q1",
            "the user lacks the permission View Event Log Files",
            setup -> setup.withEachUser(user -> user.without(Permission.VIEW_EVENT_LOG_FILES))),
        canned(
            "logs.not-found",
            "Q2",
            "the org knows no EventLogFile for this user (404)",
            Place.EVENT_LOG_FILE,
            Reply.restError(404, "NOT_FOUND", "The requested resource does not exist")),
        new Scenario(
            "logs.no-interval",
            "Q3",
            "the org never had hourly files: no columns Interval and Sequence",
            setup -> setup.with(setup.eventLogs().withoutIntervals())),
        new Scenario(
            "logs.none",
            "Q5",
            "the org generates no event log files",
            setup -> setup.with(EventLogs.NONE)),
        new Scenario(
            "logs.free-tier",
            "Q6",
            "the org has no Event Monitoring: a day of the few types that every org has",
            setup -> setup.with(EventLogs.FREE)),
        canned(
            "logs.gone",
            "D2",
            "a file is past retention when it is asked for",
            Place.DOWNLOAD,
            Reply.restError(404, "NOT_FOUND", "The requested resource does not exist")),
        canned(
            "logs.download-cut",
            "D3",
            "every download breaks off in the middle",
            Place.DOWNLOAD,
            Reply.of(200, "text/csv", "\"EVENT_TYPE\"\n\"Login\"\n").with(Reply.Fate.TRUNCATE)),
        canned(
            "logs.download-fails",
            "D7",
            "every download ends in an error of the server",
            Place.DOWNLOAD,
            Reply.restError(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")));
  }

  private static Scenario canned(String id, String row, String title, Place place, Reply reply) {
    return new Scenario(
        id, row, title, setup -> setup.with(setup.conduct().and(CannedReply.always(place, reply))));
  }
}
