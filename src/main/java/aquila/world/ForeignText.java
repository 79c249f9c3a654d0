package aquila.world;

/** Text from outside the house, made safe for a terminal or a log. */
public final class ForeignText {

  /** Longer texts are cut: nobody reads more than this of an error. */
  private static final int LONGEST = 2000;

  private ForeignText() {}

  /**
   * The text on one line, with every control character made visible: C0 and DEL, C1 (which some
   * terminals obey), line and paragraph separators, zero-width and bidirectional controls (which
   * make a text look like another), and halves of surrogate pairs.
   */
  public static String printable(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 16);
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      if (shown++ == LONGEST) {
        return out.append("… (").append(text.length()).append(" characters)").toString();
      }
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      append(out, point);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isVisible(point)) {
          out.appendCodePoint(point);
        } else {
          out.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
      }
    }
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
