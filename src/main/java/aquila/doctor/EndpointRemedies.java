package aquila.doctor;

import java.util.List;

/**
 * Answers of the token endpoint that are about no app and no user: rows T17, T18, T21 to T23 and
 * T28. They are looked for after {@link TokenRemedies}.
 */
final class EndpointRemedies {

  private EndpointRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          Remedy.of(
              "T17",
              "token.grant-type-unsupported",
              "the request did not arrive as it was sent",
              Words.anyOf("unsupported_grant_type"),
              "something between here and {tokenhost} changes requests: a proxy that drops the body"
                  + " or its type, or a gateway in the place of Salesforce"),
          Remedy.of(
              "T18",
              "token.unknown-error",
              "Salesforce could not decide",
              Words.anyOf("unknown_error"),
              "it was tried several times; try later, or at the My Domain of the org if token-url"
                  + " is login or test"),
          Remedy.of(
              "T21",
              "token.redirected",
              "the token-url leads elsewhere",
              Words.plain("location: "),
              "give as token-url the My Domain of the org, https://<name>.my.salesforce.com, as"
                  + " Setup > My Domain shows it"),
          Remedy.of(
              "T22",
              "token.maintenance",
              "the org is in maintenance, moving, or gone",
              Words.status(420),
              "look at status.salesforce.com for the org's instance, and try later",
              "if it stays so, check that the org at {tokenhost} still exists"),
          Remedy.of(
              "T23",
              "token.unavailable",
              "Salesforce is out of order",
              Words.status(503),
              "look at status.salesforce.com, and try later"),
          Remedy.of(
              "T28",
              "token.other-flow",
              "words of another sign-in flow",
              Words.phrase(
                  "authentication failure",
                  "expired access/refresh token",
                  "no valid scopes defined",
                  "no client credentials user enabled"),
              "the JWT bearer flow is not refused with these words: check that token-url leads to"
                  + " Salesforce and not to a gateway"),
          Remedy.of(
              "T28",
              "token.other-flow",
              "words of another sign-in flow",
              Words.anyOf("INVALID_LOGIN", "OAUTH_APP_ACCESS_DENIED", "OAUTH_EC_APP_NOT_FOUND"),
              "the JWT bearer flow is not refused with these words: check that token-url leads to"
                  + " Salesforce and not to a gateway"),
          Remedy.of(
              "T21",
              "token.method-not-allowed",
              "the token-url is not a token endpoint",
              Words.status(405),
              "the token endpoint is https://<host>/services/oauth2/token"),
          Remedy.of(
              "T21",
              "token.not-an-endpoint",
              "the token-url is not a token endpoint",
              Words.status(200),
              "what answered is not Salesforce's token endpoint: a proxy or captive portal in"
                  + " between, or a wrong host; give the My Domain of the org as token-url"));
}
