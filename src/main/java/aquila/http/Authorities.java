package aquila.http;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that a system trusts, each as its certificate in DER. To let Java understand all
 * of them takes a tenth of a short command's time, and a server's chain names one or two.
 */
final class Authorities {
  /** What a key store of Java's own old form begins with; Java 17 and 25 keep theirs in it. */
  private static final int JKS = 0xfeedfeed;

  private static final int JKS_VERSION = 2;
  private static final int JKS_CERTIFICATE = 2;

  private final List<byte[]> certificates;
  private final boolean areJavas;
  private @Nullable X509ExtendedTrustManager all;

  private Authorities(List<byte[]> certificates, boolean areJavas) {
    this.certificates = certificates;
    this.areJavas = areJavas;
  }

  /**
   * Those in the PEM file that the property {@code aquila.authorities} names, as the launcher does
   * where Aquila brings its own Java and so cannot ask that of the system; else those of the JVM.
   *
   * @throws IOException if that file cannot be read or holds no certificate
   */
  static Authorities ofThisSystem() throws IOException {
    // Whoever names a trust store to the JVM means it.
    for (String setting : List.of("trustStore", "trustStoreType", "trustStoreProvider")) {
      if (System.getProperty("javax.net.ssl." + setting) != null) {
        return new Authorities(List.of(), true);
      }
    }
    String file = System.getProperty("aquila.authorities");
    return file == null ? ofJava(Path.of(System.getProperty("java.home"))) : ofPem(Path.of(file));
  }

  /**
   * The certificates of a PEM file.
   *
   * @throws IOException if it cannot be read or holds none
   */
  static Authorities ofPem(Path file) throws IOException {
    List<byte[]> found = PemCertificates.in(Files.readAllBytes(file));
    if (found.isEmpty()) {
      throw new IOException(file + " holds no certificate");
    }
    return new Authorities(found, false);
  }

  /** Those of the JVM in this directory; where its file is of another form, only Java reads it. */
  static Authorities ofJava(Path home) {
    Path directory = home.resolve("lib/security");
    try {
      // In this order, says Java's reference guide of TLS.
      Path own = directory.resolve("jssecacerts");
      Path file = Files.exists(own) ? own : directory.resolve("cacerts");
      return new Authorities(jks(Files.readAllBytes(file)), true);
    } catch (IOException e) {
      return new Authorities(List.of(), true);
    }
  }

  /** Those whose names stand in a chain: nobody else can vouch for it. */
  List<X509Certificate> namedIn(X509Certificate[] chain) {
    List<byte[]> names = new ArrayList<>();
    for (X509Certificate link : chain) {
      names.add(link.getIssuerX500Principal().getEncoded());
      names.add(link.getSubjectX500Principal().getEncoded());
    }
    List<byte[]> named = new ArrayList<>();
    for (byte[] certificate : certificates) {
      if (isOfOne(names, certificate)) {
        named.add(certificate);
      }
    }
    return understood(named);
  }

  /** Has Java load what it judges a server's certificate with. */
  void judgeOne() throws CertificateException {
    for (X509Certificate first : understood(certificates.stream().limit(1).toList())) {
      manager(List.of(first)).checkServerTrusted(new X509Certificate[] {first}, "RSA");
    }
  }

  /** Who trusts all of them. */
  synchronized X509ExtendedTrustManager all() {
    if (all == null) {
      all = areJavas ? manager((KeyStore) null) : manager(understood(certificates));
    }
    return all;
  }

  /** Who trusts these. */
  static X509ExtendedTrustManager manager(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(null, null);
      for (X509Certificate certificate : authorities) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an empty key store cannot be filled", e);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authorities);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform's trust store cannot be used", e);
    }
  }

  private static List<X509Certificate> understood(List<byte[]> certificates) {
    return certificates.stream().flatMap(der -> understood(der).stream()).toList();
  }

  /** Empty for one that Java does not understand: it must not cost the trust in all others. */
  private static Optional<X509Certificate> understood(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      InputStream in = new ByteArrayInputStream(der);
      return Optional.of((X509Certificate) factory.generateCertificate(in));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static boolean isOfOne(List<byte[]> names, byte[] certificate) {
    int from = Subject.in(certificate);
    for (byte[] name : names) {
      int to = from + name.length;
      if (from >= 0
          && to <= certificate.length
          && Arrays.equals(certificate, from, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  private static List<byte[]> jks(byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    List<byte[]> found = new ArrayList<>();
    if (in.readInt() != JKS || in.readInt() != JKS_VERSION) {
      return List.of();
    }
    for (int entries = in.readInt(); entries > 0; entries--) {
      if (in.readInt() != JKS_CERTIFICATE) {
        return List.of();
      }
      in.readUTF(); // Its alias, when it was made, and that it is of the form X.509.
      in.readLong();
      in.readUTF();
      found.add(in.readNBytes(in.readInt()));
    }
    return found;
  }

  /** Where the subject of a certificate in DER lies (RFC 5280, 4.1). */
  private static final class Subject {
    private static final byte VERSION = (byte) 0xa0;

    /** Serial number, signature algorithm, issuer and validity. */
    private static final int FIELDS_BEFORE = 4;

    private Subject() {}

    /** Where it begins; -1 if the bytes are no certificate. */
    static int in(byte[] der) {
      try {
        int at = content(der, content(der, 0));
        if (der[at] == VERSION) {
          at = end(der, at);
        }
        for (int i = 0; i < FIELDS_BEFORE; i++) {
          at = end(der, at);
        }
        return at;
      } catch (IndexOutOfBoundsException e) {
        return -1;
      }
    }

    private static int content(byte[] der, int at) {
      int length = der[at + 1];
      return at + 2 + (length < 0 ? length & 0x7f : 0);
    }

    private static int end(byte[] der, int at) {
      int start = content(der, at);
      int length = start == at + 2 ? der[at + 1] : 0;
      for (int i = at + 2; i < start; i++) {
        length = (length << 8) | (der[i] & 0xff);
      }
      return start + length;
    }
  }
}
