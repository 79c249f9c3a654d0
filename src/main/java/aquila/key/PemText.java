package aquila.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in which PEM blocks may stand (RFC 7468), with all that mails, editors and copying do to it:
 * any line ends or none, indentation, words before and after, line ends spelled {@code \n}.
 */
final class PemText {
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([^-\\r\\n]{1,64})-----");
  private static final Pattern DEK =
      Pattern.compile("DEK-Info:\\s*([A-Za-z0-9-]{1,32}),([0-9A-Fa-f]{1,64})");
  private static final Pattern HEADER = Pattern.compile("(?m)^[ \\t]*[A-Za-z-]+:.*$");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  private final String text;

  private PemText(String text) {
    this.text = text;
  }

  static PemText of(byte[] bytes) {
    return new PemText(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether bytes are a text at all: DER is full of control characters. */
  static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      boolean lineEndOrTab = b >= '\t' && b <= '\r';
      boolean endOfDosFile = b == 0x1a;
      boolean control = (b >= 0 && b < ' ') || b == 0x7f;
      if (control && !lineEndOrTab && !endOfDosFile) {
        return false;
      }
    }
    return true;
  }

  String text() {
    return text;
  }

  /** Every block that has a whole BEGIN line. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher begin = BEGIN.matcher(text);
    for (boolean found = begin.find(); found; ) {
      String label = begin.group(1).strip();
      int from = begin.end();
      found = begin.find();
      String rest = text.substring(from, found ? begin.start() : text.length());
      int end = rest.indexOf("-----END");
      blocks.add(new Block(label, end < 0 ? rest : rest.substring(0, end), end >= 0));
    }
    return blocks;
  }

  /** The whole text as Base64 without any armour. */
  Optional<byte[]> base64() {
    return decode(text);
  }

  private static Optional<byte[]> decode(String base64) {
    StringBuilder dense = new StringBuilder(base64.length());
    for (int i = 0; i < base64.length(); i++) {
      char c = base64.charAt(i);
      if (c > ' ' && c != 0xa0 && c != 0x200b) {
        dense.append(c);
      }
    }
    if (!BASE64.matcher(dense).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(dense.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What stands between a BEGIN and an END line.
   *
   * @param label the words after BEGIN
   * @param body the lines between, as they are
   * @param complete whether there is an END line
   */
  record Block(String label, String body, boolean complete) {

    boolean isPrivateKey() {
      return label.endsWith("PRIVATE KEY");
    }

    /** Whether its line ends are spelled with a backslash, as in JSON and in variables. */
    boolean hasSpelledLineEnds() {
      return body.contains("\\n");
    }

    /** The cipher and its initialization vector in hex, of the old way to encrypt (RFC 1421). */
    Optional<String[]> cipher() {
      Matcher info = DEK.matcher(plainBody());
      return info.find()
          ? Optional.of(new String[] {info.group(1), info.group(2)})
          : Optional.empty();
    }

    boolean hasCipherHeader() {
      return body.contains("4,ENCRYPTED") || body.contains("DEK-Info:");
    }

    /** The content, or empty if it is not Base64. */
    Optional<byte[]> bytes() {
      String plain = plainBody();
      Matcher info = DEK.matcher(plain);
      String data = info.find() ? plain.substring(info.end()) : plain;
      return decode(HEADER.matcher(data).replaceAll(""));
    }

    private String plainBody() {
      return body.replace("\\n", "\n").replace("\\r", "").replace("\\u003d", "=").replace("\\", "");
    }
  }
}
