package aquila.http;

import aquila.failure.ConfigFailure;
import aquila.world.Loopback;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are reached through which proxy. Java itself ignores the variables that every other
 * program obeys, so they are read here.
 *
 * @param configured the proxy that the user named, for every host; or null
 * @param environment the proxy of {@code HTTPS_PROXY}, for hosts that {@code NO_PROXY} does not
 *     name and that are not this machine; or null
 * @param exceptions the entries of {@code NO_PROXY}, lower case
 */
public record Proxies(
    @Nullable ProxyAddress configured,
    @Nullable ProxyAddress environment,
    List<String> exceptions) {

  /** A host or a bracketed address, and a port. */
  private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):([0-9]+)");

  /** No proxy at all. */
  public static Proxies none() {
    return new Proxies(null, null, List.of());
  }

  /**
   * Reads the proxy setting and the environment.
   *
   * @param setting the value of {@code proxy}, or null
   * @param origin where that value came from
   * @throws ConfigFailure if an address cannot be understood
   */
  public static Proxies of(@Nullable String setting, String origin, Map<String, String> variables)
      throws ConfigFailure {
    if (setting != null) {
      return new Proxies(ProxyAddress.parse(setting, origin), null, List.of());
    }
    for (String name : List.of("https_proxy", "HTTPS_PROXY")) {
      String value = variables.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return new Proxies(
            null, ProxyAddress.parse(value, "environment variable " + name), exceptions(variables));
      }
    }
    return none();
  }

  /** The proxy for an address, or empty where it is reached directly. */
  public Optional<ProxyAddress> forAddress(URI uri) {
    if (configured != null) {
      return Optional.of(configured);
    }
    if (environment == null || Loopback.is(uri) || isExcepted(uri)) {
      return Optional.empty();
    }
    return Optional.of(environment);
  }

  private boolean isExcepted(URI uri) {
    String host = bare(uri.getHost().toLowerCase(Locale.ROOT));
    int port = uri.getPort() == -1 ? 443 : uri.getPort();
    for (String entry : exceptions) {
      Matcher parts = WITH_PORT.matcher(entry);
      boolean hasPort = parts.matches();
      String name = bare(hasPort ? parts.group(1) : entry);
      boolean isNamed = name.equals("*") || host.equals(name) || host.endsWith("." + name);
      if (isNamed && (!hasPort || parts.group(2).equals(Integer.toString(port)))) {
        return true;
      }
    }
    return false;
  }

  /** Without the dot before a domain and the brackets around an address of IPv6. */
  private static String bare(String name) {
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.startsWith(".") ? name.substring(1) : name;
  }

  private static List<String> exceptions(Map<String, String> variables) {
    String lower = variables.getOrDefault("no_proxy", "");
    String value = lower.isEmpty() ? variables.getOrDefault("NO_PROXY", "") : lower;
    return Arrays.stream(value.split("[,\\s]+", -1))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
        .filter(entry -> !entry.isEmpty() && !entry.equals("."))
        .toList();
  }
}
