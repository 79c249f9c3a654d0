package aquila.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server answered. It does not print its body, which may hold a token. */
public final class HttpReply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean tooLong;
  private final Instant sent;
  private final Instant received;

  /**
   * A reply that has come whole, or up to the limit.
   *
   * @param headers header fields by lower-case name; of a repeated field the first
   * @param tooLong whether the body went on beyond the limit
   */
  HttpReply(
      int status,
      Map<String, String> headers,
      byte[] body,
      boolean tooLong,
      Instant sent,
      Instant received) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.tooLong = tooLong;
    this.sent = sent;
    this.received = received;
  }

  /** The HTTP status, 100 to 599. */
  public int status() {
    return status;
  }

  /** The body, at most as many bytes as the limit that was asked for. */
  public byte[] body() {
    return body.clone();
  }

  /** The number of bytes in the body. */
  public int length() {
    return body.length;
  }

  /** Whether the body went on beyond the limit, and was cut there. */
  public boolean tooLong() {
    return tooLong;
  }

  /** When the request was sent, by the local clock. */
  public Instant sent() {
    return sent;
  }

  /** When the head of the reply had come, by the local clock. */
  public Instant received() {
    return received;
  }

  /** A header field, or empty. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The body read as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether the body is a web page, by its type or by its first characters. */
  public boolean isHtml() {
    if (header("content-type").map(type -> type.startsWith("text/html")).orElse(false)) {
      return true;
    }
    String start =
        new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html");
  }

  /** Whether the server points elsewhere. */
  public boolean isRedirect() {
    return status >= 300 && status < 400 && header("location").isPresent();
  }

  /** The server's clock when it answered, to the second (RFC 9110, section 6.6.1), or empty. */
  public Optional<Instant> date() {
    return header("date").flatMap(HttpReply::parseDate);
  }

  static Optional<Instant> parseDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "HttpReply[" + status + ", " + body.length + " bytes]";
  }
}
