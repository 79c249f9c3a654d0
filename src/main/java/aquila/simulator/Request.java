package aquila.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in, which a test may look at afterwards. It holds whatever secrets the
 * client sent.
 *
 * @param method {@code GET}, {@code POST}…
 * @param path the path as it was sent, still percent-encoded
 * @param query the query as it was sent, without the question mark; empty if there is none
 * @param headers the headers, names in lower case; repeated ones are joined by a comma
 * @param body the body as UTF-8 text
 */
public record Request(
    String method, String path, String query, Map<String, String> headers, String body) {

  /** A header's value by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The decoded parameters of the query. */
  public Map<String, String> parameters() {
    return decode(query);
  }

  /** The decoded fields of the body, if it is a form; without that Content-Type there are none. */
  public Map<String, String> form() {
    boolean isForm =
        header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    return isForm ? decode(body) : Map.of();
  }

  private static Map<String, String> decode(String pairs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : pairs.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
