package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.world.ForeignText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The optional settings, with their defaults filled in.
 *
 * @param passphraseFile where the key's passphrase is, or null
 * @param keyAlias which key of a key store, or null
 * @param apiVersion for example {@code 60.0}
 * @param caFile additional authorities, or null
 * @param proxy the proxy as it was given, or null
 * @param connectTimeout the longest wait for a connection
 * @param readTimeout the longest silence between two bytes
 * @param cachesToken whether tokens are kept in a file
 * @param warnings what was dropped
 */
public record Options(
    @Nullable Path passphraseFile,
    @Nullable String keyAlias,
    String apiVersion,
    @Nullable Path caFile,
    @Nullable Setting proxy,
    Duration connectTimeout,
    Duration readTimeout,
    boolean cachesToken,
    List<String> warnings) {

  private static final Pattern VERSION = Pattern.compile("v?([1-9][0-9]{1,2})(?:\\.0)?");

  public Options {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the optional settings.
   *
   * @throws ConfigFailure if one has no meaning
   */
  public static Options of(Settings settings) throws ConfigFailure {
    List<String> warnings = new ArrayList<>();
    return new Options(
        path(settings, Field.KEY_PASSPHRASE_FILE, warnings),
        clean(settings, Field.KEY_ALIAS, warnings).map(Setting::value).orElse(null),
        version(settings, warnings),
        path(settings, Field.CA_FILE, warnings),
        clean(settings, Field.PROXY, warnings).orElse(null),
        duration(settings, Field.CONNECT_TIMEOUT, Duration.ofSeconds(10), warnings),
        duration(settings, Field.READ_TIMEOUT, Duration.ofSeconds(60), warnings),
        cache(settings, warnings),
        warnings);
  }

  private static Optional<Setting> clean(Settings settings, Field field, List<String> warnings)
      throws ConfigFailure {
    Optional<Setting> setting = settings.find(field);
    return setting.isEmpty() ? setting : Optional.of(CleanText.of(setting.get(), warnings));
  }

  private static @Nullable Path path(Settings settings, Field field, List<String> warnings)
      throws ConfigFailure {
    Optional<Setting> setting = clean(settings, field, warnings);
    return setting.isEmpty() ? null : Paths.of(setting.get());
  }

  private static String version(Settings settings, List<String> warnings) throws ConfigFailure {
    Optional<Setting> setting = clean(settings, Field.API_VERSION, warnings);
    if (setting.isEmpty()) {
      return "60.0";
    }
    Matcher version = VERSION.matcher(setting.get().value());
    if (!version.matches()) {
      throw meaningless(setting.get(), "write a version such as 60.0");
    }
    return version.group(1) + ".0";
  }

  private static Duration duration(
      Settings settings, Field field, Duration usual, List<String> warnings) throws ConfigFailure {
    Optional<Setting> setting = clean(settings, field, warnings);
    if (setting.isEmpty()) {
      return usual;
    }
    Optional<Duration> duration = DurationText.parse(setting.get().value());
    String hint = "write a time such as " + usual.toSeconds() + "s or 500ms";
    if (duration.isEmpty()) {
      throw meaningless(setting.get(), hint);
    }
    if (duration.get().isZero()) {
      throw new ConfigFailure(setting.get().name() + " leaves no time at all", hint);
    }
    return duration.get();
  }

  private static boolean cache(Settings settings, List<String> warnings) throws ConfigFailure {
    Optional<Setting> setting = clean(settings, Field.TOKEN_CACHE, warnings);
    if (setting.isEmpty()) {
      return false;
    }
    if (!List.of("on", "off").contains(setting.get().value())) {
      throw meaningless(setting.get(), "write on or off");
    }
    return setting.get().value().equals("on");
  }

  private static ConfigFailure meaningless(Setting setting, String hint) {
    return new ConfigFailure(
        setting.name() + " cannot be understood: " + ForeignText.printable(setting.value()), hint);
  }
}
