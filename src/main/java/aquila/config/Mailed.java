package aquila.config;

import java.util.List;

/**
 * A value as it was found in a mail.
 *
 * @param value without what belongs to the mail and not to the value; never empty
 * @param line where its label stands, from 1
 * @param changes what was taken off or put together, a few words each
 */
public record Mailed(Field field, String value, int line, List<String> changes) {

  public Mailed {
    changes = List.copyOf(changes);
  }
}
