package aquila.crypto;

import java.security.KeyManagementException;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.conscrypt.OpenSSLContextImpl;
import org.conscrypt.OpenSSLSignature;

/**
 * Conscrypt, which is BoringSSL for Java. It is no provider that the whole process would use: its
 * classes are named one by one, because to register all that it can do takes longer than what it is
 * wanted for.
 */
public final class NativeCrypto {
  private static final Optional<Provider> SIGNATURES =
      "on".equals(System.getProperty("aquila.native")) && canBeLoaded()
          ? Optional.of(new Signatures())
          : Optional.empty();

  private NativeCrypto() {}

  /** Whether it is wanted here, by the property {@code aquila.native}, and can be loaded. */
  public static boolean isAtHand() {
    return SIGNATURES.isPresent();
  }

  /**
   * A client's context for TLS 1.2 and 1.3, for which this manager alone says who is trusted; empty
   * if it is not at hand.
   *
   * @throws KeyManagementException if it cannot be set up
   */
  public static Optional<SSLContext> tls(X509ExtendedTrustManager trust)
      throws KeyManagementException {
    if (SIGNATURES.isEmpty()) {
      return Optional.empty();
    }
    SSLContext context = new Context(new OpenSSLContextImpl.TLSv13(), SIGNATURES.get());
    // Without a list of none, it would look for a client's certificate.
    context.init(new KeyManager[0], new TrustManager[] {trust}, null);
    return Optional.of(context);
  }

  /** Who signs and verifies with RS256; empty if it is not at hand. */
  public static Optional<Provider> signatures() {
    return SIGNATURES;
  }

  private static boolean canBeLoaded() {
    try {
      new OpenSSLContextImpl.TLSv13();
      return true;
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  private static final class Context extends SSLContext {
    Context(SSLContextSpi implementation, Provider provider) {
      super(implementation, provider, "TLS");
    }
  }

  private static final class Signatures extends Provider {
    Signatures() {
      super("AquilaNative", "1", "RS256 of Conscrypt");
      put("Signature.SHA256withRSA", OpenSSLSignature.SHA256RSA.class.getName());
    }
  }
}
