package aquila.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One client's connection: requests in, replies out, one after the other (RFC 9112). */
final class Connection {

  /** Salesforce refuses a longer request line and headers (KB 000386264). */
  private static final int LONGEST_HEAD = 16_384;

  /** More than any client of a simulated org has to say. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final Socket socket;
  private final Clock clock;
  private final Function<Request, Reply> answer;
  private final InputStream in;
  private final OutputStream out;

  Connection(Socket socket, Clock clock, Function<Request, Reply> answer) throws IOException {
    this.socket = socket;
    this.clock = clock;
    this.answer = answer;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  /** Answers until the client leaves or asks to close, or a reply's fate ends the connection. */
  void serve(Welcome welcome) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    Optional<byte[]> instead = welcome.instead(first);
    if (instead.isPresent()) {
      out.write(instead.get());
      out.flush();
      drain();
      return;
    }
    boolean open = true;
    while (open) {
      String line = line(LONGEST_HEAD);
      if (line.isEmpty()) {
        return;
      }
      open = answer(line);
    }
  }

  private boolean answer(String requestLine) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    int left = LONGEST_HEAD - requestLine.length();
    String line = left > 0 ? line(left) : "";
    while (!line.isEmpty() && left > 0) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      headers.merge(name.toLowerCase(Locale.ROOT), value, (one, two) -> one + ", " + two);
      left -= line.length();
      line = left > 0 ? line(left) : "";
    }
    String[] parts = requestLine.split(" ", -1);
    if (left <= 0 || parts.length != 3) {
      // What is left of the request is not read, so the connection cannot go on.
      Reply refusal = left <= 0 ? Reply.html(414, "URI Too Long") : Reply.html(400, "Bad Request");
      send(refusal, false, false);
      drain();
      return false;
    }
    return answer(parts[0], parts[1], headers);
  }

  private boolean answer(String method, String target, Map<String, String> headers)
      throws IOException {
    String body = new String(body(headers), StandardCharsets.UTF_8);
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    boolean close = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    Reply reply = answer.apply(new Request(method, path, query, headers, body));
    return send(reply, !close, method.equals("HEAD")) && !close;
  }

  /** Closing with bytes unread would reset the connection, and take the refusal with it. */
  private void drain() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(1000);
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** Writes head and body in one piece if it is a short one, and tells whether to go on. */
  private boolean send(Reply reply, boolean keep, boolean headOnly) throws IOException {
    long length = reply.body().length();
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 ").append(reply.status()).append(' ').append("\r\n");
    head.append("Date: ").append(DATE.format(ZonedDateTime.now(clock.withZone(ZoneOffset.UTC))));
    head.append("\r\nContent-Length: ").append(length).append("\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append(keep ? "\r\n" : "Connection: close\r\n\r\n");
    if (reply.fate() == Reply.Fate.RESET) {
      socket.setSoLinger(true, 0);
      return false;
    }
    if (reply.fate() == Reply.Fate.SILENCE) {
      in.transferTo(OutputStream.nullOutputStream());
      return false;
    }
    boolean whole = reply.fate() == Reply.Fate.WHOLE;
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!headOnly) {
      reply.body().writeTo(out, whole ? length : length / 2);
    }
    out.flush();
    if (reply.fate() == Reply.Fate.STALL) {
      // Until the client or the org gives up.
      in.transferTo(OutputStream.nullOutputStream());
    }
    return whole;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    return bytes(number(headers.getOrDefault("content-length", "0"), 10));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(bytes(size));
      line(2);
    }
    String trailer = line(LONGEST_HEAD);
    while (!trailer.isEmpty()) {
      trailer = line(LONGEST_HEAD);
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    String line = line(LONGEST_HEAD);
    int extension = line.indexOf(';');
    return number(extension < 0 ? line : line.substring(0, extension), 16);
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text.strip(), radix);
      if (number < 0 || number > LONGEST_BODY) {
        throw new IOException("a body of " + text + " bytes is too long");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IOException("not a length: " + text, e);
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the body ended early");
    }
    return bytes;
  }

  /** A line without its end; empty also at the end of the stream. Longer lines are cut off. */
  private String line(int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < longest) {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
