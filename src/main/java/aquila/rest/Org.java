package aquila.rest;

import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpReply;
import aquila.http.HttpRequest;
import aquila.http.Receiver;
import aquila.token.AccessToken;
import aquila.token.AccessTokens;
import aquila.world.Deadline;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One org, read with a token that is fetched when it is first needed. */
public final class Org {
  private final Http http;
  private final AccessTokens tokens;
  private final Deadline deadline;
  private final AtomicReference<@Nullable ApiUsage> usage = new AtomicReference<>();
  private final AtomicReference<@Nullable AccessToken> taken = new AtomicReference<>();

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

  /**
   * Who the token is, as the org sees it: {@code user_id}, {@code organization_id}, {@code
   * preferred_username}.
   *
   * @throws Failure {@code ApiRefused} for every answer but JSON with status 200, as it comes where
   *     the app lacks the scope {@code openid}
   */
  public JsonNode userInfo() throws Failure {
    AccessToken token = tokens.get();
    URI origin = ApiAddress.origin(tokens.grant().instanceUrl(), token.instanceUrl());
    HttpRequest request = authorized(ApiAddress.userInfo(origin), token);
    HttpReply reply = http.send(() -> request, Http.SMALL, Org::isWorthAnotherAttempt, deadline);
    ApiCall call = new ApiCall(request.uri().getPath(), "the user's identity", Http.SMALL);
    return answered(call, token, request, reply).json();
  }

  /**
   * Downloads what lies behind an address, again with a fresh token where the org says that the
   * session is over.
   *
   * @param purpose what it is for, as an error names it
   * @return whether an early end of the transfer would have been seen
   * @throws Failure {@code ApiRefused} for every answer but status 200
   * @throws IOException what the destination threw
   */
  public boolean download(String path, String purpose, Destination destination)
      throws Failure, IOException {
    ApiCall call = new ApiCall(path, purpose, Http.SMALL);
    AccessToken token = tokens.get();
    ApiAnswer answer = fetch(call, token, destination);
    boolean isWorthRenewing = answer.isSessionOver();
    while (isWorthRenewing) {
      token = tokens.renew(token);
      answer = fetch(call, token, destination);
      isWorthRenewing = answer.isSessionOver() && hasWorked(token);
    }
    answer.requireDownload();
    return answer.reply().showsItsEnd();
  }

  /**
   * Whether a token was taken before, and so is over by now. One that was fetched a moment ago and
   * never worked is refused for another reason, and so would the next one be.
   */
  private boolean hasWorked(AccessToken token) {
    AccessToken last = taken.get();
    return last != null && last.value() == token.value();
  }

  /** What the last reply said about the org's API calls; empty before the first. */
  public Optional<ApiUsage> usage() {
    return Optional.ofNullable(usage.get());
  }

  private ApiAnswer fetch(ApiCall call, AccessToken token, Destination destination)
      throws Failure, IOException {
    HttpRequest request =
        request(call, token).with("Accept-Encoding", "gzip").with("Accept", "*/*");
    try {
      HttpReply reply =
          http.receive(() -> request, destination::begin, Org::isWorthAnotherAttempt, deadline);
      return answered(call, token, request, reply);
    } catch (Receiver.Refused e) {
      throw e.reason();
    }
  }

  private ApiAnswer ask(ApiCall call, AccessToken token) throws Failure {
    HttpRequest request = request(call, token);
    HttpReply reply = http.send(() -> request, call.limit(), Org::isWorthAnotherAttempt, deadline);
    return answered(call, token, request, reply);
  }

  private HttpRequest request(ApiCall call, AccessToken token) throws Failure {
    URI origin = ApiAddress.origin(tokens.grant().instanceUrl(), token.instanceUrl());
    return authorized(ApiAddress.of(origin, call.pathAndQuery()), token);
  }

  private static HttpRequest authorized(URI address, AccessToken token) {
    return HttpRequest.get(address).with("Authorization", "Bearer " + token.value().reveal());
  }

  private ApiAnswer answered(
      ApiCall call, AccessToken token, HttpRequest request, HttpReply reply) {
    reply.header("sforce-limit-info").flatMap(ApiUsage::parse).ifPresent(usage::set);
    ApiAnswer answer = new ApiAnswer(call, request.uri(), reply);
    if (!answer.isSessionOver()) {
      taken.set(token);
    }
    return answer;
  }

  private static boolean isWorthAnotherAttempt(HttpReply reply) {
    return reply.status() >= 500;
  }
}
