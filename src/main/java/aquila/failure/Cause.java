package aquila.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The other side's own words: a server's, a proxy's, or a library's. They are kept verbatim here,
 * but for white space around them, and made safe to print where they are printed.
 *
 * @param status the HTTP status, or null where there was no HTTP answer
 * @param words the named words in the order they are shown, for example {@code error} and {@code
 *     error_description}; empty where the other side sent a status only
 */
public record Cause(@Nullable Integer status, Map<String, String> words) {

  public Cause {
    Map<String, String> stripped = new LinkedHashMap<>();
    // Salesforce's messages on SOQL begin with a line end.
    words.forEach((name, word) -> stripped.put(name, word.strip()));
    words = Collections.unmodifiableMap(stripped);
  }

  /** Words of something that does not speak HTTP, for example the TLS library. */
  public static Cause of(String message) {
    return new Cause(null, Map.of("message", message));
  }

  /** An HTTP answer of which only the status and one phrase are worth showing. */
  public static Cause ofStatus(int status, String message) {
    return new Cause(status, message.isEmpty() ? Map.of() : Map.of("message", message));
  }

  /**
   * An error of the token endpoint (RFC 6749, section 5.2).
   *
   * @param description null where the server sent none
   */
  public static Cause ofToken(int status, String error, @Nullable String description) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("error", error);
    if (description != null) {
      words.put("error_description", description);
    }
    return new Cause(status, words);
  }

  /** An error of the REST API, which names a code and a message. */
  public static Cause ofRest(int status, String errorCode, String message) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("errorCode", errorCode);
    words.put("message", message);
    return new Cause(status, words);
  }

  /** The named word, or the empty text. */
  public String word(String name) {
    return words.getOrDefault(name, "");
  }

  /** One line: the words joined by colons, then the status in brackets. */
  public String text() {
    String joined =
        words.values().stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(": "));
    if (status == null) {
      return joined;
    }
    return joined.isEmpty() ? "HTTP " + status : joined + " (HTTP " + status + ")";
  }
}
