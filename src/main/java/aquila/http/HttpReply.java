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
  private final long length;
  private final boolean tooLong;
  private final Instant sent;
  private final Instant received;

  private HttpReply(
      int status,
      Map<String, String> headers,
      byte[] body,
      long length,
      boolean tooLong,
      Instant sent,
      Instant received) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.length = length;
    this.tooLong = tooLong;
    this.sent = sent;
    this.received = received;
  }

  /**
   * A reply whose body is kept, whole or up to the limit.
   *
   * @param headers header fields by lower-case name; of a repeated field the first
   * @param body the body, or one byte more than the limit of one that goes on
   */
  static HttpReply kept(
      int status,
      Map<String, String> headers,
      byte[] body,
      int limit,
      Instant sent,
      Instant received) {
    return new HttpReply(status, headers, body, body.length, body.length > limit, sent, received);
  }

  /** A reply whose body went to a receiver. */
  static HttpReply passed(
      int status, Map<String, String> headers, long length, Instant sent, Instant received) {
    return new HttpReply(status, headers, new byte[0], length, false, sent, received);
  }

  /** The HTTP status, 100 to 599. */
  public int status() {
    return status;
  }

  /** The body, cut just behind the limit that was asked for; empty if a receiver took it. */
  public byte[] body() {
    return body.clone();
  }

  /** The number of bytes in the body, decoded. */
  public long length() {
    return length;
  }

  /** Whether the body could not end early unseen: it says its length or its end by itself. */
  public boolean showsItsEnd() {
    return header("content-length").isPresent()
        || header("transfer-encoding").isPresent()
        || header("content-encoding").filter(coding -> !Body.isIdentity(coding)).isPresent();
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
    if (isHtml(headers)) {
      return true;
    }
    String start =
        new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html");
  }

  static boolean isHtml(Map<String, String> headers) {
    String type = headers.getOrDefault("content-type", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml");
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
    return "HttpReply[" + status + ", " + length + " bytes]";
  }
}
