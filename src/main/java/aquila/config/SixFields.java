package aquila.config;

import aquila.failure.ConfigFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What it takes to sign in: the six fields in a form that can be used.
 *
 * @param audience {@code aud} of the assertion
 * @param keyPath the private key, absolute
 * @param username {@code sub} of the assertion
 * @param clientId {@code iss} of the assertion
 * @param instanceUrl the org's origin, without a path
 * @param tokenUrl the token endpoint
 * @param warnings what was dropped or looks odd
 */
public record SixFields(
    String audience,
    Path keyPath,
    String username,
    String clientId,
    URI instanceUrl,
    URI tokenUrl,
    List<String> warnings) {

  public SixFields {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the six fields.
   *
   * @param places where to look for what could have been named, if none are found
   * @throws ConfigFailure if any is missing (all missing ones are named), or cannot be used
   */
  public static SixFields of(Settings settings, ConfigPlaces places) throws ConfigFailure {
    requireAll(settings, places);
    List<String> warnings = new ArrayList<>();
    return new SixFields(
        Address.audience(clean(settings, Field.AUDIENCE_URL, warnings), warnings),
        Paths.of(clean(settings, Field.KEY_PATH, warnings)),
        clean(settings, Field.USERNAME, warnings).value(),
        clean(settings, Field.CLIENT_ID, warnings).value(),
        Address.origin(clean(settings, Field.INSTANCE_URL, warnings), warnings),
        Address.tokenEndpoint(clean(settings, Field.TOKEN_URL, warnings), warnings),
        warnings);
  }

  /**
   * One of the six in the form in which it is used, as text.
   *
   * @param warnings receives a line for whatever was dropped
   * @throws ConfigFailure if it cannot be used
   */
  public static String used(Setting setting, List<String> warnings) throws ConfigFailure {
    Setting clean = CleanText.of(setting, warnings);
    return switch (setting.field()) {
      case AUDIENCE_URL -> Address.audience(clean, warnings);
      case INSTANCE_URL -> Address.origin(clean, warnings).toString();
      case TOKEN_URL -> Address.tokenEndpoint(clean, warnings).toString();
      case KEY_PATH -> Paths.of(clean).toString();
      default -> clean.value();
    };
  }

  private static void requireAll(Settings settings, ConfigPlaces places) throws ConfigFailure {
    List<Field> missing =
        Field.required().stream().filter(field -> settings.find(field).isEmpty()).toList();
    if (missing.isEmpty()) {
      return;
    }
    String names = missing.stream().map(Field::key).collect(Collectors.joining(", "));
    Field first = missing.get(0);
    throw new ConfigFailure(
        (missing.size() == 1
                ? "a required setting is missing: "
                : "required settings are missing: ")
            + names,
        settings.file() == null
            ? places.advice()
            : "add to " + settings.file() + " the line " + first.key() + "=…",
        "or give the option " + first.option() + ", or the variable " + first.variable());
  }

  private static Setting clean(Settings settings, Field field, List<String> warnings)
      throws ConfigFailure {
    Setting setting =
        settings.find(field).orElseThrow(() -> new IllegalStateException("checked before"));
    return CleanText.of(setting, warnings);
  }
}
