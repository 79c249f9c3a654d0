package aquila.simulator;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong with REST replies, a number of times.
 *
 * @param kind what goes wrong
 * @param count with how many replies, from the first one on
 */
public record Fault(Kind kind, int count) {

  /** The kinds, by the words of the command line. */
  public enum Kind {
    /** The connection is reset. */
    RESET("reset"),
    /** Half of the body comes, then silence. */
    STALL("stall"),
    /** Half of the body comes, then the end. */
    TRUNCATE("truncate"),
    /** HTTP 500. */
    SERVER_ERROR("500"),
    /** HTTP 401 as for a session that is over; all tokens issued so far are revoked. */
    SESSION_OVER("401"),
    /** HTTP 403 as for an org without API calls left. */
    LIMIT("limit");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word on the command line. */
    public String word() {
      return word;
    }
  }

  /**
   * Reads {@code NAME} or {@code NAME:COUNT}; without a count it happens once.
   *
   * @return empty if the name is unknown or the count not a number from 1 on
   */
  public static Optional<Fault> parse(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split(":", 2);
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(parts[0])) {
        return count(parts.length < 2 ? "1" : parts[1]).map(count -> new Fault(kind, count));
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> count(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
