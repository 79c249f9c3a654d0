package aquila.cli;

import aquila.config.ConfigPlaces;
import aquila.config.Options;
import aquila.config.PassphraseSearch;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.config.SixFields;
import aquila.doctor.Situation;
import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.file.SmallFile;
import aquila.http.Http;
import aquila.http.HttpSettings;
import aquila.http.Proxies;
import aquila.key.KeyFile;
import aquila.key.KeySource;
import aquila.key.LoadedKey;
import aquila.key.SigningKey;
import aquila.rest.Org;
import aquila.token.AccessToken;
import aquila.token.AccessTokens;
import aquila.token.JwtBearerGrant;
import aquila.token.OddToken;
import aquila.token.TokenCache;
import aquila.token.TokenEndpoint;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Talking to the configured org: the settings put together with the rooms that use them. The key is
 * read only if an assertion has to be signed.
 */
final class Session {
  private static final int KEY_LIMIT = 64 * 1024;

  private final Run run;
  private final Settings settings;
  private final SixFields fields;
  private final Options options;
  private final Proxies proxies;
  private final Http http;
  private final AccessTokens tokens;
  private final Deadline deadline;
  private @Nullable SigningKey key;

  private Session(Run run, Settings settings, SixFields fields, Deadline deadline) throws Failure {
    Options options = run.options();
    this.run = run;
    this.settings = settings;
    this.fields = fields;
    this.options = options;
    this.deadline = deadline;
    HttpSettings network = httpSettings(run.world(), options);
    this.proxies = network.proxies();
    this.http = new Http(network, run.world(), run.wireLog());
    JwtBearerGrant grant =
        new JwtBearerGrant(
            fields.tokenUrl(),
            fields.clientId(),
            fields.username(),
            fields.audience(),
            fields.instanceUrl());
    this.tokens =
        new AccessTokens(
            grant,
            new TokenEndpoint(http, run.world()),
            this::key,
            cached(grant),
            run.world(),
            deadline);
  }

  static Session open(Run run, Settings settings, Deadline deadline) throws Failure {
    SixFields fields = SixFields.of(settings, new ConfigPlaces(run.world()));
    run.messages().warnings(fields.warnings());
    return new Session(run, settings, fields, deadline);
  }

  /** An access token; what is odd about it is said. */
  AccessToken token() throws Failure {
    AccessToken token = tokens.get();
    run.messages().warnings(OddToken.warnings(tokens.grant(), token));
    return token;
  }

  /** The org, ready to be asked. */
  Org org() {
    return new Org(http, tokens, deadline);
  }

  String apiVersion() {
    return options.apiVersion();
  }

  /** What a hint may name of this set-up. */
  Situation situation() {
    return Situation.of(settings, proxies, key == null ? null : key.publicKeySha256());
  }

  private SigningKey key() throws Failure {
    SigningKey read = key;
    if (read != null) {
      return read;
    }
    PassphraseSearch passphrase =
        new PassphraseSearch(run.world(), options.passphraseFile(), fields.keyPath());
    LoadedKey loaded =
        KeyFile.load(new KeySource(fields.keyPath(), passphrase::find, options.keyAlias()));
    run.messages().warnings(loaded.warnings());
    key = loaded.key();
    return loaded.key();
  }

  private AccessTokens.@Nullable Cached cached(JwtBearerGrant grant) {
    if (!options.cachesToken()) {
      return null;
    }
    try {
      byte[] keyFile = SmallFile.read(fields.keyPath(), KEY_LIMIT);
      TokenCache cache = new TokenCache(tokenDirectory(run.world()), run.world().clock());
      return new AccessTokens.Cached(cache, TokenCache.name(grant, keyFile));
    } catch (IOException e) {
      // Without the key's bytes there is no name for the token; reading the key says what is wrong.
      return null;
    }
  }

  /** Where access tokens are kept, if they are. */
  static Path tokenDirectory(World world) {
    String xdg = world.environment().getOrDefault("XDG_CACHE_HOME", "");
    Path base = xdg.isEmpty() ? world.home().resolve(".cache") : Path.of(xdg);
    // The XDG base directory specification: a relative path is to be ignored.
    return (base.isAbsolute() ? base : world.home().resolve(".cache")).resolve("aquila/tokens");
  }

  static HttpSettings httpSettings(World world, Options options) throws ConfigFailure {
    Setting proxy = options.proxy();
    return new HttpSettings(
        options.connectTimeout(),
        options.readTimeout(),
        options.caFile(),
        Proxies.of(
            proxy == null ? null : proxy.value(),
            proxy == null ? "" : proxy.origin().text(),
            world.environment()),
        "aquila/" + Version.number());
  }
}
