package aquila.doctor;

import aquila.config.Field;
import aquila.config.Options;
import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpReply;
import aquila.http.HttpRequest;
import aquila.http.Proxies;
import aquila.http.ProxyAddress;
import aquila.key.KeyVerdict;
import aquila.key.SigningKey;
import aquila.rest.Org;
import aquila.token.AccessToken;
import aquila.token.AccessTokens;
import aquila.token.ClockSkew;
import aquila.token.JwtBearerGrant;
import aquila.token.TokenEndpoint;
import aquila.world.Deadline;
import aquila.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the org: what the steps of the live ladder look at, and what they have learned so far.
 * A step may rely only on those that it names as its needs.
 */
public final class Visit {
  private final Setup setup;
  private final Tools tools;
  private final Map<URI, HttpReply> replies = new HashMap<>();
  private @Nullable AccessTokens tokens;
  private @Nullable AccessToken token;
  private @Nullable Org org;
  private Optional<Permissions> permissions = Optional.empty();
  private Optional<LogOffer> logs = Optional.empty();

  /**
   * What it takes to go there.
   *
   * @param lookup whether a name has an address, within a time
   * @param http how hosts are asked
   * @param proxies which hosts are reached through a proxy
   * @param options the optional settings
   * @param world for the token endpoint
   * @param deadline the end of the whole visit
   * @param triesAudiences whether other audiences may be tried where the configured one is refused
   */
  public record Tools(
      BiPredicate<String, Duration> lookup,
      Http http,
      Proxies proxies,
      Options options,
      World world,
      Deadline deadline,
      boolean triesAudiences) {}

  public Visit(Setup setup, Tools tools) {
    this.setup = setup;
    this.tools = tools;
  }

  Setup setup() {
    return setup;
  }

  private UsedFields fields() {
    return new UsedFields(setup.settings());
  }

  Options options() {
    return tools.options();
  }

  Deadline deadline() {
    return tools.deadline();
  }

  boolean triesAudiences() {
    return tools.triesAudiences();
  }

  URI instanceUrl() {
    return URI.create(fields().get(Field.INSTANCE_URL));
  }

  URI tokenUrl() {
    return URI.create(fields().get(Field.TOKEN_URL));
  }

  URI tokenOrigin() {
    return tokenUrl().resolve("/");
  }

  String audience() {
    return fields().get(Field.AUDIENCE_URL);
  }

  String username() {
    return fields().get(Field.USERNAME);
  }

  boolean hasTwoHosts() {
    return !tokenUrl().getRawAuthority().equals(instanceUrl().getRawAuthority());
  }

  boolean isNameKnown(String host) {
    return tools.lookup().test(host, deadline().atMost(options().connectTimeout()));
  }

  Optional<ProxyAddress> proxy(URI uri) {
    return tools.proxies().forAddress(uri);
  }

  /** The list of API versions, which is given without a token. */
  URI versionsUrl() {
    return instanceUrl().resolve("/services/data/");
  }

  static URI orgUrl(URI host) {
    return host.resolve("/.well-known/auth-configuration");
  }

  /** Asks without a token, once for each address in a visit. */
  HttpReply ask(URI uri) throws Failure {
    HttpReply reply = replies.get(uri);
    if (reply == null) {
      reply = tools.http().ask(HttpRequest.get(uri), deadline());
      replies.put(uri, reply);
    }
    return reply;
  }

  /** How far this machine's clock is from the org's, if a reply has told. */
  Optional<ClockSkew> skew() {
    return Optional.ofNullable(replies.get(versionsUrl())).flatMap(ClockSkew::of);
  }

  /** The grant as it is configured, or with another audience and endpoint. */
  JwtBearerGrant grant(String audience, URI tokenUrl) {
    return new JwtBearerGrant(
        tokenUrl, fields().get(Field.CLIENT_ID), username(), audience, instanceUrl());
  }

  /** Signs in: one attempt, whose token is not renewed. */
  AccessToken signIn(JwtBearerGrant grant) throws Failure {
    SigningKey key = key();
    AccessTokens holder =
        new AccessTokens(
                grant,
                new TokenEndpoint(tools.http(), tools.world()),
                () -> key,
                null,
                tools.world(),
                deadline())
            .withoutRenewal();
    AccessToken granted = holder.get();
    tokens = holder;
    token = granted;
    org = new Org(tools.http(), holder, deadline());
    return granted;
  }

  /** Whether there is a token whose scope is known to let it use the REST API. */
  boolean mayUseApi() {
    return token != null && token.isForApi();
  }

  AccessToken token() {
    return required(token);
  }

  JwtBearerGrant grant() {
    return required(tokens).grant();
  }

  Org org() {
    return required(org);
  }

  Optional<Permissions> permissions() {
    return permissions;
  }

  void learned(Permissions found) {
    permissions = Optional.of(found);
  }

  LogOffer logs() {
    return required(logs.orElse(null));
  }

  void learned(LogOffer found) {
    logs = Optional.of(found);
  }

  /** What a hint may name. */
  Situation situation() {
    return Situation.of(setup.settings(), tools.proxies(), fingerprint());
  }

  /** A finding with the set-up's own values in its title and its advice. */
  Finding filled(Finding finding) {
    Situation known = situation();
    Verdict verdict = finding.verdict();
    return new Finding(
        verdict.titled(known.fill(verdict.title()).orElse(verdict.title())),
        finding.place(),
        finding.message(),
        finding.advice().fill(known::fill));
  }

  private @Nullable String fingerprint() {
    boolean isUsable =
        setup.key() instanceof KeyReading.Judged judged
            && judged.verdict() instanceof KeyVerdict.Usable;
    return isUsable ? key().publicKeySha256() : null;
  }

  private SigningKey key() {
    if (setup.key() instanceof KeyReading.Judged judged
        && judged.verdict() instanceof KeyVerdict.Usable usable) {
      return usable.loaded().key();
    }
    throw new IllegalStateException("a step needs a usable key and did not say so");
  }

  private static <T> T required(@Nullable T learned) {
    if (learned == null) {
      throw new IllegalStateException("a step relies on another one and did not say so");
    }
    return learned;
  }
}
