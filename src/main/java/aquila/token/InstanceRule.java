package aquila.token;

import aquila.world.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Whether a token may be sent to the host that came with it. The answer of a token endpoint names
 * that host; a wrong or hostile one could name any.
 */
public enum InstanceRule {
  /** The configured host. */
  SAME,
  /**
   * Another host, but one of Salesforce's: My Domain was renamed, or a login host was configured.
   */
  SALESFORCE,
  /** Anything else: no token is sent there. */
  FOREIGN;

  private static final List<String> SALESFORCE_HOSTS =
      List.of(
          ".salesforce.com",
          ".force.com",
          ".salesforce.mil",
          ".cloudforce.com",
          ".database.com",
          ".sfcrmproducts.cn");

  /**
   * Judges an {@code instance_url}.
   *
   * @param configured the org's origin as it is configured; a loopback address accepts only
   *     loopback
   */
  public static InstanceRule judge(URI configured, URI answered) {
    String host = host(answered);
    if (Loopback.is(configured) || Loopback.is(answered)) {
      return Loopback.is(configured) && Loopback.is(answered) && answered.getUserInfo() == null
          ? sameOrNear(configured, answered)
          : FOREIGN;
    }
    if (!"https".equalsIgnoreCase(answered.getScheme())
        || answered.getUserInfo() != null
        || !(answered.getPort() == -1 || answered.getPort() == 443)) {
      return configured.equals(answered) ? SAME : FOREIGN;
    }
    if (host.equals(host(configured)) && configured.getPort() == answered.getPort()) {
      return SAME;
    }
    return SALESFORCE_HOSTS.stream().anyMatch(host::endsWith) ? SALESFORCE : FOREIGN;
  }

  private static InstanceRule sameOrNear(URI configured, URI answered) {
    return configured.getPort() == answered.getPort() ? SAME : SALESFORCE;
  }

  private static String host(URI uri) {
    String host = uri.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
