package aquila.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import aquila.http.Http;
import aquila.http.HttpSettings;
import aquila.http.Proxies;
import aquila.http.WireLog;
import aquila.key.SigningKey;
import aquila.token.AccessTokens;
import aquila.token.JwtBearerGrant;
import aquila.token.TokenEndpoint;
import aquila.world.Deadline;
import aquila.world.StillWorld;
import aquila.world.World;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;

/** An org of which a test writes every answer; it gives the tokens t1, t2, t3 in turn. */
final class AskedOrg {
  private static final String TOKEN_PATH = "/services/oauth2/token";
  private static final SigningKey KEY = key();

  final StillWorld world = new StillWorld();
  final Org org;
  private final WireMockExtension server;

  AskedOrg(WireMockExtension server) {
    this.server = server;
    World all = world.in(Path.of(""));
    Duration timeout = Duration.ofSeconds(20);
    Http http =
        new Http(
            new HttpSettings(timeout, timeout, null, Proxies.none(), "aquila/test"),
            all,
            WireLog.off());
    Deadline none = Deadline.none(world.clock());
    JwtBearerGrant grant =
        new JwtBearerGrant(
            URI.create(server.baseUrl() + TOKEN_PATH), "client", "jane", "audience", origin());
    AccessTokens tokens =
        new AccessTokens(grant, new TokenEndpoint(http, all), () -> KEY, null, all, none);
    org = new Org(http, tokens, none);
    givesTokensInTurn();
  }

  URI origin() {
    return URI.create(server.baseUrl());
  }

  /** Whichever token comes with the question. */
  AskedOrg answers(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo(path)).willReturn(answer));
    return this;
  }

  AskedOrg answers(String path, int status, String body) {
    return answers(path, json(status, body));
  }

  /** Only if this token comes with the question. */
  AskedOrg answers(String token, String path, int status, String body) {
    server.stubFor(asked(path, token).willReturn(json(status, body)));
    return this;
  }

  /** How often somebody has signed in. */
  int signIns() {
    return server.findAll(postRequestedFor(urlEqualTo(TOKEN_PATH))).size();
  }

  static MappingBuilder asked(String path, String token) {
    return get(urlEqualTo(path)).withHeader("Authorization", equalTo("Bearer " + token));
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json;charset=UTF-8")
        .withBody(body);
  }

  private void givesTokensInTurn() {
    String state = Scenario.STARTED;
    for (String token : new String[] {"t1", "t2", "t3"}) {
      String body =
          "{\"access_token\":\"" + token + "\",\"instance_url\":\"" + server.baseUrl() + "\"}";
      server.stubFor(
          post(urlEqualTo(TOKEN_PATH))
              .inScenario("tokens")
              .whenScenarioStateIs(state)
              .willReturn(json(200, body))
              .willSetStateTo(token));
      state = token;
    }
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
