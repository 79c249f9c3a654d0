package aquila.simulator;

import aquila.json.Json;
import aquila.simulator.CannedReply.Place;
import java.util.List;

/** The T rows whose cause lies beyond a loopback org: gateways, maintenance, other flows. */
final class CannedScenarios {

  /** One byte more than a client should read of a token's reply is enough; this is plenty. */
  private static final int TOO_LONG = (1 << 20) + 1024;

  private CannedScenarios() {}

  static List<Scenario> all() {
    return List.of(
        error(
            "token.client-credentials-invalid",
            "T10",
            "invalid_client",
            "invalid client credentials"),
        error(
            "token.grant-type-unsupported",
            "T17",
            "unsupported_grant_type",
            "grant type not supported"),
        canned(
            "token.unknown-error",
            "T18",
            "the server hiccups twice, then answers",
            new CannedReply(Place.TOKEN, 2, hiccup())),
        always("token.unknown-error-always", "T18", "the server hiccups for ever", hiccup()),
        error("token.scope-parameter", "T19", "invalid_request", "scope parameter not supported"),
        error("token.org-inactive", "T20", "inactive_org", "organization is inactive"),
        always(
            "token.redirected",
            "T21",
            "the token URL redirects to another host",
            Reply.html(302, "Moved")
                .with(
                    "Location",
                    "https://elsewhere.my.salesforce.invalid/services/oauth2/token?from=here")),
        always(
            "token.not-an-endpoint",
            "T21",
            "the answer is a web page",
            Reply.html(200, "Login | Salesforce")),
        always("token.empty", "T21", "the answer is empty", Reply.of(200, "application/json", "")),
        always(
            "token.method-not-allowed",
            "T21",
            "the address takes no POST",
            Reply.html(405, "Method Not Allowed").with("Allow", "GET, HEAD")),
        always(
            "token.garbled",
            "T21",
            "the answer is JSON cut in the middle",
            Reply.of(200, "application/json;charset=UTF-8", "{\"access_token\":\"00D")),
        always(
            "token.too-long",
            "T21",
            "the answer is longer than 1 MiB",
            Reply.json(200, Json.object().put("access_token", "x".repeat(TOO_LONG)))),
        always(
            "token.access-token-missing",
            "T21",
            "the answer is a 200 without access_token",
            Reply.json(200, Json.object().put("token_type", "Bearer"))),
        always(
            "token.maintenance",
            "T22",
            "the org is in maintenance, moving, or gone (420)",
            Reply.html(420, "Down For Maintenance")),
        always(
            "token.unavailable",
            "T23",
            "the server is not available (503)",
            Reply.tokenError(503, "temporarily_unavailable", "service temporarily unavailable")),
        error("token.login-host-prevented", "T24", "invalid_grant", "LOGIN_ERROR_ORG_DOMAIN_ONLY"),
        error("token.other-flow", "T28", "invalid_grant", "authentication failure"),
        error("token.refresh-flow", "T28", "invalid_grant", "expired access/refresh token"),
        error(
            "token.client-credentials-flow",
            "T28",
            "invalid_grant",
            "no client credentials user enabled"),
        error(
            "token.browser-flow",
            "T28",
            "OAUTH_APP_ACCESS_DENIED",
            "user is not permitted to use this app"));
  }

  private static Reply hiccup() {
    return Reply.tokenError(400, "unknown_error", "retry your request");
  }

  private static Scenario error(String id, String row, String error, String description) {
    return always(
        id,
        row,
        "the server says " + error + ": " + description,
        Reply.tokenError(400, error, description));
  }

  private static Scenario always(String id, String row, String title, Reply reply) {
    return canned(id, row, title, CannedReply.always(Place.TOKEN, reply));
  }

  private static Scenario canned(String id, String row, String title, CannedReply reply) {
    return new Scenario(id, row, title, setup -> setup.with(setup.conduct().and(reply)));
  }
}
