package aquila.http;

import aquila.crypto.NativeCrypto;
import aquila.failure.ConfigFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
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
  private final Supplier<Authorities> authorities;
  private final Map<String, X509Certificate[]> refused = new HashMap<>();
  private @Nullable List<X509Certificate> added;
  private @Nullable SSLSocketFactory sockets;
  private boolean isJavas;

  /**
   * The platform's trust, and the certificates of a PEM file where one is given. Nothing is read
   * before it is needed.
   */
  Trust(@Nullable Path caFile) {
    this(caFile, TlsStart::authorities);
  }

  Trust(@Nullable Path caFile, Supplier<Authorities> authorities) {
    this.caFile = caFile;
    this.authorities = authorities;
  }

  /**
   * Always the same, until {@link #turnToJava}: connections are kept, and TLS sessions resumed, for
   * one factory only.
   *
   * @throws ConfigFailure if the file cannot be read or holds no certificate
   */
  synchronized SSLSocketFactory sockets() throws ConfigFailure {
    if (sockets == null) {
      requireUsable();
      try {
        SSLContext context = isJavas ? TlsStart.javaContext(this) : TlsStart.context(this);
        sockets = context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has TLS", e);
      }
    }
    return sockets;
  }

  /**
   * Has a connection use them.
   *
   * @param nameCheck for another TLS than Java's own
   */
  synchronized void secure(HttpsURLConnection https, LateNameCheck nameCheck) throws ConfigFailure {
    https.setSSLSocketFactory(sockets());
    if (!isJavas && NativeCrypto.isAtHand()) {
      https.setHostnameVerifier(nameCheck);
    }
  }

  /**
   * From now on, Java's own TLS: what another one could not do, it may, and its words for what is
   * wrong are the ones that {@link TlsTrouble} knows.
   *
   * @param tried where the sockets came from that did not work
   * @return whether to try again: false if those were Java's
   */
  synchronized boolean turnToJava(SSLSocketFactory tried) throws ConfigFailure {
    if (!NativeCrypto.isAtHand()) {
      return false;
    }
    if (!isJavas) {
      isJavas = true;
      sockets = null;
    }
    return sockets() != tried;
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

  /** The first certificate of the chain that this host presented and was refused for, or null. */
  synchronized @Nullable X509Certificate refusedFrom(String host) {
    X509Certificate[] chain = refused.get(host);
    return chain == null || chain.length == 0 ? null : chain[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    LateNameCheck.requireUsual(chain[0], socket);
    // TLS 1.3 does not tie the key to the cipher, for which the two have different words.
    String kind = authType.equals("GENERIC") ? "UNKNOWN" : authType;
    try {
      likely(chain).checkServerTrusted(chain, kind, socket);
    } catch (CertificateException refused) {
      if (!isTrustedByAny(chain, kind, socket)) {
        remember(chain, socket);
        throw refused;
      }
    }
  }

  /** Who trusts the authorities of the file, and of the others those that the chain names. */
  private X509ExtendedTrustManager likely(X509Certificate[] chain) {
    List<X509Certificate> likely = new ArrayList<>(authorities.get().namedIn(chain));
    synchronized (this) {
      likely.addAll(added == null ? List.of() : added);
    }
    return likely.isEmpty() ? authorities.get().all() : Authorities.manager(likely);
  }

  /** A name can be written in several ways, and only Java knows all of them. */
  private boolean isTrustedByAny(X509Certificate[] chain, String authType, Socket socket) {
    try {
      authorities.get().all().checkServerTrusted(chain, authType, socket);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private synchronized void remember(X509Certificate[] chain, Socket socket) {
    if (socket instanceof SSLSocket tls) {
      String host = tls.getHandshakeSession().getPeerHost();
      if (host != null) {
        refused.put(host, chain.clone());
      }
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authorities.get().all().checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    authorities.get().all().checkServerTrusted(chain, authType, engine);
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
    return authorities.get().all().getAcceptedIssuers();
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
