package aquila.simulator;

import aquila.json.Json;
import aquila.key.ReceivedAssertion;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /services/oauth2/token} for the JWT bearer flow (RFC 7523).
 *
 * <p>The checks stand in the order in which the real server seems to make them, and the first that
 * fails gives the answer: grant type, consumer key, signature, expiry, audience, app in this org,
 * approval, user.
 */
final class TokenEndpoint {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Org org;

  TokenEndpoint(Org org) {
    this.org = org;
  }

  Reply answer(Request request) {
    if (!request.method().equals("POST")) {
      return Reply.tokenError(405, "invalid_request", "must use HTTP POST").with("Allow", "POST");
    }
    Map<String, String> form = request.form();
    if (!JWT_BEARER.equals(form.get("grant_type"))) {
      return Reply.tokenError(400, "unsupported_grant_type", "grant type not supported");
    }
    if (form.containsKey("scope")) {
      return Reply.tokenError(400, "invalid_request", "scope parameter not supported");
    }
    if (form.containsKey("client_secret")) {
      // Apps of this flow have a certificate, so whatever was sent is not their secret.
      return Reply.tokenError(400, "invalid_client", "invalid client credentials");
    }
    return ReceivedAssertion.parse(form.getOrDefault("assertion", ""))
        .map(this::judge)
        .orElseGet(TokenEndpoint::invalidAssertion);
  }

  private Reply judge(ReceivedAssertion assertion) {
    Optional<ConnectedApp> app = assertion.text("iss").flatMap(org::app);
    if (app.isEmpty()) {
      return Reply.tokenError(400, "invalid_client_id", "client identifier invalid");
    }
    if (app.get().key() == null || !assertion.isSignedBy(app.get().key())) {
      return invalidAssertion();
    }
    Reply refusal = refuse(assertion);
    if (refusal != null) {
      return refusal;
    }
    if (app.get().standing() != ConnectedApp.Standing.INSTALLED) {
      return app.get().standing().refusal();
    }
    // The older claim wins where both are sent.
    Optional<String> username = assertion.text("prn").or(() -> assertion.text("sub"));
    return approve(app.get(), username.flatMap(org::user).orElse(null));
  }

  /** Expiry and audience, or null where both are good. */
  private @Nullable Reply refuse(ReceivedAssertion assertion) {
    Optional<Instant> expiry = expiry(assertion);
    if (expiry.isEmpty()) {
      return invalidAssertion();
    }
    Instant now = org.setup().clock().instant();
    if (!expiry.get().isAfter(now)) {
      return Reply.tokenError(400, "invalid_grant", "expired authorization code");
    }
    Duration longest = org.setup().conduct().longestAssertion();
    if (longest != null && expiry.get().isAfter(now.plus(longest))) {
      return invalidAssertion();
    }
    String audience = assertion.text("aud").orElse("");
    if (!audiences().contains(audience.replaceFirst("/$", ""))) {
      return Reply.tokenError(400, "invalid_grant", "audience is invalid");
    }
    return null;
  }

  /**
   * Seconds since 1970, as a number or a text. Salesforce's own command line sends milliseconds,
   * which the real server takes for seconds in a far future, and lets pass.
   */
  private static Optional<Instant> expiry(ReceivedAssertion assertion) {
    Object claim = assertion.claims().get("exp");
    if (claim instanceof Number || (claim instanceof String text && text.matches("[0-9]{1,15}"))) {
      double seconds = Math.min(Double.parseDouble(claim.toString()), 1e15);
      return Optional.of(Instant.ofEpochSecond((long) seconds));
    }
    return Optional.empty();
  }

  private List<String> audiences() {
    Conduct conduct = org.setup().conduct();
    String login =
        conduct.sandbox() ? "https://test.salesforce.com" : "https://login.salesforce.com";
    return conduct.takesOwnUrl() ? List.of(login, org.url().toString()) : List.of(login);
  }

  private Reply approve(ConnectedApp app, @Nullable OrgUser user) {
    boolean approved = user != null && app.approved().contains(user.username());
    if (app.permittedUsers() == ConnectedApp.PermittedUsers.ALL_MAY_SELF_AUTHORIZE) {
      if (user == null || !approved || !refreshes(app)) {
        return Reply.tokenError(400, "invalid_grant", "user hasn't approved this consumer");
      }
    } else if (user == null) {
      return Reply.tokenError(400, "invalid_grant", "user hasn't approved this consumer");
    } else if (!approved) {
      return Reply.tokenError(
          400, "invalid_app_access", "user is not admin approved to access this app");
    } else if (!refreshes(app)) {
      return Reply.tokenError(
          400,
          "invalid_request",
          "refresh_token scope is required and the connected app should be installed and"
              + " preauthorized.");
    }
    return user.state() == OrgUser.State.ACTIVE
        ? grant(org.sessions().issue(app, user))
        : user.state().refusal();
  }

  private static boolean refreshes(ConnectedApp app) {
    return app.scopes().contains("refresh_token") || app.scopes().contains("offline_access");
  }

  private Reply grant(Session session) {
    URI elsewhere = org.setup().conduct().instanceUrl();
    String identity = org.identity(session.user());
    String issuedAt = Long.toString(org.setup().clock().millis());
    ObjectNode answer =
        Json.object()
            .put("access_token", session.token().reveal())
            .put("signature", signature(identity + issuedAt))
            .put("scope", granted(session.app()))
            .put("instance_url", (elsewhere == null ? org.url() : elsewhere).toString())
            .put("id", identity)
            .put("token_type", "Bearer")
            .put("issued_at", issuedAt);
    return Reply.json(200, answer).with("Cache-Control", "no-cache, no-store");
  }

  /** No refresh token is issued in this flow, so its scope is not granted either. */
  private static String granted(ConnectedApp app) {
    return String.join(
        " ",
        app.scopes().stream()
            .filter(scope -> !scope.equals("refresh_token") && !scope.equals("offline_access"))
            .toList());
  }

  /** The real one is an HMAC with the app's secret; nobody without the secret can tell. */
  private static String signature(String text) {
    byte[] bytes = new byte[32];
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < source.length; i++) {
      bytes[i % bytes.length] ^= (byte) (source[i] * 31 + i);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Reply invalidAssertion() {
    return Reply.tokenError(400, "invalid_grant", "invalid assertion");
  }
}
