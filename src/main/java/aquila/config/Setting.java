package aquila.config;

/**
 * A value and where it came from.
 *
 * @param value never empty
 */
public record Setting(Field field, String value, Origin origin) {

  /** The name and the place, as messages begin: {@code username (a.properties, line 3)}. */
  public String name() {
    return field.key() + " (" + origin.text() + ")";
  }

  /** The same setting with a cleaner value. */
  Setting withValue(String cleaner) {
    return new Setting(field, cleaner, origin);
  }
}
