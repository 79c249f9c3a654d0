package aquila.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to show of a reply that is not what was expected. */
public final class ReplyText {
  private static final Pattern TITLE =
      Pattern.compile("(?is)<title[^>]*>\\s*(.{1,200}?)\\s*</title>");

  /** More of an unknown answer helps nobody. */
  private static final int LONGEST = 300;

  private ReplyText() {}

  /** The title of a web page, or the first words of another text. */
  public static String summary(HttpReply reply) {
    String text = reply.text();
    Matcher title = TITLE.matcher(text);
    if (reply.isHtml()) {
      return title.find() ? title.group(1).replaceAll("\\s+", " ") : "a web page without a title";
    }
    String words = text.strip();
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }

  /** Where a redirect points to, without the query, which may hold a secret. */
  public static String redirectTarget(HttpReply reply, URI asked) {
    String location = reply.header("location").orElse("");
    try {
      URI target = asked.resolve(location);
      String port = target.getPort() == -1 ? "" : ":" + target.getPort();
      return target.getScheme() + "://" + target.getHost() + port + target.getRawPath();
    } catch (IllegalArgumentException e) {
      int query = location.indexOf('?');
      return query < 0 ? location : location.substring(0, query);
    }
  }
}
