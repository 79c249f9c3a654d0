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

  /** Where a redirect points to, without user, query and fragment, which may hold a secret. */
  public static String redirectTarget(HttpReply reply, URI asked) {
    String location = reply.header("location").orElse("");
    String place = location.split("[?#]", 2)[0];
    try {
      URI target = asked.resolve(location);
      String authority = target.getRawAuthority();
      if (authority == null) {
        return place;
      }
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      return target.getScheme() + "://" + host + target.getRawPath();
    } catch (IllegalArgumentException e) {
      return place;
    }
  }
}
