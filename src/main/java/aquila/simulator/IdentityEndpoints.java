package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Who a token is: user info, the identity URL, and the end of a token. */
final class IdentityEndpoints {
  private static final String PLAIN = "text/plain;charset=UTF-8";

  private final Org org;

  IdentityEndpoints(Org org) {
    this.org = org;
  }

  /** OpenID Connect's user info; its errors are bare words. */
  Reply userInfo(Request request) {
    return withSession(request, "openid");
  }

  /** The {@code id} of a token's reply: more or less the same facts. */
  Reply identity(Request request) {
    return withSession(request, "id");
  }

  /** Ends a token (RFC 7009); the parameter may stand in the query or in the body. */
  Reply revoke(Request request) {
    String token =
        request.form().getOrDefault("token", request.parameters().getOrDefault("token", ""));
    return org.sessions().revoke(token)
        ? Reply.of(200, PLAIN, "")
        : Reply.tokenError(400, "invalid_token", "invalid token");
  }

  private Reply withSession(Request request, String scope) {
    String header = request.header("Authorization").orElse("");
    if (!header.matches("(?i)(Bearer|OAuth) \\S+")) {
      return Reply.of(403, PLAIN, "Missing_OAuth_Token");
    }
    Optional<Session> session = org.sessions().find(header.substring(header.indexOf(' ') + 1));
    if (session.isEmpty()) {
      return Reply.of(403, PLAIN, "Bad_OAuth_Token");
    }
    return session.get().hasScope(scope)
        ? Reply.json(200, facts(session.get().user()))
        : Reply.of(403, PLAIN, "Invalid_Scope");
  }

  private ObjectNode facts(OrgUser user) {
    String userId = org.userId(user);
    String data = org.url() + "/services/data/v{version}/";
    ObjectNode facts =
        Json.object()
            .put("sub", org.identity(user))
            .put("id", org.identity(user))
            .put("user_id", userId)
            .put("organization_id", org.id())
            .put("preferred_username", user.username())
            .put("username", user.username())
            .put("nickname", user.username().replaceFirst("@.*", ""))
            .put("name", user.username().replaceFirst("@.*", ""))
            .put("display_name", user.username().replaceFirst("@.*", ""))
            .put("email", user.username())
            .put("email_verified", true)
            .put("active", true)
            .put("user_type", "STANDARD")
            .put("language", "en_US")
            .put("locale", "en_US");
    facts.set(
        "urls",
        Json.object()
            .put("rest", data)
            .put("sobjects", data + "sobjects/")
            .put("query", data + "query/")
            .put("custom_domain", org.url().toString()));
    return facts;
  }
}
