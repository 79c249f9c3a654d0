package aquila.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query apart into words. */
final class SoqlLexer {

  /** The order matters: a dateTime begins like a date, and a date like a number. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<DATETIME>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))"
              + "|(?<DATE>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<NUMBER>[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
              + "|(?<NAME>[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*)"
              + "|'(?<STRING>(?:[^'\\\\]|\\\\.)*)'"
              + "|(?<SYMBOL><=|>=|!=|<>|[=<>(),:])",
          Pattern.DOTALL);

  private SoqlLexer() {}

  static List<SoqlToken> words(String query) throws Refusal {
    List<SoqlToken> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(query);
    int position = skipBlanks(query, 0);
    while (position < query.length()) {
      if (!matcher.region(position, query.length()).lookingAt()) {
        throw unreadable(query, position);
      }
      words.add(word(matcher, position, query));
      position = skipBlanks(query, matcher.end());
    }
    words.add(new SoqlToken(SoqlToken.Kind.END, "<EOF>", query.length()));
    return words;
  }

  private static int skipBlanks(String query, int from) {
    int position = from;
    while (position < query.length() && Character.isWhitespace(query.charAt(position))) {
      position++;
    }
    return position;
  }

  private static Refusal unreadable(String query, int position) {
    char first = query.charAt(position);
    String words =
        first == '\''
            ? "string literal is not closed"
            : "line 1:" + position + " no viable alternative at character '" + first + "'";
    return SoqlErrors.at(query, position, "MALFORMED_QUERY", words);
  }

  private static SoqlToken word(Matcher matcher, int position, String query) throws Refusal {
    for (SoqlToken.Kind kind : SoqlToken.Kind.values()) {
      String text = kind == SoqlToken.Kind.END ? null : matcher.group(kind.name());
      if (text != null) {
        return new SoqlToken(
            kind,
            kind == SoqlToken.Kind.STRING ? unescaped(text, query, position) : text,
            position);
      }
    }
    throw new IllegalStateException("a match without a group");
  }

  /** The meaning of a string; {@code \%} and {@code \_} stay, because only LIKE knows them. */
  private static String unescaped(String text, String query, int position) throws Refusal {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n', 'N' -> out.append('\n');
        case 'r', 'R' -> out.append('\r');
        case 't', 'T' -> out.append('\t');
        case 'b', 'B' -> out.append('\b');
        case 'f', 'F' -> out.append('\f');
        case '"', '\'', '\\' -> out.append(escaped);
        case '%', '_' -> out.append('\\').append(escaped);
        default ->
            throw SoqlErrors.at(
                query,
                position,
                "MALFORMED_QUERY",
                "Invalid string literal '"
                    + text
                    + "'. Illegal character sequence '\\"
                    + escaped
                    + "' in string literal.");
      }
    }
    return out.toString();
  }
}
