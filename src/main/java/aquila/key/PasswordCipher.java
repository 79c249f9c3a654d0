package aquila.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S1ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Opens what was encrypted with a passphrase, in every way that OpenSSL and Java write: PBES2 with
 * PBKDF2 or scrypt, the older PBES1 and PKCS#12 schemes (RFC 8018, RFC 7914, RFC 7292), and
 * OpenSSL's own of before.
 *
 * <p>A file says itself how much work a try of the passphrase shall cost. One that asks for years
 * is refused, and all that one file asks for is counted together.
 */
final class PasswordCipher {

  /** What one file may cost in all: about a second. OpenSSL's own files have 2048. */
  private static final int MOST_ITERATIONS = 1_000_000;

  private static final int MOST_SCRYPT_BYTES = 64 * 1024 * 1024;
  private static final int MOST_SCRYPT_WORK = 1 << 21;

  private final char[] passphrase;
  private int iterationsLeft = MOST_ITERATIONS;

  /** A cipher with this passphrase, which the caller wipes. */
  PasswordCipher(char[] passphrase) {
    this.passphrase = passphrase;
  }

  /** Opens what names its scheme by an algorithm identifier. */
  byte[] decrypt(AlgorithmIdentifier scheme, byte[] data) throws UnusableKey {
    String name = scheme.getAlgorithm().getId();
    return Untrusted.attempt(
        () ->
            switch (name) {
              case "1.2.840.113549.1.5.13" -> pbes2(scheme, data);
              case "1.2.840.113549.1.5.3" -> pbes1(new MD5Digest(), BlockMode.DES, scheme, data);
              case "1.2.840.113549.1.5.6" -> pbes1(new MD5Digest(), BlockMode.RC2_64, scheme, data);
              case "1.2.840.113549.1.5.10" -> pbes1(new SHA1Digest(), BlockMode.DES, scheme, data);
              case "1.2.840.113549.1.5.11" ->
                  pbes1(new SHA1Digest(), BlockMode.RC2_64, scheme, data);
              case "1.2.840.113549.1.12.1.3" -> pkcs12(BlockMode.DES3, scheme, data);
              case "1.2.840.113549.1.12.1.4" -> pkcs12(BlockMode.DES2, scheme, data);
              case "1.2.840.113549.1.12.1.5" -> pkcs12(BlockMode.RC2_128, scheme, data);
              case "1.2.840.113549.1.12.1.6" -> pkcs12(BlockMode.RC2_40, scheme, data);
              default -> throw new UnusableKey(KeyTrouble.STRANGE_ENCRYPTION);
            });
  }

  /** Opens the old form of OpenSSL, whose key is one MD5 over passphrase and vector. */
  byte[] decryptOld(String cipher, String vector, byte[] data) throws UnusableKey {
    BlockMode mode = BlockMode.of(cipher);
    return Untrusted.attempt(
        () -> {
          byte[] iv = HexFormat.of().parseHex(vector);
          OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator();
          CipherParameters key =
              withPassphrase(
                  password -> {
                    generator.init(password, Arrays.copyOf(iv, 8));
                    return generator.generateDerivedParameters(mode.keyBits());
                  });
          return mode.decrypt(new ParametersWithIV(key, iv), data);
        });
  }

