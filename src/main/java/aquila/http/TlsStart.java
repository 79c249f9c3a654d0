package aquila.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
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
      new FutureTask<>(() -> manager(null));

  private TlsStart() {}

  /** Begins, and returns at once. */
  static void begin() {
    Thread thread = new Thread(TlsStart::work, "tls-start");
    thread.setDaemon(true);
    thread.start();
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

  /** Goes as far as the first message of a handshake, which nobody gets. */
  private static void work() {
    try {
      SSLEngine engine = context(platform()).createSSLEngine("localhost", 443);
      engine.setUseClientMode(true);
      engine.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    } catch (SSLException | GeneralSecurityException | RuntimeException e) {
      // The connection itself will say what is wrong.
      return;
    }
  }
}
