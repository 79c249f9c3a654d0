package aquila.http;

import aquila.failure.ConfigFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: the platform's authorities, and those of a {@code ca-file} in
 * addition. What a refused server presented is remembered, because its issuer says who stands in
 * between.
 */
final class Trust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager platform;
  private final Map<String, X509Certificate[]> refused = new HashMap<>();
  private @Nullable SSLSocketFactory sockets;

  private Trust(X509ExtendedTrustManager platform) {
    this.platform = platform;
  }

  /**
   * The platform's trust, and the certificates of a PEM file where one is given.
   *
   * @throws ConfigFailure if the file cannot be read or holds no certificate
   */
  static Trust of(@Nullable Path caFile) throws ConfigFailure {
    X509ExtendedTrustManager platform = TlsStart.platform();
    return caFile == null ? new Trust(platform) : new Trust(manager(both(platform, caFile)));
  }

  /** Always the same: connections are kept, and TLS sessions resumed, for one factory only. */
  synchronized SSLSocketFactory sockets() {
    if (sockets == null) {
      sockets = made();
    }
    return sockets;
  }

  private SSLSocketFactory made() {
    try {
      return TlsStart.context(this).getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /** The first certificate of the chain that this host presented and was refused for, or null. */
  synchronized @Nullable X509Certificate refusedFrom(String host) {
    X509Certificate[] chain = refused.get(host);
    return chain == null || chain.length == 0 ? null : chain[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    try {
      platform.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      remember(chain, socket);
      throw e;
    }
  }

  private synchronized void remember(X509Certificate[] chain, Socket socket) {
    if (socket instanceof javax.net.ssl.SSLSocket tls) {
      String host = tls.getHandshakeSession().getPeerHost();
      if (host != null) {
        refused.put(host, chain.clone());
      }
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    platform.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    platform.checkServerTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Aquila is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Aquila is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Aquila is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return platform.getAcceptedIssuers();
  }

  private static X509ExtendedTrustManager manager(KeyStore authorities) {
    try {
      return TlsStart.manager(authorities);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store of certificates cannot be used", e);
    }
  }

  private static KeyStore both(X509ExtendedTrustManager platform, Path caFile)
      throws ConfigFailure {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate certificate : platform.getAcceptedIssuers()) {
        store.setCertificateEntry("platform-" + number++, certificate);
      }
      for (Certificate certificate : certificates(caFile)) {
        store.setCertificateEntry("file-" + number++, certificate);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an empty key store cannot be filled", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path caFile) throws ConfigFailure {
    Collection<? extends Certificate> found;
    try {
      byte[] bytes = Files.readAllBytes(caFile);
      found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new ConfigFailure("the ca-file " + caFile + " cannot be read");
    } catch (CertificateException e) {
      throw new ConfigFailure("the ca-file " + caFile + " does not hold PEM certificates");
    }
    if (found.isEmpty()) {
      throw new ConfigFailure("the ca-file " + caFile + " holds no certificate");
    }
    return found;
  }
}
