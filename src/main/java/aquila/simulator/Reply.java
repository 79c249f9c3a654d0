package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, ready for the wire.
 *
 * @param status the HTTP status
 * @param headers the headers beside Date, Content-Length and Connection, which the listener writes
 * @param body the body
 * @param fate what happens to it on its way
 */
public record Reply(int status, Map<String, String> headers, Content body, Fate fate) {

  /** What happens to a reply on its way to the client. */
  public enum Fate {
    /** It arrives. */
    WHOLE,
    /** The connection is reset before the first byte. */
    RESET,
    /** Nothing arrives, and the connection stays open. */
    SILENCE,
    /** Half of the body arrives, then nothing more, and the connection stays open. */
    STALL,
    /** Half of the body arrives, then the connection is closed. */
    TRUNCATE
  }

  public Reply {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A text of some kind. */
  public static Reply of(int status, String contentType, String text) {
    return of(status, contentType, Body.of(text));
  }

  /** Something of some kind, which may be too long to be held. */
  static Reply of(int status, String contentType, Content content) {
    return new Reply(status, Map.of("Content-Type", contentType), content, Fate.WHOLE);
  }

  /** JSON as Salesforce labels it. */
  public static Reply json(int status, JsonNode node) {
    return of(status, "application/json;charset=UTF-8", Json.write(node));
  }

  /** An HTML page: what a host says that is not an org, or not now. */
  public static Reply html(int status, String title) {
    return of(
        status,
        "text/html;charset=UTF-8",
        "<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1></body></html>\n"
            .formatted(title, title));
  }

  /** An error of the token endpoint (RFC 6749, section 5.2). */
  public static Reply tokenError(int status, String error, String description) {
    return json(status, Json.object().put("error_description", description).put("error", error))
        .with("Cache-Control", "no-cache, no-store");
  }

  /** An error of the REST API: an array of one. */
  public static Reply restError(int status, String errorCode, String message) {
    return json(
        status,
        Json.array().add(Json.object().put("message", message).put("errorCode", errorCode)));
  }

  /** The same reply with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, fate);
  }

  /** The same reply with another fate. */
  public Reply with(Fate other) {
    return new Reply(status, headers, body, other);
  }

  /** The bytes of a reply. It is a class and not an array, because an array can be written to. */
  public static final class Body implements Content {
    private final byte[] bytes;

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A text in UTF-8. */
    public static Body of(String text) {
      return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the bytes over. */
    static Body of(byte[] bytes) {
      return new Body(bytes);
    }

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out, long most) throws IOException {
      out.write(bytes, 0, (int) Math.min(bytes.length, most));
    }
  }
}
