package aquila.doctor;

import static aquila.doctor.SetupHint.APP;
import static aquila.doctor.SetupHint.FIND;
import static aquila.doctor.Who.ADMINISTRATOR;
import static aquila.doctor.Who.WITH_ADMINISTRATOR;

import java.util.List;

/**
 * The refusals of the token endpoint that are about the app and whom it lets in: rows T1 to T4, T6
 * and T9 to T12 of the failure catalogue. Phrases are in lower case.
 *
 * <p>Since Spring '26 an app is an External Client App; older ones are Connected Apps, and live
 * elsewhere in Setup. Steps give both places where they differ.
 */
final class AppRemedies {
  private static final Remedy BLOCKED =
      new Remedy(
          "T12",
          "token.app-blocked",
          "an administrator has blocked the app",
          new Words(null, List.of(), List.of("blocked by admin")),
          Advice.by(
                  ADMINISTRATOR,
                  "ask who blocked it, and why; if it was not meant: "
                      + FIND
                      + "Connected Apps OAuth Usage > {app} > Unblock")
              .because("somebody pressed Block for this app, perhaps on purpose")
              .or(
                  "the app is not listed there, so it is an External Client App",
                  FIND
                      + "External Client App Manager > the app > Policies: see whether the app is"
                      + " switched off there, and switch it on > Save"));

