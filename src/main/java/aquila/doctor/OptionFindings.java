package aquila.doctor;

import aquila.config.Field;
import aquila.config.Options;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.failure.ConfigFailure;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings that may be left out, each by itself. */
final class OptionFindings {
  static final String ID = "field.options";
  static final String TITLE = "the other settings";

  static final Verdict UNUSABLE =
      Verdict.fail(
          "field.option-unusable",
          "",
          ExitCode.CONFIG,
          "an optional setting that cannot be used",
          "aquila --help shows what each option takes");
  static final Verdict CA_FILE =
      Verdict.fail(
          "field.ca-file-unusable",
          "",
          ExitCode.CONFIG,
          "the file of additional authorities cannot be used",
          "name a file of PEM certificates that this user can read");
  static final Verdict PROXY =
      Verdict.fail(
          "field.proxy-unusable",
          "",
          ExitCode.CONFIG,
          "the proxy's address has no meaning",
          "write it as http://host:port or http://user:password@host:port");

  private OptionFindings() {}

  static List<Finding> of(Setup setup) {
    List<Finding> findings = new ArrayList<>();
    Settings settings = setup.settings();
    for (Field field : Field.values()) {
      Optional<Setting> setting = settings.find(field);
      if (!field.isRequired() && setting.isPresent()) {
        judge(settings, setting.get()).ifPresent(findings::add);
      }
    }
    add(
        findings,
        KeyFindings.PASSPHRASE_FILE,
        settings.find(Field.KEY_PASSPHRASE_FILE),
        setup.passphraseFile());
    add(findings, CA_FILE, settings.find(Field.CA_FILE), setup.caFile());
    add(findings, PROXY, settings.find(Field.PROXY), setup.proxy());
    return findings;
  }

  private static Optional<Finding> judge(Settings settings, Setting setting) {
    try {
      Options.of(settings.only(setting.field()));
      return Optional.empty();
    } catch (ConfigFailure e) {
      return Optional.of(
          Finding.of(
              UNUSABLE,
              Place.of(setting),
              SafeText.isHidden(setting) ? null : e.fact(),
              e.hints()));
    }
  }

  private static void add(
      List<Finding> findings,
      Verdict verdict,
      Optional<Setting> setting,
      Optional<ConfigFailure> failure) {
    if (failure.isPresent()) {
      List<String> hints =
          failure.get().hints().isEmpty() ? verdict.steps() : failure.get().hints();
      Place place = setting.map(Place::of).orElse(Place.none());
      findings.add(Finding.of(verdict, place, failure.get().fact(), hints));
    }
  }
}
