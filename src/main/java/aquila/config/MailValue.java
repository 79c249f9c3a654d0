package aquila.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes off a piece of a mail what belongs to the mail and not to the value. */
final class MailValue {
  private static final String QUOTES =
      "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb`*\u300c\u300d\u300e\u300f\u300a\u300b\u3010\u3011";

  /** What ends a sentence or a part of one, also in Chinese and Japanese. */
  private static final String ENDS = ",;.:!)\\]>\uff0c\uff1b\uff0e\uff1a\uff01\uff09\u3001\u3002";

  private static final Pattern MARKDOWN =
      Pattern.compile("\\[([^\\]]*)]\\(<?([^)>\\s]+)>?[^)]*\\)");

  /** How some trackers mark what is to be read letter by letter; a template has a name in them. */
  private static final Pattern BRACES =
      Pattern.compile("\\{\\{((?:3MVG|https?:|[^{}]*[@/\\\\])[^{}]*)}}");

  private static final Pattern SHOWN_AND_LINK = Pattern.compile("^(\\S+?)\\s*<([^<>]+)>(.*)$");
  private static final Pattern IN_BRACKETS = Pattern.compile("^<([^<>]+)>(.*)$");
  private static final Pattern SAFE_LINK =
      Pattern.compile(
          "(?i)https://[a-z0-9.-]*safelinks\\.protection\\.outlook\\.com/.*[?&]url=([^&]+).*");
  private static final Pattern KEY_FILE =
      Pattern.compile(
          "(?i)^(.*?\\.(?:key|pem|p12|pfx|jks|der|crt|cer|ppk))(?=$|[\\s,;)(\\]\"'\u201d.]).*");
  private static final Pattern COMMENT =
      Pattern.compile("\\s+(?:\\(|\\[|#|//|<-|--|\u2013|\u2014|- ).*$|\\s{2,}.*$|\\t.*$");

