package aquila.secret;

import java.util.Arrays;

/**
 * A text that does not print itself. It is a class and not a record, because a record prints its
 * fields.
 */
public final class Secret {
  private final char[] value;

  private Secret(char[] value) {
    this.value = value;
  }

  /** Wraps a text. */
  public static Secret of(String value) {
    return new Secret(value.toCharArray());
  }

  /** Wraps a copy of the characters. */
  public static Secret of(char[] value) {
    return new Secret(value.clone());
  }

  /** The text itself: for the wire, or for the one command that prints a token. */
  public String reveal() {
    return new String(value);
  }

  /** A copy of the characters, which the caller overwrites after use. */
  public char[] chars() {
    return value.clone();
  }

  /** Overwrites the value; it is blank from now on. */
  public void wipe() {
    Arrays.fill(value, '\0');
  }

  /** The number of characters. */
  public int length() {
    return value.length;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
