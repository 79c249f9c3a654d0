package aquila.token;

import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpReply;
import aquila.http.HttpRequest;
import aquila.key.SigningKey;
import aquila.secret.Secret;
import aquila.world.Deadline;
import aquila.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The token endpoint: one post, with the audience as it is configured. Nothing is guessed, because
 * every refused try leaves a line in the org's login history.
 */
public final class TokenEndpoint {
  private final Http http;
  private final World world;

  public TokenEndpoint(Http http, World world) {
    this.http = http;
    this.world = world;
  }

  /**
   * Exchanges a fresh assertion for an access token. The key is read and the assertion signed while
   * the connection is made, because each takes a good part of a second in a program that has just
   * started. Where a passphrase is typed too slowly for the server, a second attempt is made.
   *
   * @throws Failure {@code TokenRefused} for every answer but a usable 200, {@code NetworkFailure}
   *     where there was no answer, and what is wrong with the key
   */
  public AccessToken exchange(JwtBearerGrant grant, AccessTokens.Key key, Deadline deadline)
      throws Failure {
    HttpReply reply =
        http.send(
            () -> HttpRequest.postForm(grant.tokenUrl(), () -> form(grant, key.get())),
            Http.SMALL,
            TokenAnswer::isPassing,
            deadline);
    AccessToken token = new TokenAnswer(grant.tokenUrl(), reply).token();
    world.secrets().keep(token.value());
    return token;
  }

  private Map<String, String> form(JwtBearerGrant grant, SigningKey key) {
    Secret assertion = world.secrets().keep(grant.assertion(key, world.clock().instant()));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", JwtBearerGrant.GRANT_TYPE);
    form.put("assertion", assertion.reveal());
    return form;
  }
}
