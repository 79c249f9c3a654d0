package aquila.http;

import aquila.failure.ConfigFailure;
import aquila.secret.Secret;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param host its name or address
 * @param port its port
 * @param user the user name it asks for, or null
 * @param password the password it asks for, or null
 * @param origin where the setting came from, for messages
 */
public record ProxyAddress(
    String host, int port, @Nullable String user, @Nullable Secret password, String origin) {

  /** How an address is written. */
  static final String FORM = "http://host:port or http://user:password@host:port";

  private static final int USUAL_PORT = 1080;

  /**
   * Reads {@code http://[user:password@]host[:port]} or {@code host:port}. Without a port it is
   * 1080, as for curl.
   *
   * @throws ConfigFailure if it is something else; the message does not repeat it, since it may
   *     hold a password
   */
  static ProxyAddress parse(String text, String origin) throws ConfigFailure {
    String address = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = new URI(address);
      int port = uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
      if (!"http".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || port < 1
          || port > 65_535) {
        throw notUnderstood(origin);
      }
      String login = uri.getRawUserInfo();
      if (login == null) {
        return new ProxyAddress(uri.getHost(), port, null, null, origin);
      }
      int colon = login.indexOf(':');
      String user = colon < 0 ? login : login.substring(0, colon);
      String password = colon < 0 ? "" : login.substring(colon + 1);
      return new ProxyAddress(
          uri.getHost(), port, decoded(user), Secret.of(decoded(password)), origin);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw notUnderstood(origin);
    }
  }

  /** Host and port, as in messages. */
  public String name() {
    return host + ":" + port;
  }

  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
  }

  /**
   * Answers the proxy's question for a password once, and nobody else's. Java asks again while the
   * answer is wrong, and twenty wrong passwords lock an account.
   */
  Authenticator authenticator() {
    return new Authenticator() {
      private boolean answered;

      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY
            || user == null
            || password == null
            || answered) {
          return null;
        }
        answered = true;
        return new PasswordAuthentication(user, password.chars());
      }
    };
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ConfigFailure notUnderstood(String origin) {
    return new ConfigFailure(
        "the proxy address cannot be understood (" + origin + ")", "write it as " + FORM);
  }
}
