package aquila.token;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What is strange about a token that can be used all the same. */
public final class OddToken {

  private OddToken() {}

  /** Warnings, in the order of the failure catalogue: T25, T26, T27. */
  public static List<String> warnings(JwtBearerGrant grant, AccessToken token) {
    List<String> warnings = new ArrayList<>();
    switch (InstanceRule.judge(grant.instanceUrl(), token.instanceUrl())) {
      case SAME -> {}
      case SALESFORCE ->
          warnings.add(
              "the org is at "
                  + token.instanceUrl()
                  + ", not at the configured instance-url "
                  + grant.instanceUrl()
                  + ": change it");
      case FOREIGN ->
          warnings.add(
              "the token endpoint names "
                  + token.instanceUrl()
                  + " as the org, which is neither the configured instance-url nor a host of"
                  + " Salesforce: no command will send the token there");
    }
    if (token.scope() != null && !token.isForApi()) {
      warnings.add(
          "the token may not use the REST API: its scope is \""
              + token.scope()
              + "\" and lacks api; add \"Manage user data via APIs (api)\" to the app's scopes");
    }
    if (isOfOtherKind(grant, token)) {
      warnings.add(
          "the token is of another kind of org than the token-url: its id is " + token.id());
    }
    return List.copyOf(warnings);
  }

  /** Sandboxes and scratch orgs have ids at test.salesforce.com, all others at login. */
  public static boolean isOfOtherKind(JwtBearerGrant grant, AccessToken token) {
    String id = String.valueOf(token.id());
    boolean isConfigured = isSandbox(grant.tokenUrl()) || isSandbox(grant.instanceUrl());
    return isConfigured
        ? id.startsWith("https://login.salesforce.com/")
        : id.startsWith("https://test.salesforce.com/");
  }

  private static boolean isSandbox(URI uri) {
    String host = String.valueOf(uri.getHost());
    return host.equals("test.salesforce.com")
        || host.contains("--")
        || host.contains(".sandbox.")
        || host.contains(".scratch.");
  }
}
