package aquila.token;

import aquila.secret.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token and what came with it. Salesforce promises no more than the first two; there is
 * no expiry in the answer, and none is invented.
 *
 * @param value {@code access_token}: opaque, of any shape
 * @param instanceUrl {@code instance_url}: where it is to be used
 * @param tokenType {@code token_type}, or null
 * @param scope {@code scope}: words separated by blanks, or null
 * @param id {@code id}: the identity URL, which ends in the org's id and the user's, or null
 * @param issuedAt {@code issued_at}: milliseconds since 1970 as text, or null
 */
public record AccessToken(
    Secret value,
    URI instanceUrl,
    @Nullable String tokenType,
    @Nullable String scope,
    @Nullable String id,
    @Nullable String issuedAt) {

  /** The org's id, 18 characters, from the identity URL; null if there is none. */
  public @Nullable String orgId() {
    return idPart(1);
  }

  /** The user's id, 18 characters, from the identity URL; null if there is none. */
  public @Nullable String userId() {
    return idPart(0);
  }

  /** The words of the scope; empty if the answer named none. */
  public List<String> scopes() {
    return scope == null ? List.of() : List.of(scope.strip().split("\\s+"));
  }

  /** Whether its scope, where the answer named one, lets it use the REST API. */
  public boolean isForApi() {
    return scopes().contains("api") || scopes().contains("full");
  }

  private @Nullable String idPart(int fromEnd) {
    if (id == null || !id.contains("/id/")) {
      return null;
    }
    String[] parts = id.substring(id.indexOf("/id/") + 4).split("/", -1);
    return parts.length == 2 && parts[1 - fromEnd].matches("[A-Za-z0-9]{15,18}")
        ? parts[1 - fromEnd]
        : null;
  }
}
