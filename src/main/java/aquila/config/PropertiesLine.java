package aquila.config;

/** Writes what {@link PropertiesText} reads. */
public final class PropertiesLine {

  private PropertiesLine() {}

  /** {@code key=value}, with a line end. */
  public static String of(Field field, String value) {
    return of(field.key(), value);
  }

  /** The same for a key that may be no setting's. */
  public static String of(String key, String value) {
    StringBuilder line = new StringBuilder(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || (c == ' ' && i == 0)) {
        line.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.append('\n').toString();
  }
}