  private AppRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          new Remedy(
              "T1",
              "token.user-not-approved",
              "the app is not set up to let {username} in without asking",
              Words.of("invalid_grant", "hasn't approved", "has not approved"),
              Advice.by(
                      ADMINISTRATOR,
                      APP,
                      "Policies > Edit > OAuth Policies > Permitted Users: choose \"Admin approved"
                          + " users are pre-authorized\" > Save; in an older connected app: Manage >"
                          + " Edit Policies, the same > Save. Careful: if other people use this app,"
                          + " add their profiles below, too",
                      SetupHint.PROFILE,
                      SetupHint.ASSIGN_PROFILE)
                  .because(
                      "the app asks every user in a browser first (Permitted Users: \"All users may"
                          + " self-authorize\"), and this user was never asked; \"consumer\" in"
                          + " Salesforce's words is the app")
                  .or(
                      "the username is another one",
                      "{username} must match the field Username on the user's page, not Email: "
                          + FIND
                          + "Users")
                  .or(
                      "the org is another one, such as a sandbox in the place of production",
                      "{tokenhost} must be the address in "
                          + FIND
                          + "My Domain, unless it is login or test; Company Information shows the"
                          + " Organization ID, to compare with the line of doctor about the org")
                  .or("a sandbox was refreshed, which wipes this", "do the steps again")),
          new Remedy(
              "T2",
              "token.not-preauthorized",
              "{username} is not among the users whom the app lets in",
              new Words(null, List.of("invalid_app_access", "invalid_app_acess"), List.of()),
              Advice.by(ADMINISTRATOR, SetupHint.PROFILE, APP, SetupHint.ASSIGN_PROFILE)
                  .because(
                      "neither the profile nor a permission set of the user is assigned to the app")
                  .or(
                      "a permission set is assigned, and it is tied to the licence \"Salesforce API"
                          + " Integration\", which does not count here",
                      "assign the profile, as above")
                  .or(
                      "",
                      "if your company avoids profiles: in the app, Policies > Edit > App Policies >"
                          + " Select Permission Sets > Save; it must be one of those on the user's"
                          + " page under Permission Set Assignments")),
          new Remedy(
              "T3",
              "token.refresh-scope-missing",
              "the app lacks the scope refresh_token",
              Words.of("invalid_request", "refresh_token scope"),
              Advice.by(
                      ADMINISTRATOR,
                      APP,
                      "Settings > OAuth Settings > OAuth Scopes: add \"Perform requests at any time"
                          + " (refresh_token, offline_access)\" > Save; in an older connected app:"
                          + " Edit > Selected OAuth Scopes, the same > Save. It is needed, although"
                          + " Aquila never gets a refresh token")
                  .because("the app lacks the scope refresh_token, offline_access")
                  .or(
                      "the scope is there, and the app does not let the user in",
                      "Policies > Edit > App Policies > Select Profiles: add the profile of"
                          + " {username} > Save")),
          new Remedy(
              "T4",
              "token.invalid-assertion",
              "Salesforce cannot verify what Aquila's key has signed",
              Words.of("invalid_grant", "invalid assertion"),
              Advice.by(
                      ADMINISTRATOR,
                      APP,
                      "Settings > OAuth Settings: tick \"Enable JWT Bearer Flow\" and upload the"
                          + " certificate that was made together with Aquila's key (a file that"
                          + " begins BEGIN CERTIFICATE, often called server.crt; never the key) > Save;"
                          + " in an older connected app: Edit > tick Use digital signatures and upload"
                          + " it there > Save")
                  .because(
                      "the app has no certificate, or that of another key, or \"Enable JWT Bearer"
                          + " Flow\" is not ticked")
                  .or(
                      "to see whether a certificate belongs to the key",
                      "have its file sent (it is no secret) and run aquila doctor with --cert server.crt"
                          + " in addition; or where the file is: openssl x509 -in server.crt -pubkey -noout |"
                          + " openssl pkey -pubin -outform DER | sha256sum, which for this key must"
                          + " print {fingerprint}")
                  .or(
                      "the user is of a sandbox, and signs in at production, or the reverse",
                      "token-url and audience-url must be those of the user's own org")),
          new Remedy(
              "T6",
              "token.app-not-installed",
              "the app is not in the org that is asked",
              new Words(
                  null, List.of(), List.of("external client app is not installed in this org")),
              Advice.by(
                      WITH_ADMINISTRATOR,
                      "look up the address of the org that has the app: "
                          + FIND
                          + "My Domain > Current My Domain URL; "
                          + FIND
                          + "External Client App Manager (for an older connected app: App Manager)"
                          + " of that org must list the app",
                      "write https:// and that address as audience-url, the same with"
                          + " /services/oauth2/token behind it as token-url; {tokenhost} was asked")
                  .because(
                      "token-url is login or test, where External Client Apps may not be found")
                  .or(
                      "the app lives in another org: production and each sandbox have their own",
                      "make the app in this org, too, as docs/salesforce-setup.md tells")
                  .or("the sandbox was refreshed after the app was made", "make the app again")
                  .or("a passing trouble of test.salesforce.com", "")),
          new Remedy(
              "T9",
              "token.client-id-unknown",
              "Salesforce does not know this client-id (Consumer Key)",
              Words.anyOf("invalid_client_id"),
              key()
                  .because("the Consumer Key is mistyped, cut, or another value is in its place")
                  .or(
                      "the app is not listed, so this is another org than the one that was asked",
                      "write the My Domain of the org that has the app as token-url; {tokenhost} was"
                          + " asked")
                  .or("the app was deleted, or its Consumer Key was changed", "")),
          new Remedy(
              "T11",
              "token.app-uninstalled",
              "the app belongs to another org and is not installed",
              Words.of("invalid_client", "must be installed"),
              Advice.by(ADMINISTRATOR, FIND + "Connected Apps OAuth Usage > {app} > Install")
                  .because("the app belongs to another org and was never installed in this one")
                  .or(
                      "it is not to be installed",
                      "give the user the permission \"Approve Uninstalled Connected Apps\" in a"
                          + " permission set > Save")),
          new Remedy(
              "T10",
              "token.client-credentials-invalid",
              "Salesforce does not know this client-id (Consumer Key)",
              Words.of("invalid_client", "invalid client credentials"),
              key()
                  .because("the Consumer Key is not of an app of this org")
                  .or(
                      "the app is not listed, so this is another org than the one that was asked",
                      "write the My Domain of the org that has the app as token-url; {tokenhost} was"
                          + " asked")
                  .or(
                      "a gateway on the way adds a client secret",
                      "ask the network team; Aquila itself sends none")),
          BLOCKED,
          BLOCKED.also(Words.anyOf("OAUTH_APP_BLOCKED")));

  private static Advice key() {
    return Advice.by(WITH_ADMINISTRATOR, SetupHint.CONSUMER_KEY, SetupHint.PASTE_KEY);
  }
}
