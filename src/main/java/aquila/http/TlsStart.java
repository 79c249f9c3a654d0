package aquila.http;

import aquila.crypto.NativeCrypto;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What the first TLS connection of a process needs of Java, and what takes longer than all else
 * that a short command does: the platform's authorities, and the classes of a handshake. It can be
 * begun on a second thread while the command line and the key are read.
 */
final class TlsStart {
  private static final FutureTask<Authorities> AUTHORITIES =
      new FutureTask<>(Authorities::ofThisSystem);

  private static final AtomicBoolean HAS_BEGUN = new AtomicBoolean();

  private TlsStart() {}

  /** Begins, if nobody has, and returns at once. */
  static void begin() {
    if (HAS_BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(TlsStart::work, "tls-start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The authorities that this machine trusts. */
  static Authorities authorities() {
    AUTHORITIES.run();
    try {
      return AUTHORITIES.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the platform's trust store cannot be used", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the trust store is read", e);
    }
  }

  /** The quick one, where it is at hand. */
  static SSLContext context(X509ExtendedTrustManager trust) throws GeneralSecurityException {
    Optional<SSLContext> quick = NativeCrypto.tls(trust);
    return quick.isPresent() ? quick.get() : javaContext(trust);
  }

  /** Java's own. */
  static SSLContext javaContext(X509ExtendedTrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  /** In the order in which a handshake asks for them. */
  private static void work() {
    try {
      context(new Trust(null)).createSSLEngine();
      Authorities authorities = authorities();
      if (NativeCrypto.isAtHand()) {
        // Else the handshake itself takes so long that this gains nothing.
        authorities.judgeOne();
        new SNIHostName("localhost");
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // The connection itself will say what is wrong.
      return;
    }
  }
}
