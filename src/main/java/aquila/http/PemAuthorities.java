package aquila.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authorities of this system, where Aquila brings its own Java and therefore cannot ask that of
 * the system: they lie in a PEM file of many certificates, and the launcher knows where.
 */
final class PemAuthorities {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private PemAuthorities() {}

  /**
   * The authorities of the file that the property {@code aquila.authorities} names; null where the
   * authorities of the JVM are to be taken.
   */
  static @Nullable KeyStore ofThisSystem() throws GeneralSecurityException, IOException {
    String file = System.getProperty("aquila.authorities");
    // Whoever names a trust store to the JVM means it.
    return file == null || System.getProperty("javax.net.ssl.trustStore") != null
        ? null
        : store(Path.of(file));
  }

  /**
   * The certificates of a PEM file.
   *
   * @throws IOException if it cannot be read or holds no certificate that Java understands
   */
  static KeyStore store(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    for (Certificate certificate :
        certificates(Files.readString(file, StandardCharsets.ISO_8859_1))) {
      store.setCertificateEntry("authority-" + store.size(), certificate);
    }
    if (store.size() == 0) {
      throw new IOException(file + " holds no certificate");
    }
    return store;
  }

  private static List<Certificate> certificates(String pem) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END, begin);
    while (begin >= 0 && end >= 0) {
      certificate(pem.substring(begin + BEGIN.length(), end), factory).ifPresent(certificates::add);
      begin = pem.indexOf(BEGIN, end);
      end = pem.indexOf(END, begin);
    }
    return certificates;
  }

  /** Empty for one that Java does not understand: it must not cost the trust in all others. */
  private static Optional<Certificate> certificate(String base64, CertificateFactory factory) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
      return Optional.of(factory.generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
