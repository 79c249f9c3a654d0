package aquila.doctor;

import static aquila.doctor.SetupHint.FIND;
import static aquila.doctor.Who.ADMINISTRATOR;
import static aquila.doctor.Who.HERE;
import static aquila.doctor.Who.NETWORK;

import java.util.List;

/** The refusals of the REST API, rows R1 to R12, Q1 and Q3 of the failure catalogue. */
final class ApiRemedies {
  private static final String API_ENABLED =
      "in it, System Permissions > Edit: tick API Enabled > Save";

  private static final Remedy OUT_OF_ORDER =
      new Remedy(
          "R10",
          "api.unavailable",
          "Salesforce is out of order",
          Words.anyOf("SERVER_UNAVAILABLE"),
          Advice.by(HERE, SetupHint.STATUS_PAGE));

  private ApiRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          new Remedy(
              "R1",
              Remedies.NOT_FOR_API,
              "signing in works, but the token may not be used with the REST API",
              Words.of("INVALID_SESSION_ID", "not valid for use with the rest api"),
              Advice.by(ADMINISTRATOR, SetupHint.APP, SetupHint.API_SCOPE)
                  .because("the app lacks the scope api")
                  .or(
                      "the profile of {username} asks for a stronger sign-in than a program can make",
                      FIND
                          + "Profiles > that profile > Session Settings: Session Security Level"
                          + " Required at Login must be None > Save")
                  .or(
                      "the org lets in only apps on its list of approved ones",
                      FIND + "API Access Control: add the app > Save")),
          new Remedy(
              "R2",
              "api.session-expired",
              "Salesforce has taken back a token that is new",
              Words.anyOf("INVALID_SESSION_ID"),
              Advice.by(
                      Who.WITH_ADMINISTRATOR,
                      "compare {instance} with " + FIND + "My Domain, and correct instance-url")
                  .because("the token is of another org than instance-url")
                  .or(
                      "sessions are locked to an address, and that of this machine changes from call"
                          + " to call",
                      "ask the network team for one fixed address to the outside")
                  .or("somebody revoked the token meanwhile", "")),
          new Remedy(
              "R3",
              "api.auth-header-invalid",
              "something in your network removes the sign-in from Aquila's requests",
              Words.anyOf("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"),
              Advice.by(
                      NETWORK,
                      "let the header Authorization pass to {instance} unchanged; {proxy}."
                          + " There is nothing to change in Salesforce")
                  .because("a proxy or gateway drops the header Authorization, or changes it")),
          new Remedy(
              "R4",
              "api.jwt-format-invalid",
              "the app gives tokens of a form that is not taken here",
              Words.anyOf("INVALID_JWT_FORMAT"),
              Advice.by(
                  ADMINISTRATOR,
                  SetupHint.APP,
                  "Settings > OAuth Settings: take the tick from \"Issue JSON Web Token-based access"
                      + " tokens for named users\" > Save; in an older connected app: Edit, the same >"
                      + " Save")),
          new Remedy(
              "R5",
              "api.url-not-reset",
              "the instance-url is a login host",
              Words.anyOf("URL_NOT_RESET"),
              Advice.by(HERE, "write as instance-url the org's own address", SetupHint.MY_DOMAIN)),
          new Remedy(
              "R6",
              "api.disabled",
              "{username} or the org may not use the API",
              Words.anyOf("API_DISABLED_FOR_ORG"),
              Advice.by(ADMINISTRATOR, SetupHint.PERMISSION_SET, API_ENABLED)
                  .because("most often the user lacks a permission, whatever the words say")
                  .or(
                      "the edition of the org has no API (Essentials, Group, Professional)",
                      "ask Salesforce for it")),
          new Remedy(
              "R7",
              "api.disabled-for-user",
              "{username} may not use the API",
              Words.anyOf("API_CURRENTLY_DISABLED"),
              Advice.by(ADMINISTRATOR, SetupHint.PERMISSION_SET, API_ENABLED)),
          new Remedy(
              "R8",
              "api.limit-exceeded",
              "the org's API calls of the last 24 hours are used up",
              Words.anyOf("REQUEST_LIMIT_EXCEEDED"),
              Advice.by(
                  ADMINISTRATOR,
                  FIND
                      + "Company Information: it shows how many calls the org has; find out which"
                      + " program makes the most",
                  "wait: calls fall out of the count after 24 hours")),
          new Remedy(
              "R9",
              "api.version-unknown",
              "the org does not know this address",
              Words.anyOf("NOT_FOUND"),
              Advice.by(
                      HERE,
                      "open {instance}/services/data/ in a browser, and write one of the versions"
                          + " that it lists as api-version")
                  .because("the org is older than the api-version")),
          OUT_OF_ORDER,
          OUT_OF_ORDER.also(Words.status(503)),
          new Remedy(
              "R10",
              "api.maintenance",
              "the org is in maintenance, moving, or gone",
              Words.status(420),
              Advice.by(HERE, SetupHint.STATUS_PAGE)),
          new Remedy(
              "R11",
              "api.userinfo-refused",
              "the token may not read the user's identity",
              Words.phrase("bad_oauth_token", "invalid_scope", "missing_oauth_token"),
              Advice.by(
                  ADMINISTRATOR,
                  "leave it as it is, unless somebody needs it: the identity takes the scope openid or"
                      + " id, which nothing else of Aquila does")),
          new Remedy(
              "R12",
              "api.insufficient-access",
              "{username} may not see this object",
              Words.anyOf("INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY"),
              Advice.by(
                  ADMINISTRATOR,
                  SetupHint.PERMISSION_SET,
                  "in it, Object Settings > the object > Edit: tick Read > Save; some objects take a"
                      + " tick in System Permissions instead")),
          new Remedy(
              "Q1",
              "logs.not-visible",
              "{username} may not read event log files",
              Words.of("INVALID_TYPE", "'eventlogfile' is not supported"),
              Advice.by(
                      ADMINISTRATOR,
                      SetupHint.PERMISSION_SET,
                      "in it, System Permissions > Edit: tick View Event Log Files > Save; that alone"
                          + " is enough: leave View All Data and Modify All Data off")
                  .or(
                      "the user has the permission, and the org has no event log files at all",
                      "ask Salesforce Support")),
          new Remedy(
              "Q3",
              "logs.no-interval",
              "this org has no hourly event logs, or the api-version is below 37.0",
              Words.of("INVALID_FIELD", "no such column 'interval'"),
              Advice.by(HERE, "leave Interval and Sequence out of the query")));
}
