package aquila.doctor;

import static aquila.doctor.SetupHint.APP;
import static aquila.doctor.SetupHint.OLD_APP;
import static aquila.doctor.SetupHint.OLD_CONSUMER_KEY;

import java.util.List;

/**
 * The refusals of the token endpoint that are about the app, the user or the assertion: rows T1 to
 * T16 and T19 of the failure catalogue. Phrases are in lower case.
 *
 * <p>Since Spring '26 an app is an External Client App; older ones are Connected Apps, and live
 * elsewhere in Setup. Hints give both places where they differ.
 */
final class TokenRemedies {
  private static final String WAIT =
      "if anything of this was changed within the last 10 minutes, wait and run the same command"
          + " again before changing anything else; at times it takes an hour";

  private static final String UNBLOCK =
      "Setup > Connected Apps OAuth Usage > the app > Unblock; an External Client App may have its"
          + " switch in External Client App Manager > the app > Policies instead";

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
                  + " > Policies > Edit > OAuth Policies > Permitted Users: choose \"Admin approved"
                  + " users are pre-authorized\", and save; then App Policies > Select Profiles: add"
                  + " the profile of {username}",
              OLD_APP
                  + " > Manage > Edit Policies > Permitted Users, the same; then Manage Profiles",
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
                  + " > Policies > Edit > App Policies > Select Profiles: add the profile of"
                  + " {username}; or Select Permission Sets: one that this user has",
              OLD_APP + " > Manage > Manage Profiles, or Manage Permission Sets",
              "a permission set that is tied to the licence \"Salesforce API Integration\" does not"
                  + " count here: use the profile, or a permission set without a licence",
              WAIT),
          Remedy.of(
              "T3",
              "token.refresh-scope-missing",
              "the app lacks the scope refresh_token",
              Words.of("invalid_request", "refresh_token scope"),
              APP
                  + " > Settings > OAuth Settings > OAuth Scopes: add \"Perform requests at any time"
                  + " (refresh_token, offline_access)\", which is needed although no refresh token is"
                  + " ever issued",
              OLD_APP + " > Edit > Selected OAuth Scopes, the same",
              "if the scope is there: the profile of {username} must be assigned to the app",
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
              OLD_APP + " > Edit > Use digital signatures, the same",
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
                  + " its own (Setup > External Client App Manager of that org must list it; for an"
                  + " older connected app: Setup > App Manager)",
              WAIT),
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
              OLD_CONSUMER_KEY,
              "the app must be in the org that is asked, {tokenhost}: set token-url to the My"
                  + " Domain of the org in which it was made",
              WAIT),
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
              "Aquila sends no client secret, so it is most likely the client ID: copy the Consumer"
                  + " Key anew ("
                  + APP
                  + " > Settings > OAuth Settings > Consumer Key and Secret), and check that the app"
                  + " is in the org at {tokenhost}",
              OLD_CONSUMER_KEY,
              WAIT),
          Remedy.of(
              "T12",
              "token.app-blocked",
              "an administrator has blocked the app",
              new Words(null, List.of(), List.of("blocked by admin")),
              UNBLOCK),
          Remedy.of(
              "T12",
              "token.app-blocked",
              "an administrator has blocked the app",
              Words.anyOf("OAUTH_APP_BLOCKED"),
              UNBLOCK),
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
                  + " with token-cache=on"));
}
