package aquila.doctor;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The set-up that was refused, as far as a hint may name it.
 *
 * @param username who was to sign in
 * @param audience who the assertion was for
 * @param tokenUrl where it was posted
 * @param instanceUrl the org
 * @param publicKeySha256 which key signed, or null where it was not needed
 */
public record Situation(
    String username,
    String audience,
    URI tokenUrl,
    URI instanceUrl,
    @Nullable String publicKeySha256) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** The hint with the set-up's own values; empty if it names one that is not known. */
  Optional<String> fill(String hint) {
    Matcher place = PLACE.matcher(hint);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = value(place.group(1));
      if (value == null) {
        return Optional.empty();
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return Optional.of(place.appendTail(filled).toString());
  }

  private @Nullable String value(String name) {
    return switch (name) {
      case "username" -> username;
      case "audience" -> audience;
      case "tokenhost" -> tokenUrl.getHost();
      case "instance" -> instanceUrl.toString();
      case "fingerprint" -> publicKeySha256;
      default -> throw new IllegalArgumentException("no such place in a hint: " + name);
    };
  }
}
