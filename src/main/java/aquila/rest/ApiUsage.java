package aquila.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the org's API calls of the last 24 hours are used, from the header {@code
 * Sforce-Limit-Info: api-usage=25/15000} of every reply (REST API Developer Guide).
 *
 * @param used by everybody, this program included
 * @param limit of the org
 */
public record ApiUsage(long used, long limit) {
  private static final Pattern FORM =
      Pattern.compile("(?:^|[,;\\s])api-usage=([0-9]{1,12})/([0-9]{1,12})");

  /** Reads the header; empty if it says nothing of the kind. */
  static Optional<ApiUsage> parse(String header) {
    Matcher words = FORM.matcher(header);
    return words.find()
        ? Optional.of(new ApiUsage(Long.parseLong(words.group(1)), Long.parseLong(words.group(2))))
        : Optional.empty();
  }

  /** How many are left. */
  public long left() {
    return Math.max(0, limit - used);
  }
}
