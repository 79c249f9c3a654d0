package aquila.token;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    if (token.scope() != null
        && !token.scopes().contains("api")
        && !token.scopes().contains("full")) {
      warnings.add(
          "the token may not use the REST API: its scope is \""
              + token.scope()
              + "\" and lacks api; add \"Manage user data via APIs (api)\" to the app's scopes");
    }
    if (isSandbox(token.id()) != null && !isSameKind(grant.tokenUrl(), token)) {
      warnings.add(
          "the token is of another kind of org than the token-url: its id is " + token.id());
    }
    return List.copyOf(warnings);
  }

  private static boolean isSameKind(URI tokenUrl, AccessToken token) {
    String host = String.valueOf(tokenUrl.getHost());
    boolean sandboxHost = host.equals("test.salesforce.com") || host.contains(".sandbox.");
    boolean productionHost =
        host.equals("login.salesforce.com")
            || (host.endsWith(".my.salesforce.com") && !host.contains(".sandbox."));
    Boolean sandboxId = isSandbox(token.id());
    if (sandboxId == null || !(sandboxHost || productionHost)) {
      return true;
    }
    // A developer or scratch org's My Domain is a production-like host: only login and sandbox
    // hosts tell for sure.
    return sandboxId ? sandboxHost || host.contains("--") : !sandboxHost;
  }

  private static @Nullable Boolean isSandbox(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (id.startsWith("https://test.salesforce.com/")) {
      return true;
    }
    return id.startsWith("https://login.salesforce.com/") ? false : null;
  }
}
