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
    URI endpoint = withPath(uri, ENDPOINT);
    String rest = behindHost(uri);
    if (rest.equals(ENDPOINT + "/")) {
      warnings.add(setting.name() + ": the slash at the end is dropped");
    } else if (!List.of("", "/", ENDPOINT).contains(rest)) {
      throw new ConfigFailure(
          setting.name() + " is not a token endpoint: " + shown(setting),
          "the token endpoint is " + endpoint);
    }
    return endpoint;
  }

  /** The audience as it is signed: one string, without a slash at the end. */
  static String audience(Setting setting, List<String> warnings) throws ConfigFailure {
    URI uri = parse(setting);
    String rest = behindHost(uri);
    if (rest.length() > 1) {
      warnings.add(
          setting.name()
              + " has a path: Salesforce takes https://login.salesforce.com,"
              + " https://test.salesforce.com or the bare My Domain URL");
      return setting.value();
    }
    String origin = withPath(uri, "").toString();
    if (rest.equals("/")) {
      warnings.add(setting.name() + ": the slash at the end is dropped");
    } else if (!origin.equals(setting.value())) {
      warnings.add(setting.name() + ": what is signed is " + origin);
    }
    return origin;
  }

  /** Path, query and fragment as they were written. */
  private static String behindHost(URI uri) {
    return uri.getRawPath()
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
        + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
  }

  private static URI parse(Setting setting) throws ConfigFailure {
    URI uri;
    try {
      uri = new URI(setting.value());
    } catch (URISyntaxException e) {
      throw new ConfigFailure(setting.name() + " is not a URL: " + shown(setting), example());
    }
    if (uri.getScheme() == null || (uri.isOpaque() && !isWeb(uri))) {
      throw new ConfigFailure(
          setting.name() + " does not begin with https://: " + shown(setting),
          "write https://" + shown(setting).replaceFirst("^/+", ""));
    }
    String authority = uri.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      throw new ConfigFailure(
          setting.name() + " holds a user name before the host", "leave out all up to the @");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
      throw new ConfigFailure(
          setting.name() + " names no valid host: " + shown(setting), example());
    }
    if (uri.getRawPath().startsWith("//")) {
      throw new ConfigFailure(
          setting.name() + " has two slashes behind the host: " + shown(setting), example());
    }
    requireTls(setting, uri);
    return uri;
  }

  private static boolean isWeb(URI uri) {
    return List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
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

  /** Without what stands before an {@code @}: it may be a password. */
  private static String shown(Setting setting) {
    return ForeignText.printable(setting.value().replaceFirst("//[^/]*@", "//…@"));
  }
}
