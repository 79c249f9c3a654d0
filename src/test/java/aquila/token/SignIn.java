package aquila.token;

import aquila.http.Http;
import aquila.http.HttpSettings;
import aquila.http.Proxies;
import aquila.http.RawServer;
import aquila.http.WireLog;
import aquila.key.SigningKey;
import aquila.world.Deadline;
import aquila.world.StillWorld;
import aquila.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs in at a server of the test, with a key that all tests share. */
public final class SignIn {
  public static final SigningKey KEY = key();

  public final StillWorld world = new StillWorld();
  public final Http http;
  private final World all = world.in(Path.of(""));

  public SignIn() {
    Duration timeout = Duration.ofSeconds(20);
    http =
        new Http(
            new HttpSettings(timeout, timeout, null, Proxies.none(), "aquila/test"),
            all,
            WireLog.off());
  }

  /** The grant for a server that is token endpoint and org. */
  public static JwtBearerGrant grant(RawServer server) {
    URI org = URI.create("http://localhost:" + server.port());
    return new JwtBearerGrant(
        server.uri("/services/oauth2/token"), "client", "jane@acme.example", "audience", org);
  }

  /** The answer that gives this token for this server, which cannot know its own port before. */
  public static RawServer.Conversation gives(String token) {
    return RawServer.json(
        200, "{\"access_token\":\"" + token + "\",\"instance_url\":\"http://localhost\"}");
  }

  /** A holder of tokens without a cache. */
  public AccessTokens tokens(RawServer server) {
    return tokens(server, null, Deadline.none(world.clock()));
  }

  /** A holder of tokens. */
  public AccessTokens tokens(
      RawServer server, AccessTokens.@Nullable Cached cached, Deadline deadline) {
    return new AccessTokens(
        grant(server), new TokenEndpoint(http, all), () -> KEY, cached, all, deadline);
  }

  /** The expiry that each assertion carried to the server, in seconds since 1970. */
  static List<Long> expiries(RawServer server) {
    return server.requests().stream()
        .map(request -> request.replaceAll("(?s).*assertion=[^.]*\\.([^.]*)\\..*", "$1"))
        .map(
            claims ->
                new String(
                    Base64.getUrlDecoder().decode(claims), java.nio.charset.StandardCharsets.UTF_8))
        .map(claims -> Long.parseLong(claims.replaceAll(".*\"exp\":([0-9]+).*", "$1")))
        .toList();
  }

  private static SigningKey key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return SigningKey.of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes RSA keys", e);
    }
  }
}