  private byte[] pbes2(AlgorithmIdentifier scheme, byte[] data) throws UnusableKey {
    PBES2Parameters parameters = PBES2Parameters.getInstance(scheme.getParameters());
    BlockMode mode = BlockMode.of(parameters.getEncryptionScheme().getAlgorithm().getId());
    byte[] vector =
        ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters()).getOctets();
    KeyDerivationFunc function = parameters.getKeyDerivationFunc();
    CipherParameters key =
        switch (function.getAlgorithm().getId()) {
          case "1.2.840.113549.1.5.12" ->
              pbkdf2(PBKDF2Params.getInstance(function.getParameters()), mode);
          case "1.3.6.1.4.1.11591.4.11" ->
              scrypt(ScryptParams.getInstance(function.getParameters()), mode);
          default -> throw new UnusableKey(KeyTrouble.STRANGE_ENCRYPTION);
        };
    return mode.decrypt(new ParametersWithIV(key, vector), data);
  }

  private CipherParameters pbkdf2(PBKDF2Params parameters, BlockMode mode) throws UnusableKey {
    int iterations = spend(parameters.getIterationCount());
    Digest digest =
        switch (parameters.getPrf().getAlgorithm().getId()) {
          case "1.2.840.113549.2.7" -> new SHA1Digest();
          case "1.2.840.113549.2.8" -> new SHA224Digest();
          case "1.2.840.113549.2.9" -> SHA256Digest.newInstance();
          case "1.2.840.113549.2.10" -> new SHA384Digest();
          case "1.2.840.113549.2.11" -> new SHA512Digest();
          default -> throw new UnusableKey(KeyTrouble.STRANGE_ENCRYPTION);
        };
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest);
    return withPassphrase(
        password -> {
          generator.init(password, parameters.getSalt(), iterations);
          return generator.generateDerivedParameters(mode.keyBits());
        });
  }

  private CipherParameters scrypt(ScryptParams parameters, BlockMode mode) throws UnusableKey {
    BigInteger cost = parameters.getCostParameter();
    BigInteger block = parameters.getBlockSize();
    BigInteger lanes = parameters.getParallelizationParameter();
    BigInteger memory = cost.multiply(block).multiply(BigInteger.valueOf(128));
    if (memory.compareTo(BigInteger.valueOf(MOST_SCRYPT_BYTES)) > 0
        || cost.multiply(block).multiply(lanes).compareTo(BigInteger.valueOf(MOST_SCRYPT_WORK))
            > 0) {
      throw new UnusableKey(KeyTrouble.COSTLY);
    }
    // The whole budget at once: a file has no honest reason for a second one.
    spend(BigInteger.valueOf(MOST_ITERATIONS));
    return withPassphrase(
        password ->
            new KeyParameter(
                SCrypt.generate(
                    password,
                    parameters.getSalt(),
                    cost.intValueExact(),
                    block.intValueExact(),
                    lanes.intValueExact(),
                    mode.keyBits() / 8)));
  }

  private byte[] pbes1(Digest digest, BlockMode mode, AlgorithmIdentifier scheme, byte[] data)
      throws UnusableKey {
    PBEParameter parameters = PBEParameter.getInstance(scheme.getParameters());
    int iterations = spend(parameters.getIterationCount());
    PKCS5S1ParametersGenerator generator = new PKCS5S1ParametersGenerator(digest);
    CipherParameters key =
        withPassphrase(
            password -> {
              generator.init(password, parameters.getSalt(), iterations);
              return generator.generateDerivedParameters(mode.keyBits(), 64);
            });
    return mode.decrypt(key, data);
  }

  private byte[] pkcs12(BlockMode mode, AlgorithmIdentifier scheme, byte[] data)
      throws UnusableKey {
    PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(scheme.getParameters());
    int iterations = spend(parameters.getIterations());
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
    byte[] password = PBEParametersGenerator.PKCS12PasswordToBytes(passphrase);
    // The empty passphrase is two zero bytes for OpenSSL and Java: the end of an empty text.
    generator.init(password.length == 0 ? new byte[2] : password, parameters.getIV(), iterations);
    CipherParameters key = generator.generateDerivedParameters(mode.keyBits(), 64);
    Arrays.fill(password, (byte) 0);
    return mode.decrypt(key, data);
  }

  private int spend(BigInteger iterations) throws UnusableKey {
    if (iterations.signum() <= 0) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
    if (iterations.compareTo(BigInteger.valueOf(iterationsLeft)) > 0) {
      throw new UnusableKey(KeyTrouble.COSTLY);
    }
    iterationsLeft -= iterations.intValueExact();
    return iterations.intValueExact();
  }

  private interface Derivation {
    CipherParameters with(byte[] password);
  }

  private CipherParameters withPassphrase(Derivation derivation) {
    byte[] password = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(passphrase);
    try {
      return derivation.with(password);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }
}
