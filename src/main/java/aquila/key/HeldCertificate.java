package aquila.key;

import aquila.secret.Secret;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A private key together with the certificate that goes to the other side.
 *
 * <p>The two halves of a set-up: the key stays on this machine and signs; the certificate is
 * uploaded to the app in Salesforce and holds the public half, with which the signature is
 * verified. The certificate is signed by its own key, because nobody checks who issued it: it is
 * only a wrapping for the public key with a name and two dates. A key and a certificate that do not
 * come from the same pair are the most common cause of {@code invalid assertion}.
 *
 * @param key the private half
 * @param certificate the public half, wrapped
 */
public record HeldCertificate(SigningKey key, X509Certificate certificate) {

  /**
   * Makes a new pair with a self-signed certificate (SHA256withRSA, X.509 version 3).
   *
   * @param bits the size of the modulus, 2048 or more
   * @param commonName the subject and issuer
   * @param from the first moment of validity
   * @param until the last moment of validity
   * @param hosts DNS names and IP addresses to put into the certificate, for a TLS server; empty
   *     for an app's certificate
   */
  public static HeldCertificate generate(
      int bits, String commonName, Instant from, Instant until, List<String> hosts) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      return new HeldCertificate(
          SigningKey.of((RSAPrivateCrtKey) pair.getPrivate()),
          selfSigned(pair, commonName, from, until, hosts));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("a new RSA pair could not be made", e);
    }
  }

  /** The certificate as PEM text (RFC 7468). */
  public String certificatePem() {
    return pem(certificate);
  }

  /**
   * The private key as PKCS#8 PEM.
   *
   * @param passphrase encrypts it (PBES2, which OpenSSL reads from 1.0 on); empty leaves it open
   */
  public Secret privateKeyPem(Optional<Secret> passphrase) {
    byte[] der = key.privateKey().getEncoded();
    return Secret.of(
        passphrase.isEmpty()
            ? NewPem.of("PRIVATE KEY", der)
            : NewPem.of("ENCRYPTED PRIVATE KEY", NewPem.encrypted(der, passphrase.get())));
  }

  /** A TLS context that presents this certificate. */
  public SSLContext serverContext() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] none = new char[0];
      store.setKeyEntry("server", key.privateKey(), none, new X509Certificate[] {certificate});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, none);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a TLS context could not be made of a new pair", e);
    }
  }

  static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static X509Certificate selfSigned(
      KeyPair pair, String commonName, Instant from, Instant until, List<String> hosts)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    BigInteger serial = new BigInteger(127, new SecureRandom()).add(BigInteger.ONE);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name, serial, Date.from(from), Date.from(until), name, pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    if (!hosts.isEmpty()) {
      builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
    }
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static GeneralNames names(List<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(
                host ->
                    new GeneralName(
                        host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
                        host))
            .toArray(GeneralName[]::new));
  }
}
