package aquila.doctor;

import aquila.config.Field;
import aquila.config.PastedKey;
import aquila.config.Setting;
import aquila.world.ForeignText;
import java.util.regex.Pattern;

/** Values as they may be shown: on one line, with what cannot be seen made visible, no secret. */
final class SafeText {

  /** What a Consumer Key, an id or a path never looks like: a long run of letters and digits. */
  private static final Pattern MAYBE_SECRET =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/=_!.-]{24,}|[0-9A-Fa-f]{32,}");

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]{1,30}(?:\\.[a-z0-9-]{1,30})+");

  private SafeText() {}

  /** The value of a setting, or a note in brackets that tells why it is not shown. */
  static String of(Setting setting) {
    String value = setting.value();
    if (PastedKey.isIn(value)) {
      return "(the text of a key, not shown)";
    }
    if (setting.field() == Field.PROXY || setting.field() == Field.KEY_PASSPHRASE_FILE) {
      return "(not shown)";
    }
    return of(value);
  }

  /** Whether only a note about the value may be shown. */
  static boolean isHidden(Setting setting) {
    String shown = of(setting);
    return shown.startsWith("(") && shown.endsWith("not shown)");
  }

  /** The same for a text of unknown origin. */
  static String of(String value) {
    if (PastedKey.isIn(value)) {
      return "(the text of a key, not shown)";
    }
    String bare = value.replaceAll("[\\s\"'\\p{Z}\\p{Cf}]", "");
    Shape shape = Shape.of(bare);
    boolean isSafe =
        shape == Shape.CLIENT_ID
            || shape == Shape.HOST
            || shape == Shape.USERNAME
            || (bare.length() < 254 && HOST.matcher(bare).matches())
            || isPath(bare);
    if (shape == Shape.SECRET || (!isSafe && MAYBE_SECRET.matcher(bare).matches())) {
      return "(" + bare.length() + " characters that may be a secret, not shown)";
    }
    return visible(shape == Shape.URL ? withoutLoginAndQuery(value) : value);
  }

  /** A base64 text may begin with a slash; a path has more of them, or the ending of a file. */
  private static boolean isPath(String text) {
    return Shape.of(text) == Shape.PATH
        && (text.matches(".*\\.[A-Za-z0-9]{1,8}")
            || text.chars().filter(c -> c == '/').count() > 1);
  }

  /** Blanks that are none, and marks that cannot be seen, are written as {@code \\u{a0}}. */
  private static String visible(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(
            point ->
                out.append(
                    point != ' ' && Character.isSpaceChar(point)
                        ? "\\u{" + Integer.toHexString(point) + "}"
                        : Character.toString(point)));
    return ForeignText.printable(out.toString());
  }

  /** Both may be as good as a password: {@code frontdoor.jsp?sid=…}. */
  private static String withoutLoginAndQuery(String value) {
    return value.replaceFirst("//[^/?#]*@", "//…@").replaceFirst("(?s)\\?.+", "?…");
  }
}
