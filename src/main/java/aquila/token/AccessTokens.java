package aquila.token;

import aquila.failure.Failure;
import aquila.key.SigningKey;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The one holder of the access token of a run: from the cache, else from the token endpoint, and
 * anew when the org says that the session is over. Several threads may ask.
 */
public final class AccessTokens {
  private final JwtBearerGrant grant;
  private final TokenEndpoint endpoint;
  private final Key key;
  private final @Nullable Cached cached;
  private final World world;
  private final Deadline deadline;
  private @Nullable AccessToken current;
  private boolean renews = true;

  /** Gives the signing key when an assertion has to be signed, and not before. */
  @FunctionalInterface
  public interface Key {
    SigningKey get() throws Failure;
  }

  /** A cache and the name of this token in it. */
  public record Cached(TokenCache cache, String name) {}

  /**
   * A holder without a token yet.
   *
   * @param cached where tokens are kept, or null if they are not
   */
  public AccessTokens(
      JwtBearerGrant grant,
      TokenEndpoint endpoint,
      Key key,
      @Nullable Cached cached,
      World world,
      Deadline deadline) {
    this.grant = grant;
    this.endpoint = endpoint;
    this.key = key;
    this.cached = cached;
    this.world = world;
    this.deadline = deadline;
  }

  /** This holder, which from now on asks for one token and no second one. */
  public AccessTokens withoutRenewal() {
    renews = false;
    return this;
  }

  /** What the tokens are exchanged for. */
  public JwtBearerGrant grant() {
    return grant;
  }

  /** The token of this run. */
  public synchronized AccessToken get() throws Failure {
    AccessToken token = current;
    if (token == null) {
      token = fromCache();
      current = token == null ? fetch() : token;
    }
    return current();
  }

  /**
   * A fresh token in the place of one that the org no longer takes. Where another thread has
   * already renewed it, that one's.
   */
  public synchronized AccessToken renew(AccessToken stale) throws Failure {
    AccessToken token = current;
    if (renews && (token == null || token.value() == stale.value())) {
      if (cached != null) {
        cached.cache().drop(cached.name());
      }
      current = fetch();
    }
    return current();
  }

  private AccessToken current() {
    AccessToken token = current;
    if (token == null) {
      throw new IllegalStateException("a token is fetched before it is used");
    }
    return token;
  }

  private @Nullable AccessToken fromCache() {
    if (cached == null) {
      return null;
    }
    AccessToken token = cached.cache().find(cached.name()).orElse(null);
    if (token != null) {
      world.secrets().keep(token.value());
    }
    return token;
  }

  private AccessToken fetch() throws Failure {
    AccessToken token = endpoint.exchange(grant, key, deadline);
    if (cached != null) {
      try {
        cached.cache().keep(cached.name(), token);
      } catch (IOException e) {
        // A cache that cannot be written costs a sign-in next time, and nothing else.
        return token;
      }
    }
    return token;
  }
}
