package aquila.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an HTML mail: cells are parted by tabs, rows and paragraphs by line ends. One pass
 * from tag to tag, since nobody knows what a mail holds.
 */
final class HtmlText {

  /** An address in angle brackets is no tag: behind its name stands something else. */
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\\s/>])([^>]*)>|<!--");

  private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+)");
  private static final Pattern ENTITY = Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);");

  private static final Set<String> HIDDEN = Set.of("style", "script", "head", "title");

  /** What is one piece of text, however its source is broken into lines. */
  private static final Set<String> PIECES = Set.of("td", "th", "li", "p", "dt", "dd", "a", "b");

  private static final Set<String> ROWS =
      Set.of("br", "tr", "p", "div", "li", "dt", "dd", "table", "h1", "h2", "h3", "h4");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("nbsp", "\u00a0"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("bull", "\u2022"),
          Map.entry("shy", "\u00ad"),
          Map.entry("colon", ":"));

  private final String html;
  private final String lower;
  private final StringBuilder out = new StringBuilder();
  private int open;
  private int linkStart = -1;
  private String link = "";

  private HtmlText(String html) {
    this.html = html;
    this.lower = html.toLowerCase(Locale.ROOT);
  }

  static String of(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (from <= html.length() && tag.find(from)) {
      text(html.substring(from, tag.start()));
      from = tag.end();
      String name = tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        from = behind("-->", from);
      } else if (HIDDEN.contains(name) && tag.group(1).isEmpty()) {
        from = behind("</" + name, from);
        from = behind(">", from);
      } else if (tag.group(1).isEmpty()) {
        begin(name, tag.group(3));
      } else {
        end(name);
      }
    }
    text(html.substring(Math.min(from, html.length())));
    return out.toString();
  }

  private int behind(String end, int from) {
    int at = lower.indexOf(end, from);
    return at < 0 ? html.length() : at + end.length();
  }

  private void begin(String name, String attributes) {
    if (PIECES.contains(name)) {
      open++;
    }
    if (name.equals("br")) {
      out.append('\n');
    }
    Matcher href = HREF.matcher(attributes);
    if (name.equals("a") && href.find()) {
      linkStart = out.length();
      link = href.group(1);
    }
  }

  private void end(String name) {
    if (PIECES.contains(name) && open > 0) {
      open--;
    }
    if (name.equals("a") && linkStart >= 0) {
      String shown = out.substring(linkStart);
      // A link that says only "here" is told by where it leads.
      if (!shown.contains("@") && !shown.contains(".")) {
        out.append(' ').append(link);
      }
      linkStart = -1;
    }
    if (name.equals("td") || name.equals("th")) {
      out.append('\t');
    } else if (ROWS.contains(name)) {
      out.append('\n');
      open = 0;
    }
  }

  private void text(String piece) {
    String whole = open > 0 ? piece.replaceAll("[ \\t]*\\R\\s*", " ") : piece;
    out.append(ENTITY.matcher(whole).replaceAll(HtmlText::character));
  }

  private static String character(MatchResult entity) {
    String name = entity.group(1);
    String value = NAMED.get(name);
    if (name.startsWith("#")) {
      boolean isHex = name.startsWith("#x") || name.startsWith("#X");
      String digits = name.substring(isHex ? 2 : 1);
      int point = digits.length() > 6 ? -1 : Integer.parseInt(digits, isHex ? 16 : 10);
      value = Character.isValidCodePoint(point) ? Character.toString(point) : null;
    }
    return Matcher.quoteReplacement(value == null ? entity.group() : value);
  }
}
