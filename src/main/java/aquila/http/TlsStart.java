package aquila.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What the first TLS connection of a process needs of Java, and what takes longer than all else
 * that a short command does: the platform's authorities, and the classes of a handshake. It can be
 * begun on a second thread while the command line and the key are read.
 */
final class TlsStart {
  private static final FutureTask<X509ExtendedTrustManager> PLATFORM =
      new FutureTask<>(() -> manager(PemAuthorities.ofThisSystem()));

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

  /** Who trusts the authorities that this machine trusts. */
  static X509ExtendedTrustManager platform() {
    PLATFORM.run();
    try {
      return PLATFORM.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the platform's trust store cannot be used", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the trust store is read", e);
    }
  }

  /**
   * Who trusts the authorities of a store.
   *
   * @param authorities null for those of the platform
   */
  static X509ExtendedTrustManager manager(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  static SSLContext context(X509ExtendedTrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  /** In the order in which a handshake asks for them. */
  private static void work() {
    try {
      context(new Trust(null)).createSSLEngine();
      platform();
    } catch (GeneralSecurityException | RuntimeException e) {
      // The connection itself will say what is wrong.
      return;
    }
  }
}
