package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.world.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * Where something was found. All that is here is safe to print.
 *
 * @param field the name of the setting, or null
 * @param origin file and line, variable or option; or null
 * @param found the value, or null
 * @param normal the form that the value should have, or null where that is not known
 */
public record Place(
    @Nullable String field,
    @Nullable String origin,
    @Nullable String found,
    @Nullable String normal) {

  static Place none() {
    return new Place(null, null, null, null);
  }

  /** No setting, but something that was seen; its words are another side's. */
  static Place seen(String found) {
    return new Place(null, null, ForeignText.printable(found), null);
  }

  static Place of(Field field) {
    return new Place(field.key(), null, null, null);
  }

  static Place of(Setting setting) {
    return new Place(setting.field().key(), setting.origin().text(), SafeText.of(setting), null);
  }

  Place withFound(@Nullable String other) {
    return new Place(field, origin, other, normal);
  }

  Place withNormal(@Nullable String other) {
    return new Place(field, origin, found, other);
  }
}
