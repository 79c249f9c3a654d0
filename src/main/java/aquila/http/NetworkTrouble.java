package aquila.http;

import aquila.failure.Cause;
import aquila.failure.NetworkFailure;
import aquila.failure.NetworkFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the exceptions of Java's HTTP and TLS into what an operator can act upon.
 *
 * <p>Decides by type and by the step that failed; Java's texts are shown as the cause and read only
 * where there is nothing else (a proxy's refusal of CONNECT, a TLS alert).
 *
 * @param uri what was asked
 * @param proxy the proxy in between, or null
 * @param settings the time-outs, for messages
 * @param trust what refused certificates were seen
 * @param isConnected whether the connection stood, with TLS where there is any, and broke later
 */
record NetworkTrouble(
    URI uri,
    @Nullable ProxyAddress proxy,
    HttpSettings settings,
    Trust trust,
    boolean isConnected) {

  private static final Pattern TUNNEL =
      Pattern.compile("Unable to tunnel through proxy\\. Proxy returns \"HTTP/[0-9.]+ ([0-9]{3})");

  /** The trouble that this exception stands for. */
  Trouble of(IOException e) {
    Matcher tunnel = TUNNEL.matcher(String.valueOf(e.getMessage()));
    if (tunnel.find()) {
      return final_(refusedTunnel(Integer.parseInt(tunnel.group(1))));
    }
    if (e instanceof UnknownHostException) {
      return final_(unknownName());
    }
    if (e instanceof SocketTimeoutException) {
      // A stall may pass; a packet filter does not.
      return new Trouble(timeOut(e), !isConnecting(e));
    }
    if (!isConnected && isUnconnected(e)) {
      return final_(refusedConnection(e));
    }
    boolean isHandshake = !isConnected && "https".equals(uri.getScheme());
    if (e instanceof SSLHandshakeException
        || (isHandshake && (e instanceof SSLException || e instanceof SocketException))) {
      return new TlsTrouble(uri.getHost(), target(), trust).of(e);
    }
    return new Trouble(lost(e), true);
  }

  /** Whether no connection came about, so that no byte of anything was sent. */
  static boolean isUnconnected(IOException e) {
    return e instanceof ConnectException || e instanceof NoRouteToHostException || isOffline(e);
  }

  /**
   * Whether the system knows no way to the address. Java has no type for that, and the system's
   * words are in the user's language: that the attempt was refused before anything was sent tells
   * as much. Where a router says so later, there are only the words.
   */
  private static boolean isOffline(IOException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass() == SocketException.class
        && (said(e).text().matches("Network (?:is )?unreachable.*")
            || (trace.length > 0 && trace[0].getMethodName().equals("connect0")));
  }

  /** The answer of a proxy that wants a password, to a request without TLS. */
  NetworkFailure proxyWantsLogin() {
    if (proxy == null) {
      return new NetworkFailure(
          Kind.PROXY_LOGIN,
          "a proxy stands before " + target() + " and wants a user name and password",
          Cause.ofStatus(407, "Proxy Authentication Required"),
          "set proxy or HTTPS_PROXY to http://user:password@host:port of that proxy");
    }
    return refusedTunnel(407);
  }

  /** The deadline of the whole came first. */
  NetworkFailure deadline() {
    return new NetworkFailure(
        Kind.DEADLINE,
        "no answer from " + target() + " before the deadline",
        "give more time with --deadline; a slow proxy or firewall in between is the usual reason");
  }

  private NetworkFailure refusedTunnel(int status) {
    String name = via().name();
    if (status == 407) {
      return new NetworkFailure(
          Kind.PROXY_LOGIN,
          "the proxy " + name + " wants a user name and password",
          Cause.ofStatus(status, "Proxy Authentication Required"),
          via().user() == null
              ? "give them in the proxy address: http://user:password@" + name
              : "check the user name and password in the proxy address (" + via().origin() + ")");
    }
    return new NetworkFailure(
        Kind.PROXY_DENIES,
        "the proxy " + name + " refuses to connect to " + target(),
        Cause.ofStatus(status, ""),
        "ask the network team to let " + uri.getHost() + ":" + port() + " through the proxy");
  }

  /** Java says no more than the name. */
  private NetworkFailure unknownName() {
    if (proxy != null) {
      return new NetworkFailure(
          Kind.PROXY_UNKNOWN,
          "the name of the proxy cannot be resolved: " + proxy.host(),
          checkProxy(proxy));
    }
    return new NetworkFailure(
        Kind.HOST_UNKNOWN,
        "the host name cannot be resolved: " + uri.getHost(),
        "compare it letter by letter with My Domain in Salesforce's Setup",
        "if no outside name resolves on this machine, it may need a proxy: set proxy or"
            + " HTTPS_PROXY");
  }

  private static String checkProxy(ProxyAddress proxy) {
    return "check the proxy address (" + proxy.origin() + "), written as " + ProxyAddress.FORM;
  }

  private static boolean isConnecting(IOException e) {
    return said(e).text().toLowerCase(Locale.ROOT).contains("connect");
  }

  private NetworkFailure timeOut(IOException e) {
    if (isConnecting(e)) {
      return new NetworkFailure(
          Kind.NO_CONNECTION,
          "no connection to " + peer() + " within " + seconds(settings.connectTimeout().toMillis()),
          said(e),
          proxy != null
              ? checkProxy(proxy)
              : "a firewall that drops packets is the usual reason: " + askForPort());
    }
    return new NetworkFailure(
        Kind.SILENT,
        target() + " was silent for " + seconds(settings.readTimeout().toMillis()),
        said(e),
        "ask the network team whether a proxy or firewall swallows the answer; a longer read-timeout"
            + " helps only if the server is slow");
  }

  private NetworkFailure refusedConnection(IOException e) {
    if (isOffline(e)) {
      return new NetworkFailure(
          Kind.OFFLINE,
          "no connection to " + peer() + ": this machine knows no way there",
          said(e),
          "look at the network of this machine"
              + (proxy == null
                  ? "; if it is to go through a proxy, set proxy or HTTPS_PROXY"
                  : ", and at the proxy address (" + proxy.origin() + ")"));
    }
    if (proxy != null) {
      return new NetworkFailure(
          Kind.PROXY_REFUSED,
          "the proxy " + proxy.name() + " does not accept connections",
          said(e),
          checkProxy(proxy));
    }
    return new NetworkFailure(
        Kind.REFUSED,
        "no connection to " + target(),
        said(e),
        "nothing listens there, or a firewall refuses: " + askForPort());
  }

  private String askForPort() {
    return "ask the network team for port " + port() + " of " + uri.getHost() + ", or name a proxy";
  }

  private NetworkFailure lost(IOException e) {
    return new NetworkFailure(
        Kind.LOST,
        "the connection to " + target() + " was lost",
        said(e),
        "run it again; if it stays so, ask the network team: a firewall, a proxy or an inspection of"
            + " traffic breaks connections off");
  }

  private Trouble final_(NetworkFailure failure) {
    return new Trouble(failure, false);
  }

  private ProxyAddress via() {
    return Objects.requireNonNull(proxy, "only a proxy answers so");
  }

  private String peer() {
    return proxy == null ? target() : "the proxy " + proxy.name();
  }

  private String target() {
    return uri.getHost() + ":" + port();
  }

  private int port() {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return "https".equals(uri.getScheme()) ? 443 : 80;
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  static Cause said(Throwable e) {
    String message = e.getMessage();
    return Cause.of(message == null ? e.getClass().getSimpleName() : message);
  }
}
