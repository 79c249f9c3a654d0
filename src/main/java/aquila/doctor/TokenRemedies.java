package aquila.doctor;

import java.util.List;

/**
 * The refusals of the token endpoint, rows T1 to T24 and T28 of the failure catalogue. Phrases are
 * in lower case.
 *
 * <p>Since Spring '26 an app is an External Client App; older ones are Connected Apps, and live
 * elsewhere in Setup. Hints give both places where they differ.
 */
final class TokenRemedies {
  private static final String APP =
      "Setup > External Client App Manager > the app (an older one: Setup > App Manager > the app)";

  private static final String WAIT =
      "if that was changed within the last 10 minutes, wait and run the same command again before"
          + " changing anything else";

  private TokenRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          Remedy.of(
              "T1",
              "token.user-not-approved",
              "the user has not approved the app",
              Words.of("invalid_grant", "hasn't approved", "has not approved"),
              APP
                  + " > Policies > OAuth Policies > Permitted Users: choose \"Admin approved users"
                  + " are pre-authorized\", then add the profile of {username} under App Policies",
              "check that {username} is the login name of a user of the org at {tokenhost}, and"
                  + " that the org is not another one (production or sandbox)",
              WAIT),
          Remedy.of(
              "T2",
              "token.not-preauthorized",
              "the user is not among those pre-authorized for the app",
              new Words(null, List.of("invalid_app_access", "invalid_app_acess"), List.of()),
              "host, key, certificate and username are right; only the assignment is left: "
                  + APP
                  + " > Policies: add the profile of {username}, or a permission set that this user"
                  + " has",
              "a permission set that is tied to the licence \"Salesforce API Integration\" does not"
                  + " count here: use the profile, or a permission set without a licence",
              WAIT),
          Remedy.of(
              "T3",
              "token.refresh-scope-missing",
              "the app lacks the scope refresh_token",
              Words.of("invalid_request", "refresh_token scope"),
              APP
                  + " > Settings > OAuth Scopes: add \"Perform requests at any time (refresh_token,"
                  + " offline_access)\", which is needed although no refresh token is ever issued",
              WAIT),
          Remedy.of(
              "T19",
              "token.scope-parameter",
              "a scope was sent along",
              Words.of("invalid_request", "scope parameter"),
              "Aquila sends no scope: something between here and {tokenhost} adds one"),
          Remedy.of(
              "T4",
              "token.invalid-assertion",
              "the assertion does not verify",
              Words.of("invalid_grant", "invalid assertion"),
              APP
                  + " > Settings > OAuth Settings: \"Enable JWT Bearer Flow\" must be ticked and"
                  + " the certificate that belongs to this key uploaded there",
              "to compare, the customer runs: openssl x509 -in server.crt -pubkey -noout | openssl"
                  + " pkey -pubin -outform DER | sha256sum; for this key it must print"
                  + " {fingerprint}",
              "a user of a sandbox must sign in there: token-url and audience-url of that sandbox",
              WAIT),
          Remedy.of(
              "T5",
              "token.audience-invalid",
              "the audience is not taken",
              Words.of(
                  "invalid_grant",
                  "audience is invalid",
                  "invalid audience",
                  "audience validation failed"),
              "the audience was {audience}: it must be exactly https://login.salesforce.com, for a"
                  + " sandbox https://test.salesforce.com, or the My Domain URL of the same org",
              "where My Domain is refused as audience, login or test is taken, and the reverse"),
          Remedy.of(
              "T6",
              "token.app-not-installed",
              "the app is not in this org",
              new Words(
                  null, List.of(), List.of("external client app is not installed in this org")),
              "sign in at the My Domain of the org that has the app: it is asked at {tokenhost};"
                  + " set token-url and audience-url to the My Domain URL",
              "an External Client App belongs to the one org in which it was made: a sandbox needs"
                  + " its own"),
          Remedy.of(
              "T7",
              "token.assertion-expired",
              "the assertion was over when it arrived",
              Words.of("invalid_grant", "expired authorization code"),
              "an assertion lives three minutes: compare the clock of this machine (date -u) with"
                  + " the real time"),
          Remedy.of(
              "T9",
              "token.client-id-unknown",
              "no app with this client ID",
              Words.anyOf("invalid_client_id"),
              "copy the Consumer Key anew: "
                  + APP
                  + " > Settings > OAuth Settings > Consumer Key and Secret",
              "the app must be in the org that is asked, {tokenhost}: set token-url to the My"
                  + " Domain of the org in which it was made",
              "a new app is known everywhere only after 10 minutes"),
          Remedy.of(
              "T11",
              "token.app-uninstalled",
              "the app belongs to another org and is not installed",
              Words.of("invalid_client", "must be installed"),
              "Setup > Connected Apps OAuth Usage > the app > Install; or give the user the"
                  + " permission \"Approve Uninstalled Connected Apps\""),
          Remedy.of(
              "T10",
              "token.client-credentials-invalid",
              "client credentials are not taken",
              Words.of("invalid_client", "invalid client credentials"),
              "Aquila sends no client secret, so it can only be the client ID: copy the Consumer"
                  + " Key anew, and check that the app is in the org at {tokenhost}"),
          Remedy.of(
              "T12",
              "token.app-blocked",
              "an administrator has blocked the app",
              new Words(null, List.of(), List.of("blocked by admin")),
              "Setup > Connected Apps OAuth Usage > the app > Unblock"),
          Remedy.of(
              "T12",
              "token.app-blocked",
              "an administrator has blocked the app",
              Words.anyOf("OAUTH_APP_BLOCKED"),
              "Setup > Connected Apps OAuth Usage > the app > Unblock"),
          Remedy.of(
              "T13",
              "token.user-inactive",
              "the user is deactivated",
              Words.of("invalid_grant", "inactive user"),
              "Setup > Users > {username} > Edit: tick Active"),
          Remedy.of(
              "T14",
              "token.ip-restricted",
              "the user may not sign in from this address",
              Words.of("invalid_grant", "ip restricted"),
              "Setup > Profiles > the profile of {username} > Login IP Ranges: add the address from"
                  + " which this machine reaches the internet; Login History shows it as Source IP",
              "\"Relax IP restrictions\" of the app does not help: this flow always enforces the"
                  + " ranges"),
          Remedy.of(
              "T16",
              "token.login-rate-exceeded",
              "too many sign-ins",
              Words.of("invalid_grant", "login rate exceeded"),
              "a user may sign in 3600 times an hour: use one token for many calls, for example"
                  + " with token-cache=on"),
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
