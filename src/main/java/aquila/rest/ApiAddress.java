package aquila.rest;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.TokenRefused;
import aquila.token.InstanceRule;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The one place that decides where a token may go: to the org's own origin, below {@code
 * /services/data/}. Servers name addresses in their answers; what they name is only believed as a
 * path.
 */
final class ApiAddress {
  private static final String ROOT = "/services/data/";

  private ApiAddress() {}

  /**
   * The origin of the org.
   *
   * @throws TokenRefused if the token endpoint named a host that is neither the configured one nor
   *     Salesforce's
   */
  static URI origin(URI configured, URI answered) throws TokenRefused {
    return switch (InstanceRule.judge(configured, answered)) {
      case SAME -> configured;
      case SALESFORCE -> bare(answered);
      case FOREIGN ->
          throw new TokenRefused(
              "the token endpoint names another host as the org, and the token is not sent there",
              Cause.of(answered.toString()),
              "if that host is right, make it the instance-url");
    };
  }

  /** Where the org tells whose token it is (OpenID Connect's user info). */
  static URI userInfo(URI origin) {
    return URI.create(origin + "/services/oauth2/userinfo");
  }

  /**
   * The address of a path which a server or we ourselves have named.
   *
   * @throws ApiRefused if it is anything but a plain path below {@code /services/data/}
   */
  static URI of(URI origin, String pathAndQuery) throws ApiRefused {
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    if (!path.startsWith(ROOT)
        || !path.matches("[A-Za-z0-9/._-]+")
        || !pathAndQuery.matches("[!-~&&[^#]]+")
        || path.contains("//")
        || path.contains("/.")) {
      throw strange(pathAndQuery);
    }
    try {
      URI address = new URI(origin + pathAndQuery);
      boolean isSame =
          origin.getScheme().equals(address.getScheme())
              && origin.getHost().equals(address.getHost())
              && origin.getPort() == address.getPort()
              && address.getRawUserInfo() == null
              && path.equals(address.getRawPath());
      if (isSame) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw strange(pathAndQuery);
    }
    throw strange(pathAndQuery);
  }

  private static URI bare(URI uri) {
    String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    return URI.create(uri.getScheme() + "://" + uri.getHost() + port);
  }

  private static ApiRefused strange(String pathAndQuery) {
    return new ApiRefused(
        "the org names an address that is not its own, and the token is not sent there",
        Cause.of(pathAndQuery));
  }
}
