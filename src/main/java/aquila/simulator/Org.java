package aquila.simulator;

import java.net.URI;
import java.util.Optional;

/**
 * The org as its endpoints see it: what it was made of, where it is, and its ids.
 *
 * @param setup what it was made of
 * @param url where it is, without a slash at the end
 * @param sessions its access tokens
 */
record Org(OrgSetup setup, URI url, Sessions sessions) {

  static String id(OrgSetup setup) {
    return SalesforceId.of("00D", setup.seed(), setup.seed() & 0xffff_ffffL);
  }

  String id() {
    return id(setup);
  }

  /** A user's id: by the place in the list. */
  String userId(OrgUser user) {
    return SalesforceId.of("005", setup.seed(), 1L + setup.users().indexOf(user));
  }

  /** The user's identity URL, which also names the org. */
  String identity(OrgUser user) {
    URI own = setup.conduct().identityUrl();
    return (own == null ? url : own) + "/id/" + id() + "/" + userId(user);
  }

  Optional<ConnectedApp> app(String clientId) {
    return setup.apps().stream().filter(app -> app.clientId().equals(clientId)).findFirst();
  }

  /** A user by login name, which ignores case as the real one does. */
  Optional<OrgUser> user(String username) {
    return setup.users().stream()
        .filter(user -> user.username().equalsIgnoreCase(username))
        .findFirst();
  }
}
