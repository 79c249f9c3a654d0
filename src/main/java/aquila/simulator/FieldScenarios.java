package aquila.simulator;

import aquila.json.Json;
import aquila.simulator.CannedReply.Place;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The C rows: the org is in order, and somebody has spoilt a setting on the way. Those that are a
 * warning about a host name of Salesforce's own are missing: whoever goes on after a warning would
 * leave this machine.
 */
final class FieldScenarios {
  private static final String AUDIENCE = "audience-url";
  private static final String KEY_PATH = "key-path";
  private static final String USERNAME = "username";
  private static final String CLIENT_ID = "client-id";
  private static final String INSTANCE = "instance-url";
  private static final String TOKEN = "token-url";

  private FieldScenarios() {}

  static List<Scenario> all() {
    return List.of(
        value("field.invisible-character", "C1", USERNAME, "a no-break space", it -> it + "\u00a0"),
        value("field.quoted", "C1", USERNAME, "quotation marks", it -> "\u201c" + it + "\u201d"),
        value("field.blanks", "C1", TOKEN, "a blank at its end", it -> it + " "),
        value(
            "field.lost-backslash",
            "C2",
            KEY_PATH,
            "a Windows path without its backslashes",
            it -> "C:keysserver.key"),
        value(
            "field.client-secret",
            "C3",
            CLIENT_ID,
            "the Consumer Secret",
            it -> "0123456789ABCDEF".repeat(4)),
        value(
            "field.app-record-id",
            "C4",
            CLIENT_ID,
            "the id of the app's record",
            it -> "0H4000000000001AAA"),
        value("field.user-id", "C5", USERNAME, "the id of the user", it -> "005000000000001AAA"),
        value("field.username-without-at", "C6", USERNAME, "an alias", it -> "jdoe"),
        host("field.lightning-host", "C8", "the address of the browser", "lightning.force.com"),
        host("field.setup-host", "C9", "the address of Setup", "my.salesforce-setup.com"),
        value(
            "field.login-host",
            "C10",
            INSTANCE,
            "the login host",
            it -> "https://login.salesforce.com"),
        value(
            "field.url-without-scheme",
            "C12",
            TOKEN,
            "a URL without its scheme",
            it -> it.replaceFirst("^.*?://", "")),
        value(
            "field.url-malformed",
            "C12",
            INSTANCE,
            "https written twice",
            it -> "https://https://" + it.replaceFirst("^.*?://", "")),
        value(
            "field.instance-path",
            "C13",
            INSTANCE,
            "the page that was open in the browser",
            it -> it + "/lightning/page/home"),
        value(
            "field.audience-path",
            "C14",
            AUDIENCE,
            "the token URL",
            it -> it + "/services/oauth2/token"),
        value(
            "field.token-path",
            "C15",
            TOKEN,
            "where a browser signs in",
            it -> it.replace("/token", "/authorize")),
        new Scenario(
            "field.orgs-differ",
            "C16",
            "token-url is of another org than instance-url",
            FieldScenarios::twoOrgs),
        value("key.missing", "C19", KEY_PATH, "a path where nothing is", it -> it + ".gone"),
        handout(
            "key.readable-by-others",
            "C20",
            "the key may be read by everybody on this machine",
            it -> it.withKey(Reply.Body.of(it.keyText()), true)),
        handout(
            "field.swapped",
            "C21",
            "username and client-id are exchanged",
            it -> it.with(USERNAME, it.value(CLIENT_ID)).with(CLIENT_ID, it.value(USERNAME))),
        handout("field.missing", "C22", "username is missing", it -> it.without(USERNAME)),
        value(
            "field.placeholder",
            "C22",
            CLIENT_ID,
            "what stood in the template",
            it -> "<your Consumer Key>"));
  }

  private static Scenario value(
      String id, String row, String name, String what, UnaryOperator<String> change) {
    return handout(id, row, name + " has " + what, it -> it.change(name, change));
  }

  /** Nobody goes there: such a host fails before anything is asked. */
  private static Scenario host(String id, String row, String what, String domain) {
    return value(id, row, INSTANCE, what, it -> "https://simulated-org." + domain);
  }

  private static OrgSetup twoOrgs(OrgSetup setup) {
    Reply other = Reply.json(200, Json.object().put("OrgId", "00D000000000002AAA"));
    return setup
        .with(setup.conduct().and(CannedReply.always(Place.ORG_OF_LOCALHOST, other)))
        .with(
            setup
                .around()
                .and(it -> it.change(TOKEN, url -> url.replace("//127.0.0.1:", "//localhost:"))));
  }

  static Scenario handout(String id, String row, String title, UnaryOperator<Handout> change) {
    return new Scenario(id, row, title, setup -> setup.with(setup.around().and(change)));
  }
}
