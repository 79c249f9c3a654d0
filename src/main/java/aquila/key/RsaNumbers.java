package aquila.key;

import aquila.crypto.NativeCrypto;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.List;

/**
 * The numbers of an RSA private key (RFC 8017, appendix A.1.2), not yet believed. They are read and
 * held against each other here rather than handed to Java, whose own words for what is wrong differ
 * from version to version and tell nobody anything.
 */
final class RsaNumbers {

  /**
   * A signature with a key of this size takes most of a second where nothing is warm, and eight
   * times that with twice the bits. Nobody misses more: Salesforce takes a certificate of less than
   * 4 KB, and from 11,000 bits on none is that small.
   */
  private static final int LARGEST = 8192;

  private static final String ALGORITHM = "SHA256withRSA";

  private final BigInteger n;
  private final BigInteger e;
  private final BigInteger d;
  private final BigInteger p;
  private final BigInteger q;
  private final BigInteger dp;
  private final BigInteger dq;
  private final BigInteger inverse;

  private RsaNumbers(List<Der> numbers) {
    n = numbers.get(1).number();
    e = numbers.get(2).number();
    d = numbers.get(3).number();
    p = numbers.get(4).number();
    q = numbers.get(5).number();
    dp = numbers.get(6).number();
    dq = numbers.get(7).number();
    inverse = numbers.get(8).number();
  }

  /** Takes the numbers out of a PKCS#1 sequence. */
  static RsaNumbers of(Der pkcs1) throws UnusableKey {
    String shape = pkcs1.shape();
    if (shape.equals("IIIIIIIIIQ")) {
      throw new UnusableKey(
          KeyTrouble.OTHER_ALGORITHM, "is an RSA key of more than two primes, which Java refuses");
    }
    if (!shape.equals("IIIIIIIII")) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
    return new RsaNumbers(pkcs1.children());
  }

  /** The key that the numbers make, once it has shown that it can sign. */
  SigningKey signingKey() throws UnusableKey {
    int bits = n.bitLength();
    if (n.signum() <= 0) {
      throw new UnusableKey(KeyTrouble.INCONSISTENT);
    }
    if (bits > LARGEST) {
      throw new UnusableKey(
          KeyTrouble.TOO_LARGE,
          "is an RSA key of " + bits + " bits, and Aquila takes 8192 at most");
    }
    if (!fitTogether()) {
      throw new UnusableKey(KeyTrouble.INCONSISTENT);
    }
    if (bits < SigningKey.SMALLEST) {
      throw new UnusableKey(
          KeyTrouble.TOO_SMALL,
          "is an RSA key of " + bits + " bits, and Salesforce takes none below 2048");
    }
    try {
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA")
                  .generatePrivate(new RSAPrivateCrtKeySpec(n, e, d, p, q, dp, dq, inverse));
      Provider quick = NativeCrypto.signatures().orElse(null);
      if (quick != null && canSign(key, quick)) {
        return SigningKey.of(key, quick);
      }
      tryToSign(key, Signature.getInstance(ALGORITHM));
      return SigningKey.of(key);
    } catch (GeneralSecurityException | RuntimeException refused) {
      throw new UnusableKey(KeyTrouble.INCONSISTENT);
    }
  }

  private boolean fitTogether() {
    BigInteger one = BigInteger.ONE;
    int most = n.bitLength();
    for (BigInteger number : List.of(e, d, p, q, dp, dq, inverse)) {
      if (number.compareTo(one) < 0 || number.bitLength() > most) {
        return false;
      }
    }
    if (p.equals(one) || q.equals(one) || !p.multiply(q).equals(n)) {
      return false;
    }
    BigInteger beforeP = p.subtract(one);
    BigInteger beforeQ = q.subtract(one);
    return e.multiply(d).mod(beforeP).equals(one)
        && e.multiply(d).mod(beforeQ).equals(one)
        && d.mod(beforeP).equals(dp)
        && d.mod(beforeQ).equals(dq)
        && inverse.multiply(q).mod(p).equals(one);
  }

  private static boolean canSign(RSAPrivateCrtKey key, Provider provider) {
    try {
      tryToSign(key, Signature.getInstance(ALGORITHM, provider));
      return true;
    } catch (GeneralSecurityException | RuntimeException refused) {
      // It is stricter than Java, which has the last word.
      return false;
    }
  }

  /** Numbers can fit together without p and q being prime; whoever signs checks the work. */
  private static void tryToSign(RSAPrivateCrtKey key, Signature signature)
      throws GeneralSecurityException {
    signature.initSign(key);
    signature.update((byte) 0);
    signature.sign();
  }
}
