package aquila.key;

import aquila.secret.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Writes a private key as PEM, open or encrypted. */
final class NewPem {

  /** A tenth of a second or so for everyone who tries a passphrase, and for each run of ours. */
  private static final int ITERATIONS = 100_000;

  private NewPem() {}

  /** PEM text with lines of 64 characters, as RFC 7468 wants them. */
  static String of(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  /** A PKCS#8 key encrypted with PBES2: PBKDF2 with HMAC-SHA256, then AES-256 in CBC mode. */
  static byte[] encrypted(byte[] pkcs8, Secret passphrase) {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[16];
    byte[] vector = new byte[16];
    random.nextBytes(salt);
    random.nextBytes(vector);
    char[] characters = passphrase.chars();
    byte[] password = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(characters);
    try {
      PKCS5S2ParametersGenerator generator =
          new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
      generator.init(password, salt, ITERATIONS);
      BlockMode aes = BlockMode.of(NISTObjectIdentifiers.id_aes256_CBC.getId());
      byte[] data =
          aes.encrypt(
              new ParametersWithIV(generator.generateDerivedParameters(aes.keyBits()), vector),
              pkcs8);
      return new EncryptedPrivateKeyInfo(scheme(salt, vector), data).getEncoded();
    } catch (IOException | UnusableKey e) {
      throw new IllegalStateException("a new key could not be encrypted", e);
    } finally {
      Arrays.fill(characters, '\0');
      Arrays.fill(password, (byte) 0);
    }
  }

  private static AlgorithmIdentifier scheme(byte[] salt, byte[] vector) {
    AlgorithmIdentifier hmac =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            new KeyDerivationFunc(
                PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ITERATIONS, hmac)),
            new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector))));
  }
}
