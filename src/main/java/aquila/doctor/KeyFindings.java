package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.failure.ExitCode;
import aquila.key.KeyNotice;
import aquila.key.KeyOddity;
import aquila.key.KeyTrouble;
import aquila.key.KeyVerdict;
import aquila.key.LoadedKey;
import aquila.key.SigningKey;
import aquila.key.WindowsPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key file: rows C19, C20 and K1 to K22. What it can be is told by {@link KeyTrouble}. */
final class KeyFindings {
  static final String ID = "key.file";
  static final String TITLE = "the private key";

  static final Verdict PASSPHRASE_FILE =
      Verdict.fail(
          "field.passphrase-unreadable",
          "K2",
          ExitCode.CONFIG,
          "the place that should hold the passphrase cannot be read",
          "name a file whose first line is the passphrase, readable by this user");

  private KeyFindings() {}

  static Verdict verdict(KeyTrouble trouble) {
    return new Verdict(
        trouble.id(),
        trouble.row(),
        Status.FAIL,
        ExitCode.KEY,
        "the key file " + trouble.phrase(),
        advice(trouble.hints()));
  }

  static Verdict verdict(KeyOddity oddity) {
    return Verdict.warn(oddity.id(), oddity.row(), ExitCode.KEY, oddity.text(), oddity.advice());
  }

  static List<Finding> of(Setup setup) {
    Place place =
        setup.settings().find(Field.KEY_PATH).map(Place::of).orElse(Place.of(Field.KEY_PATH));
    if (setup.key() instanceof KeyReading.NotTried untried) {
      return List.of(Finding.skip(ID, TITLE, place, untried.reason()));
    }
    if (setup.key() instanceof KeyReading.NoPassphrase unread) {
      return List.of(
          Finding.of(
              PASSPHRASE_FILE,
              Place.of(Field.KEY_PASSPHRASE_FILE),
              unread.failure().fact(),
              unread.failure().hints()));
    }
    KeyReading.Judged judged = (KeyReading.Judged) setup.key();
    Place read = place.withFound(SafeText.of(judged.path().toString()));
    return judged.verdict() instanceof KeyVerdict.Unusable unusable
        ? List.of(unusable(unusable, read, setup, judged.path()))
        : usable(((KeyVerdict.Usable) judged.verdict()).loaded(), read);
  }

  private static Finding unusable(
      KeyVerdict.Unusable verdict, Place place, Setup setup, Path path) {
    List<String> hints = new ArrayList<>(verdict.failure().hints());
    if (verdict.trouble() == KeyTrouble.MISSING) {
      relativeHint(setup, path).ifPresent(hint -> hints.add(0, hint));
    }
    return new Finding(verdict(verdict.trouble()), place, verdict.failure().fact(), advice(hints));
  }

  /** All ways out but the first are for those whom the first does not help. */
  private static Advice advice(List<String> ways) {
    Advice advice = Advice.by(Who.HERE);
    for (String way : ways) {
      advice = advice.steps().isEmpty() ? advice.withFirst(way) : advice.or("", way);
    }
    return advice;
  }

  /** Where a relative path was read from is what surprises people. */
  private static Optional<String> relativeHint(Setup setup, Path path) {
    return setup
        .settings()
        .find(Field.KEY_PATH)
        .filter(setting -> !setting.value().strip().equals(path.toString()))
        .filter(setting -> !WindowsPath.isAlienHere(setting.value()))
        .map(Setting::origin)
        .map(
            origin ->
                "a relative path of this place ("
                    + origin.text()
                    + ") begins at "
                    + origin.base()
                    + ": write it in full if it is meant to be elsewhere");
  }

  private static List<Finding> usable(LoadedKey loaded, Place place) {
    List<Finding> findings = new ArrayList<>();
    SigningKey key = loaded.key();
    String message =
        loaded.format()
            + ", RSA, "
            + key.bits()
            + " bits; sha256 of its public key "
            + key.publicKeySha256();
    findings.add(Finding.pass(ID, TITLE, place, message));
    for (KeyNotice notice : loaded.notices()) {
      Verdict verdict = verdict(notice.oddity());
      findings.add(Finding.of(verdict, place, notice.text()));
    }
    return findings;
  }
}
