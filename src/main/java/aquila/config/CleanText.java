package aquila.config;

import aquila.failure.ConfigFailure;
import java.util.List;
import java.util.Locale;

/**
 * Values that come from mails and word processors: what can be dropped without a doubt is dropped
 * and said, and everything else that cannot be seen is named by its place.
 */
final class CleanText {
  private static final String QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb`";

  private CleanText() {}

  /**
   * The setting without plain blanks at its ends.
   *
   * @param warnings receives a line if there were any
   * @throws ConfigFailure if the value is the text of a key, holds control characters or other
   *     invisible ones, or stands in quotation marks
   */
  static Setting of(Setting setting, List<String> warnings) throws ConfigFailure {
    String value = setting.value();
    if (PastedKey.isIn(value)) {
      throw new ConfigFailure(
          setting.name() + " holds the text of a key or certificate",
          "put that text into a file of its own, readable by you only, and give its path as "
              + Field.KEY_PATH.key());
    }
    refuseInvisible(setting);
    String trimmed = trim(value);
    if (!trimmed.equals(value)) {
      warnings.add(setting.name() + " had blanks at its ends: they are dropped");
    }
    if (isQuote(trimmed.charAt(0)) || isQuote(trimmed.charAt(trimmed.length() - 1))) {
      throw new ConfigFailure(
          setting.name() + " stands in quotation marks", "delete the quotation marks");
    }
    return setting.withValue(trimmed);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && value.charAt(from) == ' ') {
      from++;
    }
    while (to > from && value.charAt(to - 1) == ' ') {
      to--;
    }
    return value.substring(from, to);
  }

  private static void refuseInvisible(Setting setting) throws ConfigFailure {
    String value = setting.value();
    int position = 1;
    for (int i = 0; i < value.length(); position++) {
      int point = value.codePointAt(i);
      i += Character.charCount(point);
      if (point != ' ' && isInvisible(point)) {
        throw new ConfigFailure(
            setting.name()
                + String.format(
                    Locale.ROOT,
                    " holds an invisible character: U+%04X%s at position %d",
                    point,
                    named(point),
                    position),
            "type the value anew, or copy it from a plain text");
      }
    }
  }

  static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String named(int point) {
    String name = Character.getName(point);
    return name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")";
  }
}
