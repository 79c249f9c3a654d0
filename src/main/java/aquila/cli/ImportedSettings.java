package aquila.cli;

import aquila.config.Field;
import aquila.config.Mail;
import aquila.config.Mailed;
import aquila.config.PropertiesLine;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.doctor.NormalForm;
import aquila.world.ForeignText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a mail as settings: each in its normal form, with a comment line for whatever was
 * done to it. What is there twice, and what must not be repeated, is no setting.
 */
final class ImportedSettings {
  private final Mail mail;
  private final MailSource source;
  private final Path directory;
  private final Map<Field, Imported> all = new EnumMap<>(Field.class);

  /**
   * A field that was found once.
   *
   * @param mailed as it stands in the mail
   * @param setting in its normal form
   * @param reasons why that differs
   */
  private record Imported(Mailed mailed, Setting setting, List<String> reasons) {}

  ImportedSettings(Mail mail, MailSource source, Path directory) {
    this.mail = mail;
    this.source = source;
    this.directory = directory;
    Map<Field, Setting> raw = new EnumMap<>(Field.class);
    for (Field field : Field.required()) {
      mail.only(field)
          .filter(value -> !NormalForm.isSecret(value.value()))
          .ifPresent(value -> raw.put(field, setting(value, value.value())));
    }
    Settings together = new Settings(raw, null, List.of());
    raw.forEach(
        (field, setting) ->
            mail.only(field)
                .ifPresent(value -> all.put(field, imported(value, together, setting))));
  }

  private Imported imported(Mailed value, Settings together, Setting setting) {
    NormalForm form = NormalForm.of(together, setting);
    return new Imported(value, setting(value, form.value()), form.reasons());
  }

  /** The settings that are printed, for a check. */
  Settings settings() {
    Map<Field, Setting> values = new EnumMap<>(Field.class);
    all.forEach((field, imported) -> values.put(field, imported.setting));
    return new Settings(values, null, List.of());
  }

  /** The required fields that have no value in the output. */
  List<Field> without() {
    return Field.required().stream().filter(field -> !all.containsKey(field)).toList();
  }

  /** The text of a configuration file. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Field field : Field.required()) {
      Imported imported = all.get(field);
      if (imported == null) {
        notFound(text, field);
      } else {
        found(text, imported);
      }
    }
    return text.toString();
  }

  private static void found(StringBuilder text, Imported imported) {
    Mailed mailed = imported.mailed;
    String value = imported.setting.value();
    List<String> changes = new ArrayList<>(mailed.changes());
    if (!value.equals(mailed.value())) {
      String why =
          imported.reasons.isEmpty() ? "" : " (" + String.join("; ", imported.reasons) + ")";
      changes.add("it was " + NormalForm.shown(mailed.value()) + why);
    }
    String place = mailed.field().key() + " (line " + mailed.line() + "): ";
    changes.forEach(change -> comment(text, place + change));
    text.append(PropertiesLine.of(mailed.field(), value));
  }

  private void notFound(StringBuilder text, Field field) {
    List<Mailed> values = mail.found().getOrDefault(field, List.of());
    if (values.size() > 1) {
      comment(text, field.key() + " stands in the mail with different values: keep the right one");
      for (Mailed value : values) {
        boolean isSecret = NormalForm.isSecret(value.value());
        comment(text, "line " + value.line() + (isSecret ? " has what looks like a secret" : ":"));
        text.append(isSecret ? "" : "#" + PropertiesLine.of(field, value.value()));
      }
    } else if (values.size() == 1) {
      comment(
          text,
          field.key()
              + " (line "
              + values.get(0).line()
              + ") looks like the Consumer Secret, which belongs nowhere: ask for the Consumer Key");
      text.append("#").append(field.key()).append("=\n");
    } else {
      comment(text, field.key() + " is missing in the mail: it is " + field.description());
      text.append("#").append(field.key()).append("=\n");
    }
  }

  private static void comment(StringBuilder text, String words) {
    text.append("# ").append(ForeignText.printable(words)).append('\n');
  }

  private Setting setting(Mailed value, String text) {
    return new Setting(value.field(), text, source.origin(value.line(), directory));
  }
}
