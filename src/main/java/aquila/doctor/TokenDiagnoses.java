package aquila.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ranked causes of the token endpoint's refusals, by the id of their row. */
final class TokenDiagnoses {
  private static final String NOT_KNOWN_YET =
      "it was set up or changed minutes ago and is not known everywhere yet";

  private static final Map<String, Diagnosis> ROWS =
      Map.ofEntries(
          row(
              "token.user-not-approved",
              5,
              "Failed: Not approved for access",
              "the app lets users approve it themselves (Permitted Users: All users may"
                  + " self-authorize), and this one never did",
              "the app is right, but user or org is another: production and sandbox are mixed up",
              "the username is an e-mail address or an id and not the login name",
              "a sandbox was refreshed, which wipes approvals",
              NOT_KNOWN_YET),
          row(
              "token.not-preauthorized",
              5,
              "Failed: Not approved for access",
              "neither the profile nor a permission set of the user is assigned to the app",
              "the permission set that is assigned is tied to the licence Salesforce API"
                  + " Integration, which does not count",
              NOT_KNOWN_YET),
          row(
              "token.refresh-scope-missing",
              5,
              null,
              "the app lacks the scope refresh_token, offline_access",
              "the user is not pre-authorized for the app",
              NOT_KNOWN_YET),
          row(
              "token.invalid-assertion",
              1,
              "Failed: Signature Invalid",
              "no certificate was uploaded to the app, or \"Enable JWT Bearer Flow\" is not ticked",
              "the certificate in the app belongs to another key",
              "the token-url is the login host of another kind of org than the user's",
              NOT_KNOWN_YET),
          row(
              "token.audience-invalid",
              3,
              null,
              "the audience is not written exactly as Salesforce wants it",
              "the audience is of the other kind of org: login is production, test is sandboxes",
              "this org takes only login or test as audience, not its My Domain"),
          row(
              "token.app-not-installed",
              4,
              "Package for this consumer is not installed",
              "token-url is login or test, where External Client Apps may not be found",
              "the app lives in another org: production and each sandbox have their own",
              "the sandbox was refreshed after the app was made",
              "a passing trouble of test.salesforce.com"),
          row(
              "token.assertion-expired",
              2,
              null,
              "the clock of this machine is slow",
              "something on the way holds requests back for minutes"),
          row(
              "token.clock-fast",
              1,
              null,
              "the clock of this machine is fast, so that assertions reach too far into the"
                  + " future"),
          row(
              "token.client-id-unknown",
              0,
              "Failed: Consumer Deleted",
              "the Consumer Key is mistyped, cut, or the secret in its place",
              "the app is in another org than the one that is asked",
              "the app was deleted, or its key was changed",
              NOT_KNOWN_YET),
          row(
              "token.client-credentials-invalid",
              0,
              null,
              "the Consumer Key is not of this org",
              "something on the way adds a client secret"),
          row(
              "token.app-uninstalled",
              4,
              "Package for this consumer is not installed",
              "the app belongs to another org and was never installed in this one"),
          row("token.app-blocked", 4, null, "an administrator pressed Block for this app"),
          row("token.user-inactive", 6, "User is inactive", "the user was deactivated"),
          row(
              "token.ip-restricted",
              6,
              "Restricted IP",
              "the address of this machine is not in the Login IP Ranges of the user's profile",
              "a new proxy, VPN or provider has given this machine another address",
              "this machine goes out by IPv6, and the ranges hold IPv4 addresses only"),
          row(
              "token.login-rate-exceeded",
              6,
              "Login rate exceeded",
              "a program signs in again for each of its calls"),
          row(
              "token.redirected",
              -1,
              null,
              "My Domain was renamed, or the host is one by number (na9), which no longer answers"),
          row(
              "token.not-an-endpoint",
              -1,
              null,
              "a proxy, gateway or portal answers in the place of Salesforce",
              "the host of token-url is a wrong one"),
          row(
              "token.method-not-allowed",
              -1,
              null,
              "the path of token-url is another than /services/oauth2/token",
              "a gateway or portal answers in the place of Salesforce"),
          row(
              "token.grant-type-unsupported",
              -1,
              null,
              "a proxy or gateway drops the body of the request, or its type",
              "the host of token-url hands requests on to another one, which makes a GET of a POST"),
          row("token.scope-parameter", -1, null, "a proxy or gateway on the way adds the scope"),
          row(
              "token.unknown-error",
              -1,
              null,
              "a passing trouble of Salesforce's servers",
              "token-url is a login host that does not know the org"),
          row(
              "token.unavailable",
              -1,
              null,
              "Salesforce is in maintenance, or has a trouble of its own"),
          row(
              "token.other-flow",
              -1,
              null,
              "a gateway stands at token-url, and signs in by another flow itself"),
          row(
              "token.maintenance",
              -1,
              null,
              "the org is in maintenance, is being moved, or was deleted"));

  private TokenDiagnoses() {}

  static Optional<Diagnosis> find(String id) {
    return Optional.ofNullable(ROWS.get(id));
  }

  static Set<String> ids() {
    return ROWS.keySet();
  }

  private static Map.Entry<String, Diagnosis> row(
      String id, int passed, @Nullable String history, String... causes) {
    return Map.entry(id, new Diagnosis(passed, List.of(causes), history));
  }
}
