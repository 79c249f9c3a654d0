package aquila.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;

/** How a host meets whoever connects, before any request is read. */
public enum Welcome {
  /** It listens. To a TLS handshake on a port without TLS it says what web servers say. */
  USUAL,
  /** Nothing listens on the port. */
  CLOSED,
  /** Connections are neither accepted nor turned down, as behind a firewall that drops packets. */
  FULL,
  /** The connection ends as soon as the client has said something. */
  CUT,
  /** It says in TLS that it takes no version of it that the client offers. */
  OLD_TLS;

  /** The first byte of a TLS handshake (RFC 8446, section 5.1). */
  private static final int HANDSHAKE = 0x16;

  /** A fatal alert, protocol_version (RFC 8446, section 6). */
  private static final String PROTOCOL_VERSION = "15030100020246";

  /**
   * What is said in place of an answer; then the connection ends.
   *
   * @param first the first byte that the client sent, or -1
   */
  Optional<byte[]> instead(int first) {
    return switch (this) {
      case CUT -> Optional.of(new byte[0]);
      case OLD_TLS -> Optional.of(HexFormat.of().parseHex(PROTOCOL_VERSION));
      default ->
          first == HANDSHAKE
              ? Optional.of(
                  "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII))
              : Optional.empty();
    };
  }
}
