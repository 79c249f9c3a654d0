package aquila.eventlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests bytes as they pass. */
final class ContentDigest {
  static final int BLOCK = 1 << 16;

  private final MessageDigest sha256;
  private long bytes;

  ContentDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void update(byte[] block, int from, int length) {
    sha256.update(block, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** What has passed; then it begins anew. */
  Content content() {
    Content content = new Content(bytes, HexFormat.of().formatHex(sha256.digest()));
    bytes = 0;
    return content;
  }

  /** Forgets what has passed. */
  void restart() {
    sha256.reset();
    bytes = 0;
  }
}
