package aquila.token;

import aquila.failure.Cause;
import aquila.failure.TokenRefused;
import aquila.http.HttpReply;
import aquila.http.ReplyText;
import aquila.json.Json;
import aquila.secret.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the token endpoint answered. Only a 200 with a token and an instance is a yes; every
 * other answer ends in a failure that says what came.
 *
 * @param tokenUrl what was asked
 * @param reply what came
 */
record TokenAnswer(URI tokenUrl, HttpReply reply) {

  /** Visible ASCII without blanks (RFC 6750, section 2.1, is narrower still). */
  static final Pattern IN_A_HEADER = Pattern.compile("[!-~]+");

  /** A hiccup of the server's own: the same request may well be granted a moment later. */
  static boolean isPassing(HttpReply reply) {
    if (reply.status() >= 500) {
      return true;
    }
    // {"error":"unknown_error","error_description":"retry your request"}
    return reply.status() == 400 && isUnknownError(reply);
  }

  private static boolean isUnknownError(HttpReply reply) {
    try {
      return "unknown_error".equals(Json.read(reply.body()).path("error").textValue());
    } catch (IOException e) {
      return false;
    }
  }

  AccessToken token() throws TokenRefused {
    if (reply.isRedirect()) {
      throw refused(
          "the token endpoint points to another address, and an assertion is not sent there",
          Cause.ofStatus(reply.status(), "Location: " + ReplyText.redirectTarget(reply, tokenUrl)));
    }
    if (reply.tooLong()) {
      throw refused(
          "the answer of the token endpoint is too long to be one",
          Cause.ofStatus(reply.status(), "more than 1 MiB"));
    }
    if (reply.status() == 420) {
      throw refused("the org is not available", said());
    }
    if (reply.status() >= 500) {
      throw refused("the token endpoint is out of order", said());
    }
    if (reply.isHtml()) {
      throw refused("the token endpoint answered with a web page", words());
    }
    if (reply.length() == 0) {
      throw refused("the token endpoint answered with nothing", Cause.ofStatus(reply.status(), ""));
    }
    return read(json());
  }

  private JsonNode json() throws TokenRefused {
    try {
      return Json.read(reply.body());
    } catch (IOException e) {
      throw refused("the token endpoint answered with something that is not JSON", words());
    }
  }

  private AccessToken read(JsonNode json) throws TokenRefused {
    boolean isRefusal = text(json, "error") != null && text(json, "access_token") == null;
    if (reply.status() != 200 || isRefusal) {
      throw refused("the token endpoint refused the assertion", words(json));
    }
    String value = text(json, "access_token");
    String instance = text(json, "instance_url");
    if (value == null || instance == null) {
      // The answer may hold half of a token: its words are not shown.
      throw new TokenRefused(
          "the answer of the token endpoint lacks "
              + (value == null ? "access_token" : "instance_url"),
          Cause.ofStatus(200, ""));
    }
    if (!IN_A_HEADER.matcher(value).matches()) {
      throw new TokenRefused(
          "the access_token in the answer of the token endpoint holds characters that no token has",
          Cause.ofStatus(200, ""));
    }
    return new AccessToken(
        Secret.of(value),
        instance(instance),
        text(json, "token_type"),
        text(json, "scope"),
        text(json, "id"),
        text(json, "issued_at"));
  }

  private URI instance(String text) throws TokenRefused {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && uri.getScheme() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Not a URL at all: said below, as for a URL without a host.
    }
    throw refused(
        "the instance_url in the answer of the token endpoint is not a URL",
        Cause.ofStatus(200, text));
  }

  /** The words of an error that need not be JSON. */
  private Cause said() {
    try {
      return words(Json.read(reply.body()));
    } catch (IOException e) {
      return words();
    }
  }

  /** An error as the server words it; an unknown form is shown as it came. */
  private Cause words(JsonNode json) {
    String error = text(json, "error");
    return error == null
        ? words()
        : Cause.ofToken(reply.status(), error, text(json, "error_description"));
  }

  /** The text as it came, unless there may be a token in it. */
  private Cause words() {
    boolean mayHoldToken = reply.text().contains("\"access_token\"");
    return Cause.ofStatus(reply.status(), mayHoldToken ? "" : ReplyText.summary(reply));
  }

  private TokenRefused refused(String fact, Cause words) {
    String[] clock =
        ClockSkew.of(reply).flatMap(skew -> skew.explaining(words)).stream().toArray(String[]::new);
    return new TokenRefused(fact, words, clock);
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode member = json.path(name);
    return member.isTextual() && !member.textValue().isEmpty()
        ? member.textValue()
        : member.isNumber() ? member.asText() : null;
  }
}
