package aquila.doctor;

import java.util.Locale;
import java.util.Optional;

/** Takes off a value what mails and word processors have put on it. */
final class CleanValue {
  private static final String QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb`";

  private CleanValue() {}

  /** The value without blanks and quotation marks at its ends, and without invisible characters. */
  static String of(String value) {
    StringBuilder seen = new StringBuilder();
    value
        .codePoints()
        .map(point -> Character.isSpaceChar(point) || point == '\t' ? ' ' : point)
        .filter(point -> !isInvisible(point))
        .forEach(seen::appendCodePoint);
    return withoutMarks(seen);
  }

  /** Whatever order they stand in: {@code "a",} as well as {@code "a,"}. */
  private static String withoutMarks(CharSequence seen) {
    int from = 0;
    int to = seen.length();
    while (from < to && (" " + QUOTES).indexOf(seen.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && (" ,;" + QUOTES).indexOf(seen.charAt(to - 1)) >= 0) {
      to--;
    }
    return seen.subSequence(from, to).toString();
  }

  /** Whether a quotation mark stands at one end or both. */
  static boolean isQuoted(String value) {
    String text = value.strip();
    return !text.isEmpty()
        && (QUOTES.indexOf(text.charAt(0)) >= 0
            || QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  /** The first character that cannot be seen, with its place: "U+00A0 (no-break space) …". */
  static Optional<String> firstInvisible(String value) {
    int position = 1;
    for (int i = 0; i < value.length(); position++) {
      int point = value.codePointAt(i);
      i += Character.charCount(point);
      if (point != ' ' && (isInvisible(point) || Character.isSpaceChar(point))) {
        String name = Character.getName(point);
        return Optional.of(
            String.format(
                Locale.ROOT,
                "U+%04X%s at position %d",
                point,
                name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")",
                position));
      }
    }
    return Optional.empty();
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
