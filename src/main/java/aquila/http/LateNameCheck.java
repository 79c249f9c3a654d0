package aquila.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The check of a server's name where TLS is not Java's own: Java makes it after the handshake, by
 * its own rules, before a byte of the request is sent, and asks this only about a name that it has
 * not found in the certificate. It does not ask then whether it has brought the authority itself,
 * and so does not read all of them. Names for which that question matters are left to its own TLS.
 */
final class LateNameCheck implements HostnameVerifier {
  /** In what {@link X509Certificate#getSubjectAlternativeNames} gives. */
  private static final Integer DNS_NAME = 2;

  private static final Pattern USUAL =
      Pattern.compile("\\*((\\.[^.*]+){3,}|\\.[^.*]+\\.com)", Pattern.CASE_INSENSITIVE);

  private boolean hasFailed;

  /** Whether the server has another name. */
  boolean hasFailed() {
    return hasFailed;
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    hasFailed = true;
    return false;
  }

  /**
   * Refuses a certificate for names like {@code *.com}, {@code *.co.uk} and {@code *.*.com} where
   * its names are checked after the handshake: only Java's own TLS, which comes next, knows whether
   * its authority may write such ones. No harm is in three names after the star, as in {@code
   * *.my.salesforce.com}, nor in one and {@code com}.
   */
  static void requireUsual(X509Certificate certificate, Socket socket) throws CertificateException {
    if (!(socket instanceof SSLSocket tls)
        || tls.getSSLParameters().getEndpointIdentificationAlgorithm() != null) {
      return;
    }
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      if (name.get(0).equals(DNS_NAME) && reachesFar((String) name.get(1))) {
        throw new CertificateException("the name " + name.get(1) + " reaches far");
      }
    }
  }

  private static boolean reachesFar(String name) {
    return name.indexOf('*') >= 0 && !USUAL.matcher(name).matches();
  }
}
