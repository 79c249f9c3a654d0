package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Which part of the org answers which address. */
final class Endpoints {
  private final Org org;
  private final TokenEndpoint token;
  private final IdentityEndpoints identity;
  private final RestApi rest;
  private final List<Remaining> canned;

  /** A canned reply and how often it is still given. */
  private record Remaining(CannedReply canned, AtomicInteger times) {
    boolean takes(Request request) {
      return canned.place().holds(request) && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
  }

  Endpoints(Org org) {
    this.org = org;
    this.token = new TokenEndpoint(org);
    this.identity = new IdentityEndpoints(org);
    this.rest = new RestApi(org);
    this.canned =
        org.setup().conduct().cannedReplies().stream()
            .map(reply -> new Remaining(reply, new AtomicInteger(reply.times())))
            .toList();
  }

  Reply answer(Request request) {
    Optional<Remaining> instead = canned.stream().filter(reply -> reply.takes(request)).findFirst();
    if (instead.isPresent()) {
      return instead.get().canned().reply();
    }
    String path = request.path();
    return switch (path) {
      case "/services/oauth2/token" -> token.answer(request);
      case "/services/oauth2/userinfo" -> identity.userInfo(request);
      case "/services/oauth2/revoke" -> identity.revoke(request);
      case "/.well-known/openid-configuration" -> openIdConfiguration();
      case "/.well-known/auth-configuration" -> authConfiguration();
      default -> {
        if (path.startsWith("/id/")) {
          yield identity.identity(request);
        }
        yield path.startsWith("/services/data")
            ? rest.answer(request)
            : Reply.html(404, "URL No Longer Exists");
      }
    };
  }

  /** What a client is told of an error in the simulator itself. */
  static Reply unexpected(Request request, Throwable error) {
    String words = "an error in the simulator itself: " + error;
    return request.path().startsWith("/services/oauth2/")
        ? Reply.tokenError(500, "unknown_error", words)
        : Reply.restError(500, "UNKNOWN_EXCEPTION", words);
  }

  private Reply openIdConfiguration() {
    String url = org.url().toString();
    ObjectNode answer =
        Json.object()
            .put("issuer", url)
            .put("authorization_endpoint", url + "/services/oauth2/authorize")
            .put("token_endpoint", url + "/services/oauth2/token")
            .put("revocation_endpoint", url + "/services/oauth2/revoke")
            .put("userinfo_endpoint", url + "/services/oauth2/userinfo")
            .put("introspection_endpoint", url + "/services/oauth2/introspect");
    answer.set("scopes_supported", Json.array().add("api").add("id").add("openid").add("full"));
    return Reply.json(200, answer);
  }

  /** Tells which org a host belongs to, before anybody logs in. */
  private Reply authConfiguration() {
    return Reply.json(200, Json.object().put("OrgId", org.id()).put("Url", org.url().toString()));
  }
}
