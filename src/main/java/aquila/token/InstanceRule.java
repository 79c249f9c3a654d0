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
    if (host.isEmpty() || answered.getUserInfo() != null) {
      return FOREIGN;
    }
    boolean isTls = "https".equalsIgnoreCase(answered.getScheme());
    if (Loopback.is(configured) || Loopback.is(answered)) {
      boolean isHttp = isTls || "http".equalsIgnoreCase(answered.getScheme());
      if (!isHttp || !Loopback.is(configured) || !Loopback.is(answered)) {
        return FOREIGN;
      }
      return configured.getPort() == answered.getPort() ? SAME : SALESFORCE;
    }
    if (!isTls) {
      return FOREIGN;
    }
    if (host.equals(host(configured)) && port(configured) == port(answered)) {
      return SAME;
    }
    boolean isSalesforce = SALESFORCE_HOSTS.stream().anyMatch(host::endsWith);
    return isSalesforce && port(answered) == 443 ? SALESFORCE : FOREIGN;
  }

  private static int port(URI uri) {
    return uri.getPort() == -1 ? 443 : uri.getPort();
  }

  private static String host(URI uri) {
    String host = uri.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
