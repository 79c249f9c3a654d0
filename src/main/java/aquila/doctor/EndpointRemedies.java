package aquila.doctor;

import java.util.List;

/**
 * Answers of the token endpoint that are about no app and no user: rows T17, T18, T21 to T23 and
 * T28. They are looked for after {@link AppRemedies} and {@link TokenRemedies}.
 */
final class EndpointRemedies {
  private static final Remedy OTHER_FLOW =
      new Remedy(
          "T28",
          "token.other-flow",
          "words of another kind of sign-in",
          Words.phrase(
              "authentication failure",
              "expired access/refresh token",
              "no valid scopes defined",
              "no client credentials user enabled"),
          Advice.by(
                  Who.HERE,
                  "compare token-url: Aquila's kind of sign-in is not refused with these words, so"
                      + " {tokenhost} may be a gateway and not Salesforce",
                  SetupHint.OWN_TOKEN_URL)
              .because("a gateway stands at token-url, and signs in by another flow itself"));

  private EndpointRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          new Remedy(
              "T17",
              "token.grant-type-unsupported",
              "the request did not arrive as it was sent",
              Words.anyOf("unsupported_grant_type"),
              Advice.by(
                      Who.NETWORK,
                      "let requests to {tokenhost} through unchanged, with their body and its"
                          + " Content-Type; {proxy}. There is nothing to change in"
                          + " Salesforce")
                  .because("a proxy or gateway drops the body of the request, or its type")
                  .or(
                      "the host of token-url hands requests on to another one, and loses the body",
                      SetupHint.OWN_TOKEN_URL)),
          new Remedy(
              "T18",
              "token.unknown-error",
              "Salesforce could not decide",
              Words.anyOf("unknown_error"),
              Advice.by(Who.HERE, "try later; Aquila has tried several times")
                  .because("a passing trouble of Salesforce's servers")
                  .or(
                      "token-url is a login host that does not know the org",
                      SetupHint.OWN_TOKEN_URL)),
          new Remedy(
              "T21",
              "token.redirected",
              "the token-url leads elsewhere",
              Words.plain("location: "),
              Advice.by(Who.WITH_ADMINISTRATOR, SetupHint.OWN_TOKEN_URL)
                  .because(
                      "My Domain was renamed, or the host is one by number (na9), which no longer"
                          + " answers")),
          new Remedy(
              "T22",
              "token.maintenance",
              "the org is in maintenance, moving, or gone",
              Words.status(420),
              Advice.by(Who.HERE, SetupHint.STATUS_PAGE)
                  .because("the org is in maintenance, is being moved, or was deleted")
                  .or("it stays so", "ask whether the org at {tokenhost} still exists")),
          new Remedy(
              "T23",
              "token.unavailable",
              "Salesforce is out of order",
              Words.status(503),
              Advice.by(Who.HERE, SetupHint.STATUS_PAGE)
                  .because("Salesforce is in maintenance, or has a trouble of its own")),
          OTHER_FLOW,
          OTHER_FLOW.also(
              Words.anyOf("INVALID_LOGIN", "OAUTH_APP_ACCESS_DENIED", "OAUTH_EC_APP_NOT_FOUND")),
          new Remedy(
              "T21",
              "token.method-not-allowed",
              "the token-url is not where tokens are given",
              Words.status(405),
              Advice.by(
                      Who.HERE,
                      "write token-url as https://, the host of the org, /services/oauth2/token")
                  .because("the path of token-url is another than /services/oauth2/token")
                  .or("a gateway or portal answers in the place of Salesforce", "")),
          new Remedy(
              "T21",
              "token.not-an-endpoint",
              "the token-url is not where tokens are given",
              Words.status(200),
              Advice.by(
                      Who.HERE,
                      "open https://{tokenhost} in a browser on this machine: a portal that wants a"
                          + " sign-in, or a proxy that blocks, shows itself there; ask the network"
                          + " team then")
                  .because("a proxy, gateway or portal answers in the place of Salesforce")
                  .or("the host of token-url is a wrong one", SetupHint.OWN_TOKEN_URL)));
}
