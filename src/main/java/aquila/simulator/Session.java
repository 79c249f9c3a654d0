package aquila.simulator;

import aquila.secret.Secret;

/**
 * What an access token stands for.
 *
 * @param token the access token, which Salesforce also calls the session id
 * @param app the app it was issued to
 * @param user the user it acts for
 */
record Session(Secret token, ConnectedApp app, OrgUser user) {

  boolean hasScope(String scope) {
    return app.scopes().contains(scope) || app.scopes().contains("full");
  }
}
