package aquila.doctor;

import java.util.List;

/** The refusals of the REST API, rows R1 to R12 of the failure catalogue. */
final class ApiRemedies {

  private ApiRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          Remedy.of(
              "R1",
              "api.session-not-valid",
              "the token may not use the REST API",
              Words.of("INVALID_SESSION_ID", "not valid for use with the rest api"),
              SetupHint.API_SCOPE,
              SetupHint.OLD_APP + " > Edit > Selected OAuth Scopes, the same",
              "if it is there: Setup > Profiles > the profile of {username} > Session Settings >"
                  + " Session Security Level Required at Login must be None",
              "if it is: Setup > API Access Control must allow the app"),
          Remedy.of(
              "R2",
              "api.session-expired",
              "the session is over",
              Words.anyOf("INVALID_SESSION_ID"),
              "a fresh token was refused too: the token may be of another org than {instance}, or"
                  + " the session is locked to an address that this machine has changed"),
          Remedy.of(
              "R3",
              "api.auth-header-invalid",
              "the authorization header did not arrive",
              Words.anyOf("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"),
              "Aquila sends one: something between here and {instance} drops or changes it, usually"
                  + " a proxy"),
          Remedy.of(
              "R4",
              "api.jwt-format-invalid",
              "tokens in JWT form are switched on, and this one is not taken",
              Words.anyOf("INVALID_JWT_FORMAT"),
              "switch off \"Issue JSON Web Token-based access tokens for named users\": "
                  + SetupHint.APP
                  + " > Settings > OAuth Settings",
              SetupHint.OLD_APP + " > Edit, the same"),
          Remedy.of(
              "R5",
              "api.url-not-reset",
              "the instance-url is a login host",
              Words.anyOf("URL_NOT_RESET"),
              "give as instance-url the My Domain of the org, https://<name>.my.salesforce.com"),
          Remedy.of(
              "R6",
              "api.disabled",
              "the user or the org may not use the API",
              Words.anyOf("API_DISABLED_FOR_ORG"),
              "most often the user lacks a permission, whatever the words say: Setup > Permission"
                  + " Sets > one that {username} has > System Permissions > API Enabled",
              "else the edition of the org has no API (Essentials, Group, Professional)"),
          Remedy.of(
              "R7",
              "api.disabled-for-user",
              "the user may not use the API",
              Words.anyOf("API_CURRENTLY_DISABLED"),
              "Setup > Permission Sets > one that {username} has > System Permissions > API"
                  + " Enabled"),
          Remedy.of(
              "R8",
              "api.limit-exceeded",
              "the org's API calls of the last 24 hours are used up",
              Words.anyOf("REQUEST_LIMIT_EXCEEDED"),
              "wait for calls of yesterday to fall out of the 24 hours; Setup > Company Information"
                  + " shows how many are left"),
          Remedy.of(
              "R9",
              "api.version-unknown",
              "the org does not know this address",
              Words.anyOf("NOT_FOUND"),
              "the org may be older than the api-version: try a lower one;"
                  + " {instance}/services/data/ lists what it knows"),
          Remedy.of(
              "R10",
              "api.unavailable",
              "Salesforce is out of order",
              Words.anyOf("SERVER_UNAVAILABLE"),
              "look at status.salesforce.com, and try later"),
          Remedy.of(
              "R10",
              "api.unavailable",
              "Salesforce is out of order",
              Words.status(503),
              "look at status.salesforce.com, and try later"),
          Remedy.of(
              "R10",
              "api.maintenance",
              "the org is in maintenance, moving, or gone",
              Words.status(420),
              "look at status.salesforce.com for the org's instance, and try later"),
          Remedy.of(
              "R11",
              "api.userinfo-refused",
              "the token may not read the user's identity",
              Words.phrase("bad_oauth_token", "invalid_scope", "missing_oauth_token"),
              "the identity needs the scope openid or id, which nothing else of Aquila needs"),
          Remedy.of(
              "R12",
              "api.insufficient-access",
              "the user may not see this object",
              Words.anyOf("INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY"),
              "give {username} the right through a permission set: Setup > Permission Sets > Object"
                  + " Settings, or System Permissions"),
          Remedy.of(
              "Q1",
              "logs.not-visible",
              "the user may not see this object",
              Words.of("INVALID_TYPE", "'eventlogfile' is not supported"),
              "Setup > Permission Sets > one that {username} has > System Permissions > View Event"
                  + " Log Files"),
          Remedy.of(
              "Q3",
              "logs.no-interval",
              "this org has no hourly event logs, or the api-version is below 37.0",
              Words.of("INVALID_FIELD", "no such column 'interval'"),
              "leave Interval and Sequence out of the query"));
}
