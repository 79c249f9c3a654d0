package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.config.SixFields;
import aquila.failure.ConfigFailure;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The six fields one by one, in the form in which they are used. Unlike {@link SixFields} it does
 * not mind if another one is missing.
 *
 * @param settings where they come from
 */
record UsedFields(Settings settings) {

  /** A field that a step has named as its need, so that it is there and can be used. */
  String get(Field field) {
    return find(field)
        .orElseThrow(
            () -> new IllegalStateException("a step needs " + field.key() + " and did not say so"));
  }

  /** For hints: a value that cannot be used is a finding of its own, and nothing here. */
  String ifThere(Field field) {
    return find(field).orElse("");
  }

  private Optional<String> find(Field field) {
    Setting setting = settings.find(field).orElse(null);
    try {
      return setting == null
          ? Optional.empty()
          : Optional.of(SixFields.used(setting, new ArrayList<>()));
    } catch (ConfigFailure e) {
      return Optional.empty();
    }
  }
}
