package aquila.key;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One element of DER (X.690), read just deep enough to tell one kind of key from another and to
 * take the numbers out of a plain one. It never looks deeper than it is asked to, so that no
 * nesting can hurt; and it is all that a plain key needs, because loading a whole ASN.1 library
 * takes longer than the rest of signing.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;

  private final int tag;
  private final byte[] content;
  private final int end;

  private Der(int tag, byte[] content, int end) {
    this.tag = tag;
    this.content = content;
    this.end = end;
  }

  /** The element that begins at this place, or empty if none does, or it does not end in time. */
  static Optional<Der> read(byte[] bytes, int from) {
    if (from + 2 > bytes.length) {
      return Optional.empty();
    }
    long length = length(bytes, from);
    int start = from + headerLength(bytes, from);
    if (length < 0 || start + length > bytes.length) {
      return Optional.empty();
    }
    int end = (int) (start + length);
    return Optional.of(new Der(bytes[from] & 0xff, Arrays.copyOfRange(bytes, start, end), end));
  }

  /** Whether the bytes begin with an element that is longer than they are. */
  static boolean isCutShort(byte[] bytes) {
    if (bytes.length < 2) {
      return true;
    }
    int header = headerLength(bytes, 0);
    return header > bytes.length || header + length(bytes, 0) > bytes.length;
  }

  boolean is(int expected) {
    return tag == expected;
  }

  byte[] content() {
    return content;
  }

  /** Where it ends in the bytes that it was read from. */
  int end() {
    return end;
  }

  /** What it is made of; empty also if that is not whole. */
  List<Der> children() {
    List<Der> children = new ArrayList<>();
    for (int at = 0; at < content.length; ) {
      Optional<Der> child = read(content, at);
      if (child.isEmpty()) {
        return List.of();
      }
      children.add(child.get());
      at = child.get().end;
    }
    return children;
  }

  /**
   * The tags of its children as letters: Integer, seQuence, Octet string, Bit string, object iD,
   * Context-specific, and {@code x} for the rest.
   */
  String shape() {
    StringBuilder letters = new StringBuilder();
    for (Der child : children()) {
      letters.append(
          switch (child.tag) {
            case INTEGER -> 'I';
            case SEQUENCE -> 'Q';
            case OCTET_STRING -> 'O';
            case BIT_STRING -> 'B';
            case OBJECT_ID -> 'D';
            default -> (child.tag & 0xc0) == 0x80 ? 'C' : 'x';
          });
    }
    return letters.toString();
  }

  /** Its content as a signed number, as integers are. */
  BigInteger number() {
    return content.length == 0 ? BigInteger.ZERO : new BigInteger(content);
  }

  /** Its content in hex, as object identifiers are compared here. */
  String hex() {
    return HexFormat.of().formatHex(content);
  }

  private static int headerLength(byte[] bytes, int from) {
    int first = bytes[from + 1] & 0xff;
    return first < 0x80 ? 2 : 2 + (first & 0x7f);
  }

  /** The length of the content, or -1 if it is indefinite, or written in more than four bytes. */
  private static long length(byte[] bytes, int from) {
    int first = bytes[from + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7f;
    if (count == 0 || count > 4 || from + 2 + count > bytes.length) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | (bytes[from + 2 + i] & 0xff);
    }
    return length;
  }
}
