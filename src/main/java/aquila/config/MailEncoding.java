package aquila.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How mails are written on the wire (RFC 2045, section 6), where one was saved as it came. */
final class MailEncoding {
  private static final Pattern QUOTED_PRINTABLE =
      Pattern.compile("(?im)^content-transfer-encoding:\\s*quoted-printable|=3D|=C2=A0|=E2=80=");

  /** A part with its head: up to the line that begins the next one, or to an empty line. */
  private static final Pattern BASE64 =
      Pattern.compile(
          "(?im)^content-transfer-encoding:[ \\t]*base64[ \\t]*\\R"
              + "((?:[^\\r\\n]++\\R)*+)\\R+((?:[A-Za-z0-9+/=]++[ \\t]*+(?:\\R|\\z))++)");

  private static final Pattern CODE = Pattern.compile("=([0-9A-Fa-f]{2})");

  private MailEncoding() {}

  /** The text as it is read; unchanged if it is not encoded. */
  static String decoded(String text) {
    String plain = BASE64.matcher(text).replaceAll(MailEncoding::fromBase64);
    return QUOTED_PRINTABLE.matcher(plain).find() ? fromQuotedPrintable(plain) : plain;
  }

  /** What is no text, such as a picture, is left out. */
  private static String fromBase64(MatchResult part) {
    byte[] bytes = Base64.getMimeDecoder().decode(withoutRest(part.group(2)));
    String text = text(bytes);
    boolean isText = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    return Matcher.quoteReplacement(part.group(1) + "\n" + (isText ? text : "") + "\n");
  }

  /** Whole groups of four only: the last one may have been cut off. */
  private static String withoutRest(String base64) {
    String letters = base64.replaceAll("[^A-Za-z0-9+/]", "");
    int rest = letters.length() % 4;
    return rest == 1 ? letters.substring(0, letters.length() - 1) : letters;
  }

  private static String fromQuotedPrintable(String text) {
    String joined = text.replaceAll("=[ \\t]*\\R", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(joined.length());
    Matcher code = CODE.matcher(joined);
    int from = 0;
    while (code.find()) {
      bytes.writeBytes(joined.substring(from, code.start()).getBytes(StandardCharsets.UTF_8));
      bytes.write(Integer.parseInt(code.group(1), 16));
      from = code.end();
    }
    bytes.writeBytes(joined.substring(from).getBytes(StandardCharsets.UTF_8));
    return text(bytes.toByteArray());
  }

  /** What is no UTF-8 is what Windows used to write. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
