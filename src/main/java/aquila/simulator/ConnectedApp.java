package aquila.simulator;

import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connected app, or an external client app: to the JWT bearer flow they are the same.
 *
 * @param clientId the consumer key
 * @param key the public half of the uploaded certificate, or null if none was uploaded
 * @param permittedUsers who may use the app
 * @param approved login names: the pre-authorized ones, or those who approved it themselves
 * @param scopes the OAuth scopes that the app may ask for
 * @param standing whether the app is in this org
 */
public record ConnectedApp(
    String clientId,
    @Nullable RSAPublicKey key,
    PermittedUsers permittedUsers,
    Set<String> approved,
    Set<String> scopes,
    Standing standing) {

  /** A consumer key of the usual shape. */
  public static final String CLIENT_ID =
      "3MVG9simulatedQl7nYfD4sXw0ZtRbH8vJcUePaLm1GoSi5NyKd6TqBxWr3EhVzCu9FjOpMgA_I2k7Y.W0n4s";

  /** The policy "Permitted Users". */
  public enum PermittedUsers {
    ALL_MAY_SELF_AUTHORIZE,
    ADMIN_APPROVED
  }

  /** Whether the app is in this org, and what the token endpoint says if not. */
  public enum Standing {
    INSTALLED("", ""),
    OF_ANOTHER_ORG("app_not_found", "External client app is not installed in this org"),
    NOT_INSTALLED("invalid_client", "app must be installed into org"),
    BLOCKED("OAUTH_APP_BLOCKED", "this app is blocked by admin");

    private final String error;
    private final String description;

    Standing(String error, String description) {
      this.error = error;
      this.description = description;
    }

    /** The refusal; nonsense for an app that is installed. */
    Reply refusal() {
      return Reply.tokenError(400, error, description);
    }
  }

  public ConnectedApp {
    approved = Set.copyOf(approved);
    // In the order in which they are shown.
    scopes = new LinkedHashSet<>(scopes);
  }

  /** An app that is set up as it should be. */
  public static ConnectedApp of(
      String clientId, @Nullable RSAPublicKey key, Collection<String> approved) {
    return new ConnectedApp(
        clientId,
        key,
        PermittedUsers.ADMIN_APPROVED,
        new LinkedHashSet<>(approved),
        new LinkedHashSet<>(List.of("api", "id", "openid", "refresh_token")),
        Standing.INSTALLED);
  }

  @Override
  public Set<String> scopes() {
    return new LinkedHashSet<>(scopes);
  }

  /** The same app under another consumer key. */
  public ConnectedApp withClientId(String other) {
    return new ConnectedApp(other, key, permittedUsers, approved, scopes, standing);
  }

  /** The same app with another certificate's key, or none. */
  public ConnectedApp withKey(@Nullable RSAPublicKey other) {
    return new ConnectedApp(clientId, other, permittedUsers, approved, scopes, standing);
  }

  /** The same app under another policy. */
  public ConnectedApp with(PermittedUsers other) {
    return new ConnectedApp(clientId, key, other, approved, scopes, standing);
  }

  /** The same app, approved for these login names and no others. */
  public ConnectedApp approvedFor(Collection<String> usernames) {
    return new ConnectedApp(
        clientId, key, permittedUsers, new LinkedHashSet<>(usernames), scopes, standing);
  }

  /** The same app without a scope. */
  public ConnectedApp withoutScope(String scope) {
    Set<String> fewer = scopes();
    fewer.remove(scope);
    return new ConnectedApp(clientId, key, permittedUsers, approved, fewer, standing);
  }

  /** The same app in another standing. */
  public ConnectedApp with(Standing other) {
    return new ConnectedApp(clientId, key, permittedUsers, approved, scopes, other);
  }
}
