package aquila.http;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of a test's own, and the servers that it vouches for. */
final class Authority {

  /** TLS asks the real clock, whatever the world of the test says. */
  private final Instant now = Instant.now();

  private final String name;
  private final KeyPair pair;
  private final X509Certificate certificate;
  private int serial = 1;

  Authority(String name) throws GeneralSecurityException, OperatorCreationException, IOException {
    this(name, new X500Name("CN=" + name));
  }

  private Authority(String name, X500Name ownName)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    this.name = name;
    this.pair = pair();
    this.certificate = issue(ownName, pair, now.minus(days(400)), now.plus(days(400)), true);
  }

  /** One that writes its name in another alphabet of ASN.1 than those who name it. */
  static Authority spelledOtherwise(String name)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    return new Authority(
        name, new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERPrintableString(name))}));
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** Its own certificate in a PEM file. */
  Path pem(Path directory) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    }
    return Files.writeString(directory.resolve("ca.pem"), text.toString());
  }

  /** A server whose certificate is good today. */
  SSLContext server(String... hosts) throws Exception {
    return server(-1, 1, hosts);
  }

  /** A server whose certificate holds from so many days from now until so many. */
  SSLContext server(int from, int until, String... hosts) throws Exception {
    KeyPair own = pair();
    X509Certificate leaf =
        issue(
            new X500Name("CN=the server"),
            own,
            now.plus(days(from)),
            now.plus(days(until)),
            false,
            hosts);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = new char[0];
    store.setKeyEntry("server", own.getPrivate(), none, new X509Certificate[] {leaf, certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private X509Certificate issue(
      X500Name subject,
      KeyPair own,
      Instant from,
      Instant until,
      boolean isAuthority,
      String... hosts)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + name),
            BigInteger.valueOf(serial++),
            Date.from(from),
            Date.from(until),
            subject,
            own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    if (!isAuthority) {
      // As those of Salesforce have it; the two implementations of TLS ask Java about it
      // differently.
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }
    if (hosts.length > 0) {
      GeneralName[] names = new GeneralName[hosts.length];
      for (int i = 0; i < hosts.length; i++) {
        int kind = hosts[i].matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName;
        names[i] = new GeneralName(kind, hosts[i]);
      }
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
