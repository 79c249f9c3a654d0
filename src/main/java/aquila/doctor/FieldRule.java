package aquila.doctor;

import aquila.config.Field;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One thing that can be wrong with the value of a field.
 *
 * @param verdict what it is, and what to do
 * @param fields the fields it can happen to
 * @param test whether it has happened
 * @param message a sentence about it; {@code {…}} stands for a part of the {@link FieldValue}
 * @param isLast whether such a value is something else altogether, so that no other rule can judge
 *     it
 * @param isGuess whether the normal form is only what was probably meant
 */
record FieldRule(
    Verdict verdict,
    Set<Field> fields,
    Predicate<FieldValue> test,
    String message,
    boolean isLast,
    boolean isGuess) {

  static final Set<Field> SIX = EnumSet.copyOf(Field.required());
  static final Set<Field> URLS = EnumSet.copyOf(FieldContext.URLS);

  /** The value cannot be used. */
  static FieldRule fail(
      String id,
      String row,
      String title,
      Set<Field> fields,
      Predicate<FieldValue> test,
      String message,
      String... hints) {
    Verdict verdict = Verdict.fail(id, row, ExitCode.CONFIG, title, hints);
    return new FieldRule(verdict, fields, test, message, false, false);
  }

  /** The value is used, and may be wrong. */
  static FieldRule warn(
      String id,
      String row,
      String title,
      Set<Field> fields,
      Predicate<FieldValue> test,
      String message,
      String... hints) {
    Verdict verdict = Verdict.warn(id, row, ExitCode.CONFIG, title, hints);
    return new FieldRule(verdict, fields, test, message, false, false);
  }

  /** The same rule, after which no other judges the value. */
  FieldRule last() {
    return new FieldRule(verdict, fields, test, message, true, true);
  }

  /** The same rule, whose normal form nobody should write without a look at it. */
  FieldRule guess() {
    return new FieldRule(verdict, fields, test, message, isLast, true);
  }

  /** What the rules find, in their order. */
  static List<Finding> judge(FieldValue value, List<FieldRule> rules) {
    return hits(value, rules).stream().map(rule -> rule.finding(value)).toList();
  }

  /** Which rules the value breaks, in their order. */
  static List<FieldRule> hits(FieldValue value, List<FieldRule> rules) {
    List<FieldRule> hits = new ArrayList<>();
    for (FieldRule rule : rules) {
      if (rule.fields.contains(value.field()) && rule.test.test(value)) {
        hits.add(rule);
        if (rule.isLast) {
          break;
        }
      }
    }
    return hits;
  }

  private Finding finding(FieldValue value) {
    List<String> hints =
        verdict.steps().stream().map(value::fill).flatMap(Optional::stream).toList();
    return Finding.of(verdict, value.place(), value.fill(message).orElse(null), hints);
  }
}
