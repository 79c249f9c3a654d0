package aquila.config;

import aquila.failure.ConfigFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a configuration file: an error that keeps it from being used, or an
 * oddity that does no harm.
 *
 * @param field the setting it is about, or null
 * @param origin the line it is about, or null
 * @param text what it is, with its place, and without anything that may be a secret
 * @param hints what to do
 */
public record FileNotice(
    Kind kind, @Nullable Field field, @Nullable Origin origin, String text, List<String> hints) {

  public FileNotice {
    hints = List.copyOf(hints);
  }

  /** The sorts of notices, each either an error or an oddity. */
  public enum Kind {
    NOT_FOUND(true),
    UNREADABLE(true),
    NOT_TEXT(true),
    BACKSLASH(true),
    JOINED_LINES(true),
    KEY_TEXT(true),
    UNKNOWN_KEY(false),
    REPEATED_KEY(false),
    TWO_FILES(false),
    CLOSED_PLACE(false);

    private final boolean error;

    Kind(boolean error) {
      this.error = error;
    }

    /** Whether the file cannot be used with it. */
    public boolean isError() {
      return error;
    }

    /** Whether nothing at all could be read from the file. */
    public boolean isWhole() {
      return this == NOT_FOUND || this == UNREADABLE || this == NOT_TEXT;
    }
  }

  /** A notice about a file as a whole. */
  static FileNotice whole(Kind kind, ConfigFailure failure) {
    return new FileNotice(kind, null, null, failure.fact(), failure.hints());
  }

  /** An oddity, without advice. */
  static FileNotice odd(Kind kind, @Nullable Field field, @Nullable Origin origin, String text) {
    return new FileNotice(kind, field, origin, text, List.of());
  }

  ConfigFailure asFailure() {
    return new ConfigFailure(text, hints.toArray(String[]::new));
  }
}
