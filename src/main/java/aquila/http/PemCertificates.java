package aquila.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The certificates of a PEM file (RFC 7468), each in DER. That of a system's authorities is long,
 * and every short command reads it before Java has compiled much: what is done once for each line
 * is compiled soon, what is done once for the file or for each certificate is not.
 */
final class PemCertificates {
  private static final byte[] BEGIN = bytes("-----BEGIN CERTIFICATE-----");
  private static final byte[] BEGIN_OLD = bytes("-----BEGIN X509 CERTIFICATE-----");
  private static final byte[] END = bytes("-----END ");

  /** Editors of Windows begin a file with it, and files are put together to one. */
  private static final byte[] BYTE_ORDER_MARK = bytes("\ufeff");

  private final byte[] file;
  private final byte[] base64;
  private final List<byte[]> found = new ArrayList<>();
  private int length;
  private boolean isInside;

  private PemCertificates(byte[] file) {
    this.file = file;
    this.base64 = new byte[file.length];
  }

  /**
   * Those of a file, in its order. What is no base64 is left out, as all that stands between them.
   */
  static List<byte[]> in(byte[] file) {
    PemCertificates reader = new PemCertificates(file);
    for (int start = 0; start < file.length; ) {
      int end = endOfLine(file, start);
      reader.take(start, end);
      start = end + 1;
    }
    return reader.found;
  }

  private static int endOfLine(byte[] file, int start) {
    int end = start;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    return end;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void take(int start, int end) {
    if (begins(BYTE_ORDER_MARK, start) && end > start + BYTE_ORDER_MARK.length) {
      take(start + BYTE_ORDER_MARK.length, end);
    } else if (file[start] != '-') {
      if (isInside) {
        int size = (end > start && file[end - 1] == '\r' ? end - 1 : end) - start;
        System.arraycopy(file, start, base64, length, size);
        length += size;
      }
    } else if (begins(BEGIN, start) || begins(BEGIN_OLD, start)) {
      isInside = true;
      length = 0;
    } else if (isInside && begins(END, start)) {
      isInside = false;
      decode();
    }
  }

  private boolean begins(byte[] marker, int start) {
    int end = start + marker.length;
    return end <= file.length && Arrays.equals(file, start, end, marker, 0, marker.length);
  }

  private void decode() {
    byte[] text = Arrays.copyOf(base64, length);
    try {
      found.add(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      decodeLeniently(text);
    }
  }

  /** With spaces in it, say, or without its padding. */
  private void decodeLeniently(byte[] text) {
    try {
      found.add(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      // It must not cost the trust in all others.
      return;
    }
  }
}
