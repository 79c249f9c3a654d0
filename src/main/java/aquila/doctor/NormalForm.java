package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A field in the form that it should have, as far as that is certain: what is only a guess is left
 * to a person.
 *
 * @param value the form to write
 * @param reasons what was mended, in a few words each; empty if nothing was
 */
public record NormalForm(String value, List<String> reasons) {

  /** What Aquila would write in the place of a value that was given. */
  public static NormalForm of(Settings settings, Setting setting) {
    FieldValue value = FieldValue.of(setting, new FieldContext(settings, false));
    List<FieldRule> hits = FieldRule.hits(value, FieldFindings.RULES);
    String normal = value.normal().orElse(setting.value());
    if (normal.equals(setting.value()) || hits.stream().anyMatch(FieldRule::isGuess)) {
      return new NormalForm(setting.value(), List.of());
    }
    List<String> reasons = hits.stream().map(rule -> rule.verdict().title()).toList();
    boolean isBare = reasons.isEmpty() && setting.field() == Field.TOKEN_URL;
    return new NormalForm(
        normal, isBare ? List.of("the path of the token endpoint was added") : reasons);
  }

  /** What is usual for a field where the others tell; for an audience always. */
  public static Optional<String> usual(Settings settings, Field field) {
    return new FieldContext(settings, false).usual(field);
  }

  /** A value as it may be shown in a comment. */
  public static String shown(String value) {
    return SafeText.of(value);
  }

  /** Whether a value is one that must not be repeated: a consumer secret, or a key. */
  public static boolean isSecret(String value) {
    return Shape.of(value) == Shape.SECRET || SafeText.of(value).contains("text of a key");
  }
}
