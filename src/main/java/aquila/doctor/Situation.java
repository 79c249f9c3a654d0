package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.http.Proxies;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The set-up that was refused, as far as a hint may name it.
 *
 * @param values by the name of the place in a hint; what is not known is missing
 */
public record Situation(Map<String, String> values) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final Set<String> NAMES =
      Set.of(
          "username",
          "audience",
          "tokenhost",
          "instance",
          "fingerprint",
          "app",
          "keyplace",
          "proxy");

  /** A Consumer Key as all known ones are: the whole of anything else may be a secret. */
  private static final Pattern CONSUMER_KEY =
      Pattern.compile("(3MVG[A-Za-z0-9])[A-Za-z0-9._]{10,}([A-Za-z0-9._]{3})");

  public Situation {
    values = Map.copyOf(values);
  }

  /**
   * What is known of a set-up whose fields can be used.
   *
   * @param publicKeySha256 which key signed, or null where it was not needed
   */
  public static Situation of(Settings settings, Proxies proxies, @Nullable String publicKeySha256) {
    UsedFields fields = new UsedFields(settings);
    URI instance = URI.create(fields.get(Field.INSTANCE_URL));
    Map<String, String> values = new HashMap<>();
    values.put("username", fields.ifThere(Field.USERNAME));
    values.put("audience", fields.ifThere(Field.AUDIENCE_URL));
    values.put("tokenhost", URI.create(fields.get(Field.TOKEN_URL)).getHost());
    values.put("instance", instance.toString());
    values.put("app", app(fields.ifThere(Field.CLIENT_ID)));
    values.put("keyplace", place(settings));
    values.put(
        "proxy",
        proxies
            .forAddress(instance)
            .map(
                proxy ->
                    "Aquila goes through the proxy " + proxy.name() + " (" + proxy.origin() + ")")
            .orElse("Aquila was told of no proxy"));
    if (publicKeySha256 != null) {
      values.put("fingerprint", publicKeySha256);
    }
    return new Situation(values);
  }

  /** The hint with the set-up's own values; empty if it names one that is not known. */
  Optional<String> fill(String hint) {
    Matcher place = PLACE.matcher(hint);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String name = place.group(1);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("no such place in a hint: " + name);
      }
      String value = values.get(name);
      if (value == null) {
        return Optional.empty();
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return Optional.of(place.appendTail(filled).toString());
  }

  private static String app(String clientId) {
    Matcher key = CONSUMER_KEY.matcher(clientId);
    return key.matches()
        ? "the app whose Consumer Key (the client-id) begins "
            + key.group(1)
            + " and ends "
            + key.group(2)
        : "the app";
  }

  private static String place(Settings settings) {
    return settings
        .find(Field.CLIENT_ID)
        .map(Setting::origin)
        .map(origin -> origin.text())
        .orElse("the configuration file");
  }
}
