package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.world.ForeignText;
import aquila.world.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** URLs as settings: absolute, https unless they stay on this machine. */
final class Address {
  private static final String ENDPOINT = "/services/oauth2/token";

  private Address() {}

  /**
   * An origin: scheme, host and port, and nothing behind.
   *
   * @param warnings receives a line if something was dropped
   */
  static URI origin(Setting setting, List<String> warnings) throws ConfigFailure {
    URI uri = parse(setting);
    URI origin = withPath(uri, "");
    if (!uri.equals(origin)) {
      warnings.add(
          setting.name() + ": everything behind the host is dropped, what is used is " + origin);
    }
    return origin;
  }

  /** The token endpoint; for a bare host the path is added. */
  static URI tokenEndpoint(Setting setting, List<String> warnings) throws ConfigFailure {
    URI uri = parse(setting);
    String path = uri.getRawPath();
    if (path.isEmpty() || path.equals("/")) {
      return withPath(uri, ENDPOINT);
    }
    if (path.equals(ENDPOINT + "/") && uri.getRawQuery() == null) {
      warnings.add(setting.name() + ": the slash at the end is dropped");
      return withPath(uri, ENDPOINT);
    }
    if (!path.equals(ENDPOINT) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new ConfigFailure(
          setting.name() + " is not a token endpoint: " + shown(setting),
          "the token endpoint is " + withPath(uri, ENDPOINT));
    }
    return uri;
  }

  /** The audience as it is signed: one string, without a slash at the end. */
  static String audience(Setting setting, List<String> warnings) throws ConfigFailure {
    URI uri = parse(setting);
    String value = setting.value();
    if (!value.equals(withPath(uri, "").toString())) {
      String path = uri.getRawPath();
      if (path.equals("/") && value.endsWith("/")) {
        warnings.add(setting.name() + ": the slash at the end is dropped");
        return value.substring(0, value.length() - 1);
      }
      if (!path.isEmpty()) {
        warnings.add(
            setting.name()
                + " has a path: Salesforce takes https://login.salesforce.com,"
                + " https://test.salesforce.com or the bare My Domain URL");
      }
    }
    return value;
  }

  private static URI parse(Setting setting) throws ConfigFailure {
    URI uri;
    try {
      uri = new URI(setting.value());
    } catch (URISyntaxException e) {
      throw new ConfigFailure(setting.name() + " is not a URL: " + shown(setting), example());
    }
    if (uri.getScheme() == null || uri.isOpaque() || uri.getRawSchemeSpecificPart().isEmpty()) {
      throw new ConfigFailure(
          setting.name() + " does not begin with https://: " + shown(setting),
          "write https://" + shown(setting));
    }
    if (uri.getHost() == null) {
      throw new ConfigFailure(
          setting.name() + " names no valid host: " + shown(setting), example());
    }
    if (uri.getRawUserInfo() != null) {
      throw new ConfigFailure(
          setting.name() + " holds a user name before the host", "leave out all up to the @");
    }
    requireTls(setting, uri);
    return uri;
  }

  private static void requireTls(Setting setting, URI uri) throws ConfigFailure {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https") || (scheme.equals("http") && Loopback.is(uri))) {
      return;
    }
    throw new ConfigFailure(
        setting.name() + " is not https: " + shown(setting),
        "only https is used, except on this machine itself");
  }

  private static URI withPath(URI uri, String path) {
    String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    return URI.create(
        uri.getScheme().toLowerCase(Locale.ROOT)
            + "://"
            + uri.getHost().toLowerCase(Locale.ROOT)
            + port
            + path);
  }

  private static String example() {
    return "it looks like https://mycompany.my.salesforce.com";
  }

  private static String shown(Setting setting) {
    return ForeignText.printable(setting.value());
  }
}
