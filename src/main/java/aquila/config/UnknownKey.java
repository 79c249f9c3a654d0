package aquila.config;

import aquila.world.ForeignText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words about a key that no setting has. The key is repeated only if it can be nothing but a name:
 * a line of this kind may as well be a password, or one of thirty lines of a private key.
 */
final class UnknownKey {

  /** {@code client-secret}, {@code Client_Secret}, {@code CLIENT_SECRET}, {@code clientSecret}. */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,40}$)(?:[A-Za-z]?[a-z]+(?:[-_.]?[A-Z]?[a-z]+)*|[A-Z]+(?:_[A-Z]+)*)");

  private UnknownKey() {}

  static String warning(PropertiesText.Entry entry, Origin origin) {
    String place = " (" + origin.text() + ")";
    Optional<Field> labelled =
        NearestName.ofLabel(entry.name()).filter(field -> entry.name().contains(" "));
    if (labelled.isPresent()) {
      Field field = labelled.get();
      return "unknown key " + field.label() + place + ": did you mean " + field.key() + "?";
    }
    Optional<Field> nearest = NearestName.to(entry.key(), List.of(Field.values()));
    if (nearest.isPresent()) {
      return "unknown key "
          + visible(entry.key())
          + place
          + ": did you mean "
          + nearest.get().key()
          + "?";
    }
    return NAME.matcher(entry.key()).matches()
        ? "unknown key " + entry.key() + place
        : "unknown key" + place + ": it does not look like a name, so it is not shown";
  }

  /** A no-break blank is part of a key, and looks like none. */
  private static String visible(String key) {
    StringBuilder out = new StringBuilder();
    key.codePoints()
        .forEach(
            point ->
                out.append(
                    CleanText.isInvisible(point)
                        ? "\\u{" + Integer.toHexString(point) + "}"
                        : ForeignText.printable(Character.toString(point))));
    return out.toString();
  }
}
