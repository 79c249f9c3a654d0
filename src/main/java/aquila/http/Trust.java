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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private final @Nullable Path caFile;
  private final Map<String, X509Certificate[]> refused = new HashMap<>();
  private @Nullable List<X509Certificate> added;
  private @Nullable X509ExtendedTrustManager authorities;
  private @Nullable SSLSocketFactory sockets;

  /**
   * The platform's trust, and the certificates of a PEM file where one is given. Nothing is read
   * before it is needed.
   */
  Trust(@Nullable Path caFile) {
    this.caFile = caFile;
  }

  /**
   * Always the same: connections are kept, and TLS sessions resumed, for one factory only.
   *
   * @throws ConfigFailure if the file cannot be read or holds no certificate
   */
  synchronized SSLSocketFactory sockets() throws ConfigFailure {
    if (sockets == null) {
      requireUsable();
      try {
        sockets = TlsStart.context(this).getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has TLS", e);
      }
    }
    return sockets;
  }

  /**
   * Reads the file, if there is one.
   *
   * @throws ConfigFailure if it cannot be read or holds no certificate
   */
  synchronized void requireUsable() throws ConfigFailure {
    if (added == null) {
      added = caFile == null ? List.of() : certificates(caFile);
    }
  }

  private synchronized X509ExtendedTrustManager authorities() {
    if (authorities == null) {
      X509ExtendedTrustManager platform = TlsStart.platform();
      authorities = added == null || added.isEmpty() ? platform : manager(both(platform, added));
    }
    return authorities;
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
      authorities().checkServerTrusted(chain, authType, socket);
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
    authorities().checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    authorities().checkServerTrusted(chain, authType, engine);
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
    return authorities().getAcceptedIssuers();
  }

  private static X509ExtendedTrustManager manager(KeyStore authorities) {
    try {
      return TlsStart.manager(authorities);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key store of certificates cannot be used", e);
    }
  }

  private static KeyStore both(X509ExtendedTrustManager platform, List<X509Certificate> added) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate certificate : platform.getAcceptedIssuers()) {
        store.setCertificateEntry("platform-" + number++, certificate);
      }
      for (X509Certificate certificate : added) {
        store.setCertificateEntry("file-" + number++, certificate);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an empty key store cannot be filled", e);
    }
  }

  private static List<X509Certificate> certificates(Path caFile) throws ConfigFailure {
    List<X509Certificate> found = new ArrayList<>();
    try {
      byte[] bytes = Files.readAllBytes(caFile);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))) {
        found.add((X509Certificate) certificate);
      }
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
