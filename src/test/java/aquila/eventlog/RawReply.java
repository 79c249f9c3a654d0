package aquila.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Answers of a {@link RawOrg}, whole and broken. */
final class RawReply {
  static final RawOrg.Answer NOT_FOUND =
      error(404, "NOT_FOUND", "The requested resource does not exist");
  static final RawOrg.Answer SESSION_OVER =
      error(401, "INVALID_SESSION_ID", "Session expired or invalid");
  static final RawOrg.Answer LIMIT =
      error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  static final RawOrg.Answer OUT_OF_ORDER =
      error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");

  /** A reset instead of an answer. */
  static final RawOrg.Answer RESET =
      socket -> {
        socket.setSoLinger(true, 0);
        socket.close();
      };

  /** How a body tells where it ends. */
  enum Framing {
    LENGTH,
    CHUNKED,
    CLOSE
  }

  private RawReply() {}

  static RawOrg.Answer json(int status, String json) {
    return RawOrg.raw(
        whole(
            status,
            "Content-Type: application/json;charset=UTF-8\r\n",
            json.getBytes(UTF_8),
            Framing.LENGTH));
  }

  static RawOrg.Answer error(int status, String code, String message) {
    return json(status, "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]");
  }

  /** All records on one page. */
  static RawOrg.Answer page(String records) {
    return json(200, "{\"done\":true,\"records\":" + records + "}");
  }

  static RawOrg.Answer csv(byte[] body) {
    return RawOrg.raw(csv(body, Framing.LENGTH, false));
  }

  /** The bytes of a whole answer with a file. */
  static byte[] csv(byte[] body, Framing framing, boolean isCompressed) {
    String headers =
        "Content-Type: text/csv\r\n" + (isCompressed ? "Content-Encoding: gzip\r\n" : "");
    return whole(200, headers, isCompressed ? gzip(body) : body, framing);
  }

  static byte[] whole(int status, String headers, byte[] body, Framing framing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String frame =
        switch (framing) {
          case LENGTH -> "Content-Length: " + body.length + "\r\n";
          case CHUNKED -> "Transfer-Encoding: chunked\r\n";
          case CLOSE -> "";
        };
    bytes.writeBytes(
        RawOrg.latin1(
            "HTTP/1.1 " + status + " \r\n" + headers + frame + "Connection: close\r\n\r\n"));
    if (framing == Framing.CHUNKED) {
      int half = body.length / 2;
      bytes.writeBytes(chunk(Arrays.copyOf(body, half)));
      bytes.writeBytes(chunk(Arrays.copyOfRange(body, half, body.length)));
      bytes.writeBytes(RawOrg.latin1("0\r\n\r\n"));
    } else {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  /** The first bytes, then the end of the connection. */
  static RawOrg.Answer cut(byte[] whole, int length) {
    return RawOrg.raw(Arrays.copyOf(whole, length));
  }

  /** The first bytes, then nothing until the client gives up. */
  static RawOrg.Answer stall(byte[] whole, int length) {
    return socket -> {
      socket.getOutputStream().write(whole, 0, length);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // Until the client leaves.
      }
    };
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunk(byte[] body) {
    if (body.length == 0) {
      return body;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    bytes.writeBytes(RawOrg.latin1("\r\n"));
    return bytes.toByteArray();
  }
}
