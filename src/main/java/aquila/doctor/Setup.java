package aquila.doctor;

import aquila.config.Field;
import aquila.config.Options;
import aquila.config.PassphraseSearch;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.config.SixFields;
import aquila.failure.ConfigFailure;
import aquila.http.Http;
import aquila.http.Proxies;
import aquila.key.KeySource;
import aquila.key.KeyTrouble;
import aquila.key.KeyVerdict;
import aquila.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that was read of a set-up without a network. Judging it touches nothing any more.
 *
 * @param settings the settings, with what is wrong with their file
 * @param key what came of reading the key
 * @param certificate what came of reading the certificate; null where none was named
 * @param passphraseFile why the passphrase file cannot be read, if so, and no finding of the key
 * @param caFile why the ca-file cannot be used, if so
 * @param proxy why the proxy cannot be used, if so
 * @param now the moment at which all this was read
 */
public record Setup(
    Settings settings,
    KeyReading key,
    @Nullable CertificateReading certificate,
    Optional<ConfigFailure> passphraseFile,
    Optional<ConfigFailure> caFile,
    Optional<ConfigFailure> proxy,
    Instant now) {

  /**
   * Reads key, certificate and authorities.
   *
   * @param certificate the certificate to compare with the key, or null
   */
  public static Setup look(Settings settings, World world, @Nullable Path certificate) {
    KeyReading key = keyOf(settings, world);
    return new Setup(
        settings,
        key,
        certificate == null ? null : CertificateReading.of(certificate),
        key instanceof KeyReading.NoPassphrase ? Optional.empty() : passphraseOf(settings, world),
        caFileOf(settings),
        proxyOf(settings, world),
        world.clock().instant());
  }

  /**
   * Settings by themselves, without the files that they name.
   *
   * @param reason why these are not looked at
   */
  public static Setup ofSettings(Settings settings, String reason, Instant now) {
    return new Setup(
        settings,
        new KeyReading.NotTried(reason),
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  FieldContext context() {
    return new FieldContext(settings, keyIsThere());
  }

  private boolean keyIsThere() {
    return key instanceof KeyReading.Judged judged
        && !(judged.verdict() instanceof KeyVerdict.Unusable unusable
            && unusable.trouble() == KeyTrouble.MISSING);
  }

  private static KeyReading keyOf(Settings settings, World world) {
    Optional<Setting> setting = settings.find(Field.KEY_PATH);
    if (setting.isEmpty()) {
      return new KeyReading.NotTried("key-path is missing");
    }
    try {
      Path path = Path.of(SixFields.used(setting.get(), new ArrayList<>()));
      PassphraseSearch passphrase = new PassphraseSearch(world, passphraseFile(settings), path);
      return KeyReading.of(new KeySource(path, passphrase::find, alias(settings)));
    } catch (ConfigFailure e) {
      return new KeyReading.NotTried("key-path cannot be used");
    }
  }

  private static @Nullable Path passphraseFile(Settings settings) {
    try {
      return Options.of(settings.only(Field.KEY_PASSPHRASE_FILE)).passphraseFile();
    } catch (ConfigFailure e) {
      // A finding of its own.
      return null;
    }
  }

  /**
   * Whether or not the key needs it. A variable comes before the file, and what is no file on the
   * disk can be read only once.
   */
  private static Optional<ConfigFailure> passphraseOf(Settings settings, World world) {
    Path file = passphraseFile(settings);
    if (file == null
        || PassphraseSearch.isInVariable(world)
        || (Files.exists(file) && !Files.isRegularFile(file))) {
      return Optional.empty();
    }
    try {
      PassphraseSearch.requireReadable(file);
      return Optional.empty();
    } catch (ConfigFailure e) {
      return Optional.of(e);
    }
  }

  private static @Nullable String alias(Settings settings) {
    return settings.find(Field.KEY_ALIAS).map(Setting::value).orElse(null);
  }

  private static Optional<ConfigFailure> caFileOf(Settings settings) {
    Path path;
    try {
      path = Options.of(settings.only(Field.CA_FILE)).caFile();
    } catch (ConfigFailure e) {
      // A finding of its own.
      return Optional.empty();
    }
    try {
      if (path != null) {
        Http.requireUsable(path);
      }
      return Optional.empty();
    } catch (ConfigFailure e) {
      return Optional.of(e);
    }
  }

  private static Optional<ConfigFailure> proxyOf(Settings settings, World world) {
    Setting setting = settings.find(Field.PROXY).orElse(null);
    try {
      Proxies.of(
          setting == null ? null : setting.value(),
          setting == null ? "" : setting.origin().text(),
          world.environment());
      return Optional.empty();
    } catch (ConfigFailure e) {
      return Optional.of(e);
    }
  }
}
