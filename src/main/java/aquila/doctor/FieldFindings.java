package aquila.doctor;

import aquila.config.Field;
import aquila.config.FileNotice;
import aquila.config.Setting;
import aquila.config.SixFields;
import aquila.failure.ConfigFailure;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the six fields: is it there, and can it be what it should be. */
final class FieldFindings {

  /** All rules, in the order in which they judge a value. */
  static final List<FieldRule> RULES =
      Stream.of(TextRules.all(), NameRules.all(), UrlRules.all(), HostRules.all())
          .flatMap(List::stream)
          .toList();

  static final Verdict MISSING =
      Verdict.fail(
          "field.missing",
          "C22",
          ExitCode.CONFIG,
          "a required setting is missing",
          "aquila init asks for all six; aquila import reads them from a mail");

  /** What no rule knows, and the other commands would not take. */
  static final Verdict UNUSABLE =
      Verdict.fail(
          "field.unusable",
          "",
          ExitCode.CONFIG,
          "a value that cannot be used",
          "write it as the example of the same field in config.example.properties shows it");

  private FieldFindings() {}

  static String id(Field field) {
    return "field." + field.key();
  }

  static List<Finding> of(Setup setup, Field field) {
    Optional<Setting> setting = setup.settings().find(field);
    if (setting.isEmpty()) {
      return List.of(absent(setup, field));
    }
    FieldValue value = FieldValue.of(setting.get(), setup.context());
    List<Finding> findings = new ArrayList<>(FieldRule.judge(value, RULES));
    if (findings.stream().noneMatch(Finding::isFailed)) {
      unusable(value).ifPresent(findings::add);
    }
    return findings.isEmpty() ? List.of(good(value)) : findings;
  }

  private static Finding good(FieldValue value) {
    // Whether Salesforce knows a Consumer Key cannot be seen from here.
    String message = value.field() == Field.CLIENT_ID ? "its form is right" : null;
    return Finding.pass(id(value.field()), value.field().key(), Place.of(value.setting()), message);
  }

  private static Finding absent(Setup setup, Field field) {
    for (FileNotice notice : setup.settings().notices()) {
      if (notice.kind().isError() && notice.field() == field) {
        return skip(field, "its line in the configuration file cannot be read");
      }
      if (notice.kind().isWhole()) {
        return Finding.waiting(id(field), field.key(), List.of(FileFindings.TITLE));
      }
    }
    List<String> hints = new ArrayList<>();
    hints.add(
        setup.settings().file() == null
            ? "aquila init asks for all six and writes a configuration file; or give this one with "
                + field.option()
            : "add to " + setup.settings().file() + " the line " + field.key() + "=…");
    String message = "it is " + field.description();
    return Finding.of(MISSING, Place.of(field), message, hints);
  }

  private static Finding skip(Field field, String reason) {
    return Finding.skip(id(field), field.key(), Place.of(field), reason);
  }

  private static Optional<Finding> unusable(FieldValue value) {
    try {
      SixFields.used(value.setting(), new ArrayList<>());
      return Optional.empty();
    } catch (ConfigFailure e) {
      String message = SafeText.isHidden(value.setting()) ? null : e.fact();
      return Optional.of(
          Finding.of(
              UNUSABLE,
              value.place(),
              message,
              e.hints().isEmpty() ? UNUSABLE.steps() : e.hints()));
    }
  }
}
