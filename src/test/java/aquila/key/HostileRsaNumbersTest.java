package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose numbers are absurd, or do not fit together. */
class HostileRsaNumbersTest {
  private HostileFiles files;

  @BeforeEach
  void begin(@TempDir Path home) {
    files = new HostileFiles(home);
  }

  @ParameterizedTest
  @ValueSource(ints = {8193, 16_384, 60_000})
  void refusesAModulusOfAbsurdSizeAtOnce(int bits) throws Exception {
    BigInteger n = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    BigInteger three = BigInteger.valueOf(3);
    byte[] der = new RSAPrivateKey(n, three, n, n, n, n, n, n).getEncoded();
    assertEquals(KeyTrouble.TOO_LARGE, files.trouble(der));
  }

  @Test
  void refusesNumbersThatDoNotFitTogether() throws Exception {
    RSAPrivateKey good = RSAPrivateKey.getInstance(KeyFixture.bytes("pkcs1.der"));
    for (int i = 1; i < 9; i++) {
      ASN1EncodableVector numbers = new ASN1EncodableVector();
      for (ASN1Encodable number : ASN1Sequence.getInstance(good.toASN1Primitive())) {
        numbers.add(number);
      }
      ASN1Encodable[] changed = new ASN1Encodable[9];
      for (int k = 0; k < 9; k++) {
        changed[k] = numbers.get(k);
      }
      for (BigInteger other :
          List.of(
              ASN1Integer.getInstance(changed[i]).getValue().add(BigInteger.TWO),
              BigInteger.ZERO,
              BigInteger.ONE,
              BigInteger.ONE.negate())) {
        changed[i] = new ASN1Integer(other);
        assertEquals(KeyTrouble.INCONSISTENT, files.trouble(new DERSequence(changed).getEncoded()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 4096, 8192})
  void refusesPrimesThatAreNone(int bits) throws Exception {
    assertEquals(KeyTrouble.INCONSISTENT, files.trouble(compositeKey(bits)));
  }

  @Test
  void refusesARsaKeyOfThreePrimes() throws Exception {
    RSAPrivateKey good = RSAPrivateKey.getInstance(KeyFixture.bytes("pkcs1.der"));
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    for (ASN1Encodable number : ASN1Sequence.getInstance(good.toASN1Primitive())) {
      numbers.add(number);
    }
    numbers.add(new DERSequence());
    assertEquals(KeyTrouble.OTHER_ALGORITHM, files.trouble(new DERSequence(numbers).getEncoded()));
  }

  /** A key whose numbers all fit, but whose p and q are products. */
  private static byte[] compositeKey(int bits) throws Exception {
    Random random = new Random(bits);
    BigInteger e = BigInteger.valueOf(65_537);
    BigInteger p = composite(bits / 2, e, random);
    BigInteger q = composite(bits / 2, e, random);
    while (!p.gcd(q).equals(BigInteger.ONE)) {
      q = composite(bits / 2, e, random);
    }
    BigInteger one = BigInteger.ONE;
    BigInteger p1 = p.subtract(one);
    BigInteger q1 = q.subtract(one);
    BigInteger d = e.modInverse(p1.multiply(q1).divide(p1.gcd(q1)));
    return new RSAPrivateKey(p.multiply(q), e, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))
        .getEncoded();
  }

  private static BigInteger composite(int bits, BigInteger e, Random random) {
    while (true) {
      BigInteger n = new BigInteger(bits, random).setBit(bits - 1).setBit(bits - 2).setBit(0);
      boolean inverts = n.subtract(BigInteger.ONE).gcd(e).equals(BigInteger.ONE);
      if (inverts && !n.isProbablePrime(5)) {
        return n;
      }
    }
  }
}
