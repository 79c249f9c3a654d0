package aquila.http;

import aquila.failure.Cause;
import aquila.failure.NetworkFailure;
import aquila.failure.NetworkFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What went wrong in a TLS handshake.
 *
 * @param host whose certificate was expected
 * @param target the host and port, as messages name them
 * @param trust what refused certificates were seen
 */
record TlsTrouble(String host, String target, Trust trust) {

  Trouble of(IOException e) {
    Optional<CertificateException> refusal = find(e, CertificateException.class);
    if (refusal.isPresent()) {
      return new Trouble(distrusted(e, refusal.get()), false);
    }
    Cause said = NetworkTrouble.said(e);
    if (find(e, EOFException.class).isPresent() || find(e, SocketException.class).isPresent()) {
      return new Trouble(
          new NetworkFailure(
              Kind.HANDSHAKE_CUT,
              "the TLS handshake with " + target + " was cut off",
              said,
              "a firewall that looks at host names, or a port that does not speak TLS, does this"),
          true);
    }
    String text = said.text();
    if (text.contains("plaintext connection") || text.contains("Unsupported or unrecognized")) {
      return new Trouble(
          new NetworkFailure(
              Kind.NO_TLS,
              target + " does not speak TLS on this port",
              said,
              "check the port: a proxy's port is set with proxy, not in a URL"),
          false);
    }
    return new Trouble(
        new NetworkFailure(
            Kind.HANDSHAKE_FAILED,
            "the TLS handshake with " + target + " failed",
            said,
            "Salesforce needs TLS 1.2 or newer; a device in between may offer less"),
        false);
  }

  private NetworkFailure distrusted(IOException e, CertificateException refusal) {
    X509Certificate seen = trust.refusedFrom(host);
    String issuer = seen == null ? "unknown" : seen.getIssuerX500Principal().getName();
    String subject = seen == null ? "the server" : seen.getSubjectX500Principal().getName();
    String text = String.valueOf(refusal.getMessage());
    Cause said = Cause.of(text);
    if (find(e, CertificateExpiredException.class).isPresent()
        || find(e, CertificateNotYetValidException.class).isPresent()) {
      return new NetworkFailure(
          Kind.OUTSIDE_DATES,
          "the certificate of " + target + " is outside its dates",
          said,
          "check the clock of this machine first, then the certificate of " + subject);
    }
    if (text.contains("ubject alternative") || text.startsWith("No name matching")) {
      return new NetworkFailure(
          Kind.OTHER_NAME,
          "the certificate that " + target + " shows is made out to another name",
          said,
          "it belongs to " + subject + ": check the host name");
    }
    return new NetworkFailure(
        Kind.DISTRUSTED,
        "the certificate of " + target + " is not trusted",
        said,
        "its issuer is " + issuer,
        "if that is your own company, its TLS inspection stands in between: get its root"
            + " certificate as PEM and name it with ca-file");
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