  /** What people write where they have nothing to write. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?iu)(?:tbd|tba|n/?a|none|unknown|\\?+|[-\u2013\u2014_.]+"
              + "|(?:see|as|will|to follow|pending|same|please)\\b.*"
              + "|(?:is )?attached\\.?|attachment)?");

  private final Field field;
  private final List<String> changes = new ArrayList<>();

  private MailValue(Field field) {
    this.field = field;
  }

  /** The value in a piece of text; empty if there is none. */
  static Optional<Mailed> of(Field field, String piece, int line, List<String> before) {
    MailValue value = new MailValue(field);
    value.changes.addAll(before);
    String text = value.extracted(piece);
    return NOTHING.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new Mailed(field, text, line, value.changes));
  }

  /** Whether a value can be this field at all. */
  static boolean fits(Field field, String value) {
    return switch (field) {
      case AUDIENCE_URL, INSTANCE_URL, TOKEN_URL ->
          value.matches("(?i)https?:.*|[\\w-]+(?:\\.[\\w-]+)+(?:[:/].*)?");
      case USERNAME -> value.contains("@") && !value.contains("://");
      case CLIENT_ID -> value.matches("[A-Za-z0-9._]{12,}");
      default -> value.matches(".*[/\\\\].*") || KEY_FILE.matcher(value).matches();
    };
  }

  /** The same of a word as it stands in a text. */
  static boolean canBe(Field field, String word) {
    return fits(field, withoutEnds(withoutMarks(word)));
  }

  private String extracted(String piece) {
    String text = visible(piece).strip();
    text = unlinked(unwrapped(text));
    text = field == Field.KEY_PATH ? path(text) : firstWord(text);
    text = unwrapped(withoutPunctuation(unwrapped(text)));
    if (!piece.contains(text)) {
      changes.add("characters that cannot be seen were taken out");
    }
    return text;
  }

  private static String visible(String piece) {
    StringBuilder seen = new StringBuilder();
    piece
        .codePoints()
        .map(point -> Character.isSpaceChar(point) ? ' ' : point)
        .filter(point -> point == '\t' || !CleanText.isInvisible(point) || point == ' ')
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** Without quotation marks and emphasis around it. */
  private String unwrapped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    if (to - from < text.length()) {
      say("marks around it were taken off");
    }
    return text.substring(from, to).strip();
  }

  private String unlinked(String text) {
    Matcher braces = BRACES.matcher(text);
    if (braces.lookingAt()) {
      say("marks around it were taken off");
      return braces.group(1);
    }
    Matcher markdown = MARKDOWN.matcher(text);
    if (markdown.lookingAt()) {
      say("a link was taken apart");
      boolean isUrl = fits(Field.TOKEN_URL, markdown.group(2)) && field != Field.USERNAME;
      return address(isUrl ? markdown.group(2) : markdown.group(1));
    }
    Matcher bracketed = IN_BRACKETS.matcher(text);
    if (bracketed.matches()) {
      say("a link was taken apart");
      // Some chats show another text than the address, behind a bar.
      return address(bracketed.group(1).replaceFirst("\\|.*", ""));
    }
    Matcher both = SHOWN_AND_LINK.matcher(text);
    if (both.matches()) {
      say("a link was taken apart");
      return address(fits(field, both.group(1)) ? both.group(1) : both.group(2));
    }
    return address(text);
  }

  private String address(String text) {
    String bare = text.strip().replaceFirst("(?i)^mailto:", "");
    Matcher safe = SAFE_LINK.matcher(bare);
    if (!safe.matches()) {
      return bare;
    }
    say("a link that passes through a mail filter was taken apart");
    return URLDecoder.decode(safe.group(1), StandardCharsets.UTF_8);
  }

  /** A path may hold blanks. */
  private String path(String text) {
    String bare =
        text.replaceFirst("(?i)^(?:see |the )?(?:attached|attachment)(?: file)?[: ]+(?=\\S)", "");
    Matcher file = KEY_FILE.matcher(bare);
    String path = file.matches() ? file.group(1) : COMMENT.matcher(bare).replaceFirst("");
    if (!path.equals(text)) {
      say("what stood beside it was left out");
    }
    return path;
  }

  /** The first word that can be this field; where none can, all but a remark behind it. */
  private String firstWord(String text) {
    String chosen =
        Stream.of(text.split("\\s+", -1))
            .filter(word -> canBe(field, word))
            .findFirst()
            .orElseGet(
                () ->
                    NOTHING.matcher(text).matches()
                        ? text
                        : COMMENT.matcher(text).replaceFirst(""));
    if (!chosen.equals(text)) {
      say("what stood beside it was left out");
    }
    return chosen;
  }

  private static String withoutMarks(String word) {
    return word.replaceAll("^[" + QUOTES + "]+|[" + QUOTES + "]+$", "");
  }

  /** The point that ends a sentence; a Consumer Key of the usual length may end in one. */
  private String withoutPunctuation(String text) {
    String bare = withoutEnds(text);
    if (!bare.equals(text)) {
      if (field == Field.CLIENT_ID && text.length() == 85 && text.endsWith(".")) {
        return text;
      }
      say("punctuation at its end was left out");
    }
    return bare;
  }

  private static String withoutEnds(String text) {
    return text.replaceFirst("[" + ENDS + "]+$", "").replaceFirst("^[(\\[<\uff08]+", "");
  }

  private void say(String change) {
    if (!changes.contains(change)) {
      changes.add(change);
    }
  }

  /** Whether a value so far goes on in the next line. */
  static boolean goesOn(Field field, String soFar, String next) {
    String end = soFar.strip();
    String start = next.strip();
    if (end.isEmpty()
        || start.isEmpty()
        || start.matches(".*\\s.*")
        || !MailLabel.in(next).isEmpty()) {
      return end.startsWith("<") && !end.contains(">") && !start.isEmpty();
    }
    if (end.startsWith("<") && !end.contains(">")) {
      return true;
    }
    return switch (field) {
      case CLIENT_ID ->
          end.matches("3MVG[A-Za-z0-9._]{20,}")
              && start.matches("[A-Za-z0-9._]+")
              && end.length() < 85;
      case USERNAME -> end.matches("\\S*[@.+_-]") || start.matches("[@.]\\S*");
      case KEY_PATH -> end.matches(".*[/\\\\_-]") && !start.contains(":");
      default ->
          end.toLowerCase(Locale.ROOT).matches("https?:\\S*[./_-]")
              || (end.matches("https?:\\S*") && start.matches("[./-]\\S*[\\w]\\S*"));
    };
  }
}
