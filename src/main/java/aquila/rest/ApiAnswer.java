package aquila.rest;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.http.HttpReply;
import aquila.http.ReplyText;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/**
 * Reads what the REST API answered. Errors come as an array of {@code message} and {@code
 * errorCode}, and at times as one such object.
 *
 * @param call what was asked
 * @param asked the address that was asked
 * @param reply what came
 */
record ApiAnswer(ApiCall call, URI asked, HttpReply reply) {

  /** {@code [{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]} */
  boolean isSessionOver() {
    if (reply.status() != 401) {
      return false;
    }
    Cause words = error();
    // "This session is not valid for use with the REST API" has the same code, and a fresh token
    // would be refused just so.
    return words.word("errorCode").equals("INVALID_SESSION_ID")
        && !words.word("message").contains("not valid for use");
  }

  /** Passes if a receiver took the answer. */
  void requireDownload() throws ApiRefused {
    requireNoRedirect();
    if (reply.status() != 200 || reply.isHtml()) {
      throw refused(verb(), error());
    }
  }

  JsonNode json() throws ApiRefused {
    requireNoRedirect();
    if (reply.tooLong()) {
      throw refused(
          "was answered with more than " + (call.limit() >> 20) + " MiB",
          Cause.ofStatus(reply.status(), ""));
    }
    if (reply.status() == 200 && !reply.isHtml() && reply.length() > 0) {
      try {
        return Json.read(reply.body());
      } catch (IOException e) {
        throw refused("was answered with something that is not JSON", summary());
      }
    }
    throw refused(verb(), error());
  }

  private void requireNoRedirect() throws ApiRefused {
    if (reply.isRedirect()) {
      throw refused(
          "points to another address, and a token is not sent there",
          Cause.ofStatus(reply.status(), "Location: " + ReplyText.redirectTarget(reply, asked)));
    }
  }

  private String verb() {
    if (reply.status() == 420) {
      return "failed: the org is not available";
    }
    if (reply.status() >= 500) {
      return "failed on the side of Salesforce";
    }
    if (reply.isHtml()) {
      return "was answered with a web page";
    }
    return reply.length() == 0 ? "was answered with nothing" : "was refused";
  }

  private Cause error() {
    if (reply.isHtml() || reply.length() == 0) {
      return summary();
    }
    try {
      JsonNode json = Json.read(reply.body());
      JsonNode first = json.isArray() ? json.path(0) : json;
      if (first.path("errorCode").isTextual()) {
        return Cause.ofRest(
            reply.status(), first.path("errorCode").asText(), first.path("message").asText());
      }
    } catch (IOException e) {
      // Not JSON: shown as it came.
      return summary();
    }
    return summary();
  }

  private Cause summary() {
    return Cause.ofStatus(reply.status(), ReplyText.summary(reply));
  }

  private ApiRefused refused(String verb, Cause words) {
    return new ApiRefused(call.purpose() + " " + verb, words);
  }
}
