package aquila.http;

import aquila.world.StillWorld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Replies without a server. */
public final class Replies {

  private Replies() {}

  /** A JSON reply. */
  public static HttpReply json(int status, String body) {
    return of(status, Map.of("content-type", "application/json;charset=UTF-8"), body);
  }

  /** A reply with these header fields, whose names are in lower case. */
  public static HttpReply of(int status, Map<String, String> headers, String body) {
    return at(StillWorld.NOW, StillWorld.NOW, status, headers, body);
  }

  /** A reply that was asked for and came at these moments of the local clock. */
  public static HttpReply at(
      Instant sent, Instant received, int status, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpReply.kept(status, headers, bytes, Http.SMALL, sent, received);
  }
}
