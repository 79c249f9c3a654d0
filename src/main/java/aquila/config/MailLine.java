package aquila.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a mail.
 *
 * @param number from 1
 * @param text without the marks of a quoted reply
 */
record MailLine(int number, String text) {

  /** A longer line holds no six fields, but may make the search for them endless. */
  private static final int LONGEST = 4000;

  private static final Pattern QUOTE = Pattern.compile("(?m)^[ \\t]*+>[> \\t]*+");
  private static final Pattern BAR = Pattern.compile("^\\s*[|\u2502]([^|\u2502]*)$");
  private static final Pattern TAGS =
      Pattern.compile("(?i)<(?:html|body|table|tr|td|th|div|p|br|li|dl|dt|dd|span)\\b[^>]*>");

  /** A list of names and values as some programs write it. */
  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z][\\w.-]{2,60})>([^<>\\r\\n]*)</\\1>");

  /** The lines of a text, whatever it was wrapped in. */
  static List<MailLine> of(String text) {
    String plain =
        ELEMENT.matcher(MailEncoding.decoded(unquoted(text))).replaceAll(MailLine::element);
    if (TAGS.matcher(plain).find()) {
      plain = HtmlText.of(plain);
    }
    List<MailLine> lines = new ArrayList<>();
    for (String line : unquoted(plain).split("\\R", -1)) {
      Matcher bar = BAR.matcher(line);
      String bare = bar.matches() ? bar.group(1) : line;
      lines.add(
          new MailLine(lines.size() + 1, bare.substring(0, Math.min(bare.length(), LONGEST))));
    }
    return withWholeLabels(lines);
  }

  private static String unquoted(String text) {
    return QUOTE.matcher(text).replaceAll("");
  }

  private static String element(MatchResult element) {
    boolean isLabel = MailLabel.whole(element.group(1)).isPresent();
    return Matcher.quoteReplacement(
        isLabel ? element.group(1) + ": " + element.group(2) : element.group());
  }

  boolean isBlank() {
    return text.replaceAll("[\\p{Z}\\p{Cf}]", "").isBlank();
  }

  /** A label that was broken into two lines is put together again. */
  private static List<MailLine> withWholeLabels(List<MailLine> lines) {
    List<MailLine> whole = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      MailLine line = lines.get(i);
      if (i + 1 < lines.size() && breaksLabel(line.text, lines.get(i + 1).text)) {
        String joined = line.text.stripTrailing() + " " + lines.get(i + 1).text.stripLeading();
        whole.add(new MailLine(line.number, joined));
        i++;
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  private static boolean breaksLabel(String first, String second) {
    if (first.isBlank() || second.isBlank() || !MailLabel.in(first).isEmpty()) {
      return false;
    }
    String start = first.stripTrailing();
    List<MailLabel> labels = MailLabel.in(start + " " + second.stripLeading());
    return !labels.isEmpty()
        && labels.get(0).field() != null
        && labels.get(0).start() < start.length();
  }
}
