package aquila.rest;

import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpReply;
import aquila.http.HttpRequest;
import aquila.token.AccessToken;
import aquila.token.AccessTokens;
import aquila.world.Deadline;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** One org, read with a token that is fetched when it is first needed. */
public final class Org {
  private final Http http;
  private final AccessTokens tokens;
  private final Deadline deadline;

  public Org(Http http, AccessTokens tokens, Deadline deadline) {
    this.http = http;
    this.tokens = tokens;
    this.deadline = deadline;
  }

  /**
   * Makes a call, once more with a fresh token if the org says that the session is over.
   *
   * @throws Failure {@code ApiRefused} for every answer but JSON with status 200
   */
  public JsonNode get(ApiCall call) throws Failure {
    AccessToken token = tokens.get();
    ApiAnswer answer = ask(call, token);
    if (answer.isSessionOver()) {
      answer = ask(call, tokens.renew(token));
    }
    return answer.json();
  }

  private ApiAnswer ask(ApiCall call, AccessToken token) throws Failure {
    URI origin = ApiAddress.origin(tokens.grant().instanceUrl(), token.instanceUrl());
    URI address = ApiAddress.of(origin, call.pathAndQuery());
    HttpRequest request =
        HttpRequest.get(address).with("Authorization", "Bearer " + token.value().reveal());
    HttpReply reply =
        http.send(() -> request, call.limit(), again -> again.status() >= 500, deadline);
    return new ApiAnswer(call, address, reply);
  }
}
