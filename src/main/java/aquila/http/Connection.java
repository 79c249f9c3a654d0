package aquila.http;

import aquila.failure.ConfigFailure;
import aquila.world.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The connection that one request goes through. */
final class Connection {
  private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);

  private final HttpRequest request;
  private final HttpSettings settings;
  private final Trust trust;
  private final @Nullable ProxyAddress proxy;
  private final WireLog log;
  private final LateNameCheck nameCheck = new LateNameCheck();
  private volatile @Nullable HttpURLConnection current;
  private volatile boolean isMade;
  private volatile boolean isAbandoned;

  Connection(
      HttpRequest request,
      HttpSettings settings,
      Trust trust,
      @Nullable ProxyAddress proxy,
      WireLog log) {
    this.request = request;
    this.settings = settings;
    this.trust = trust;
    this.proxy = proxy;
    this.log = log;
  }

  /**
   * Connects, with TLS where the address says so. Where that fails, Java's own has the last word.
   * No byte of the request has been sent by then, so nothing can come to be there twice.
   */
  HttpURLConnection connect(Deadline deadline) throws ConfigFailure, IOException {
    HttpURLConnection http = open(deadline);
    try {
      http.connect();
    } catch (IOException | RuntimeException e) {
      if (isAbandoned
          || (e instanceof IOException lost && !isOfTls(lost))
          || !(http instanceof HttpsURLConnection https)
          || !trust.turnToJava(https.getSSLSocketFactory())) {
        throw e;
      }
      http.disconnect();
      log.step("TLS failed, and is tried with Java's own: {}", e);
      http = open(deadline);
      http.connect();
    }
    isMade = true;
    return http;
  }

  private boolean isOfTls(IOException e) {
    return nameCheck.hasFailed()
        || ((e instanceof SSLException || e instanceof EOFException || e instanceof SocketException)
            && !NetworkTrouble.isUnconnected(e));
  }

  /** Whether there has been one. */
  boolean isMade() {
    return isMade;
  }

  /** Whoever waits for it waits no longer. */
  void abandon() {
    isAbandoned = true;
    HttpURLConnection http = current;
    if (http != null) {
      http.disconnect();
    }
  }

  private HttpURLConnection open(Deadline deadline) throws ConfigFailure, IOException {
    ProxyAddress via = proxy;
    Proxy route = via == null ? Proxy.NO_PROXY : via.proxy();
    if (request.uri().getScheme().equalsIgnoreCase("https")) {
      TlsStart.begin();
      // Each connection asks for the default, and Java's own would read all authorities.
      HttpsURLConnection.setDefaultSSLSocketFactory(trust.sockets());
    }
    HttpURLConnection http = (HttpURLConnection) request.uri().toURL().openConnection(route);
    if (via != null) {
      http.setAuthenticator(via.authenticator());
    }
    if (http instanceof HttpsURLConnection https) {
      // The default is everybody's, and may be another by now.
      trust.secure(https, nameCheck);
    }
    http.setInstanceFollowRedirects(false);
    http.setUseCaches(false);
    http.setConnectTimeout(millis(settings.connectTimeout(), deadline));
    http.setReadTimeout(millis(settings.readTimeout(), deadline));
    http.setRequestMethod(request.method());
    http.setRequestProperty("User-Agent", settings.userAgent());
    request.headers().forEach(http::setRequestProperty);
    http.setDoOutput(request.body() != null);
    current = http;
    return http;
  }

  /**
   * A time-out of the connection, which is left in time where the deadline comes first. It must not
   * come at the same moment, because then nobody could tell which of the two it was. Zero would
   * mean "for ever".
   */
  private static int millis(Duration limit, Deadline deadline) {
    Duration left = deadline.atMost(Exchange.FOR_EVER).plus(AFTER_DEADLINE);
    long millis = limit.compareTo(left) < 0 ? limit.toMillis() : left.toMillis();
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
  }
}
