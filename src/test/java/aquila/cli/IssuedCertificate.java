package aquila.cli;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server's certificate that an authority has signed, as outside of simulators. */
record IssuedCertificate(KeyPair pair, X509Certificate certificate, X509Certificate authority) {

  /** One that was valid for a day, and that long ago. */
  static IssuedCertificate expired(String address) throws Exception {
    KeyPair issuer = keyPair();
    KeyPair pair = keyPair();
    X500Principal name = new X500Principal("CN=Authority");
    Instant now = Instant.now();
    Date yesterday = Date.from(now.minus(Duration.ofDays(1)));
    X509Certificate authority =
        signed(
            issuer,
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    yesterday,
                    Date.from(now.plus(Duration.ofDays(1))),
                    name,
                    issuer.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    X509Certificate certificate =
        signed(
            issuer,
            new JcaX509v3CertificateBuilder(
                    authority,
                    BigInteger.TWO,
                    Date.from(now.minus(Duration.ofDays(2))),
                    yesterday,
                    new X500Principal("CN=server"),
                    pair.getPublic())
                .addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, address))));
    return new IssuedCertificate(pair, certificate, authority);
  }

  /** The authority's own certificate. */
  String authorityPem() throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static KeyPair keyPair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static X509Certificate signed(KeyPair issuer, X509v3CertificateBuilder builder)
      throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate())));
  }

  SSLContext serverContext() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = new char[0];
    store.setKeyEntry(
        "server", pair.getPrivate(), none, new Certificate[] {certificate, authority});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
