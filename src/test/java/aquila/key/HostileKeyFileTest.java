package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hurt: each ends soon, in a clear refusal. */
class HostileKeyFileTest {

  /** Two seconds are promised; a loaded test machine gets twice that. */
  private static final Duration SOON = Duration.ofSeconds(4);

  @TempDir Path home;

  @Test
  void refusesAPbkdf2ThatWouldTakeHours() throws Exception {
    assertEquals(KeyTrouble.COSTLY, trouble(encrypted(pbkdf2(Integer.MAX_VALUE))));
    assertEquals(KeyTrouble.COSTLY, trouble(encrypted(pbkdf2(1_000_001))));
    byte[] negative = encrypted(pbkdf2(-1));
    assertEquals(KeyTrouble.DAMAGED, trouble(negative));
  }

  @Test
  void endsSoonAtTheMostThatItDoes() throws Exception {
    assertEquals(KeyTrouble.WRONG_PASSPHRASE, trouble(encrypted(pbkdf2(1_000_000))));
  }

  @Test
  void refusesAScryptThatWouldTakeAllMemory() throws Exception {
    assertEquals(KeyTrouble.COSTLY, trouble(encrypted(scrypt(1 << 30, 8, 1))));
    assertEquals(KeyTrouble.COSTLY, trouble(encrypted(scrypt(2, Integer.MAX_VALUE, 1))));
    assertEquals(KeyTrouble.COSTLY, trouble(encrypted(scrypt(1 << 16, 8, 5))));
    assertEquals(KeyTrouble.DAMAGED, trouble(encrypted(scrypt(1000, 8, 1))));
    assertEquals(KeyTrouble.DAMAGED, trouble(encrypted(scrypt(-16, 8, 1))));
  }

  @Test
  void endsSoonAtTheLargestScrypt() throws Exception {
    assertEquals(KeyTrouble.WRONG_PASSPHRASE, trouble(encrypted(scrypt(1 << 16, 8, 4))));
  }

  @Test
  void refusesAStoreWhoseKeyIsTooCostly() throws Exception {
    assertEquals(
        KeyTrouble.COSTLY, trouble(store(new ContentInfo[] {safe(bag(Integer.MAX_VALUE))})));
  }

  @Test
  void countsTheCostOfAllKeysOfAStoreTogether() throws Exception {
    SafeBag[] bags = new SafeBag[30];
    Arrays.fill(bags, bag(900_000));
    assertTrue(
        List.of(KeyTrouble.COSTLY, KeyTrouble.WRONG_PASSPHRASE)
            .contains(trouble(store(new ContentInfo[] {safe(bags)}))));
  }

  @Test
  void refusesACostlyEncryptedSafe() throws Exception {
    AlgorithmIdentifier scheme =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
            new PKCS12PBEParams(new byte[8], Integer.MAX_VALUE));
    EncryptedData data =
        new EncryptedData(PKCSObjectIdentifiers.data, scheme, new DEROctetString(new byte[64]));
    assertEquals(
        KeyTrouble.COSTLY,
        trouble(
            store(new ContentInfo[] {new ContentInfo(PKCSObjectIdentifiers.encryptedData, data)})));
  }

  @Test
  void isNotHeldUpByAStoresChecksum() throws Exception {
    ContentInfo whole = Pfx.getInstance(KeyFixture.bytes("store.p12")).getAuthSafe();
    MacData mac =
        new MacData(
            new DigestInfo(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE),
                new byte[32]),
            new byte[8],
            Integer.MAX_VALUE);
    Path file = KeyFixture.file(home, "k.p12", new Pfx(whole, mac).getEncoded());
    KeyPassport passport =
        assertTimeoutPreemptively(SOON, () -> KeyFile.inspect(KeyFixture.source(file, "sesame")));
    assertEquals(KeyFixture.PAIR, passport.publicKeySha256());
  }

  @Test
  void survivesDeeplyNestedAsn1() throws Exception {
    byte[] nested = nested(15_000);
    assertTrouble(nested);
    assertTrouble(sequence(nested, octets(8)));
    assertTrouble(
        sequence(
            new ASN1Integer(3).getEncoded(),
            sequence(PKCSObjectIdentifiers.data.getEncoded(), nested)));
    assertTrouble(sequence(new ASN1Integer(0).getEncoded(), nested, octets(8)));
    assertTrouble(
        sequence(sequence(PKCSObjectIdentifiers.id_PBES2.getEncoded(), nested), octets(8)));
    assertTrouble(nestedIndefinite(30_000));
  }

  @Test
  void refusesMoreThan64KiB() throws Exception {
    assertEquals(KeyTrouble.TOO_LONG, trouble(new byte[64 * 1024 + 1]));
    byte[] padded = new byte[64 * 1024];
    Arrays.fill(padded, (byte) '\n');
    byte[] key = KeyFixture.bytes("pkcs8.pem");
    System.arraycopy(key, 0, padded, 0, key.length);
    assertUsable(padded);
  }

  @Test
  void endsSoonOnTextsThatTroubleSearchPatterns() throws Exception {
    for (String part :
        List.of(
            "-----BEGIN ",
            "-----BEGIN A-----",
            "# ",
            "#\n",
            "//\n;",
            "a:",
            " ",
            "BEGIN A",
            "A",
            "-----BEGIN PRIVATE KEY-----\n",
            "DEK-Info: ",
            "\\n",
            "=",
            "/",
            "; \t")) {
      assertTrouble(part.repeat(65_000 / part.length()).getBytes(StandardCharsets.US_ASCII));
      String inBlock =
          "-----BEGIN RSA PRIVATE KEY-----\n"
              + part.repeat(60_000 / part.length())
              + "\n-----END RSA PRIVATE KEY-----";
      assertTrouble(inBlock.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void endsInARefusalOnRandomBytes() throws Exception {
    Random random = new Random(20251125);
    byte[][] beginnings = {
      {},
      {0x30},
      {0x30, (byte) 0x82},
      {0x30, (byte) 0x80, 2, 1, 3},
      {0x30, 0x40, 2, 1, 3, 0x30},
      {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed, 0, 0, 0, 2},
      {'-', '-', '-', '-', '-', 'B', 'E', 'G', 'I', 'N', ' '}
    };
    for (int i = 0; i < 700; i++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      byte[] first = beginnings[i % beginnings.length];
      System.arraycopy(first, 0, bytes, 0, Math.min(first.length, bytes.length));
      assertTrouble(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.pem", "pkcs1.pem", "pkcs8.der", "pkcs1.der"})
  void endsInARefusalOrAKeyAtEveryLength(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      KeyVerdict verdict = judge(cut, "sesame");
      // Without the last letters of its END line a key is whole.
      if (verdict instanceof KeyVerdict.Usable usable) {
        assertEquals(KeyFixture.PAIR, usable.loaded().key().publicKeySha256());
        assertTrue(length > whole.length - 30, name + " cut at " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-aes256.pem", "store.p12", "keytool.jks", "certificate.der"})
  void endsInARefusalOrAKeyAtManyLengthsOfOthers(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int length = 0; length < whole.length; length += 5) {
      judge(Arrays.copyOf(whole, length), "sesame");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.der", "pkcs1.der"})
  void noFlippedBitMakesAnotherKey(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        SigningKey key = new Classification(null, new ArrayList<>()).of(flipped).open(null);
        assertEquals(KeyFixture.PAIR, key.publicKeySha256());
      } catch (UnusableKey expected) {
        assertTrue(expected.phrase().length() > 5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs8-aes256.der",
        "store.p12",
        "store-legacy.p12",
        "store-open.p12",
        "keytool.jks"
      })
  void noFlippedBitOfAnEncryptedFileMakesAnotherKey(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    char[] passphrase =
        name.equals("keytool.jks") ? "sesame1".toCharArray() : "sesame".toCharArray();
    for (int bit = 0; bit < whole.length * 8; bit += bit < 2_000 ? 13 : 127) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        SigningKey key = new Classification(null, new ArrayList<>()).of(flipped).open(passphrase);
        assertEquals(KeyFixture.PAIR, key.publicKeySha256());
      } catch (UnusableKey expected) {
        assertTrue(expected.phrase().length() > 5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8193, 16_384, 60_000})
  void refusesAModulusOfAbsurdSizeAtOnce(int bits) throws Exception {
    BigInteger n = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    BigInteger three = BigInteger.valueOf(3);
    byte[] der = new RSAPrivateKey(n, three, n, n, n, n, n, n).getEncoded();
    assertEquals(KeyTrouble.TOO_LARGE, trouble(der));
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
        assertEquals(KeyTrouble.INCONSISTENT, trouble(new DERSequence(changed).getEncoded()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 4096, 8192})
  void refusesPrimesThatAreNone(int bits) throws Exception {
    assertEquals(KeyTrouble.INCONSISTENT, trouble(compositeKey(bits)));
  }

  @Test
  void refusesARsaKeyOfThreePrimes() throws Exception {
    RSAPrivateKey good = RSAPrivateKey.getInstance(KeyFixture.bytes("pkcs1.der"));
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    for (ASN1Encodable number : ASN1Sequence.getInstance(good.toASN1Primitive())) {
      numbers.add(number);
    }
    numbers.add(new DERSequence());
    assertEquals(KeyTrouble.OTHER_ALGORITHM, trouble(new DERSequence(numbers).getEncoded()));
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

  private static KeyDerivationFunc pbkdf2(int iterations) {
    return new KeyDerivationFunc(
        PKCSObjectIdentifiers.id_PBKDF2,
        new DERSequence(
            new ASN1Encodable[] {
              new DEROctetString(new byte[8]),
              new ASN1Integer(iterations),
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE)
            }));
  }

  private static KeyDerivationFunc scrypt(int cost, int block, int lanes) {
    return new KeyDerivationFunc(
        MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[8], cost, block, lanes));
  }

  private static byte[] encrypted(KeyDerivationFunc function) throws Exception {
    return info(function).getEncoded();
  }

  private static EncryptedPrivateKeyInfo info(KeyDerivationFunc function) {
    EncryptionScheme aes =
        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
    byte[] data = new byte[64];
    new Random(4).nextBytes(data);
    return new EncryptedPrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(function, aes)),
        data);
  }

  private static SafeBag bag(int iterations) {
    return new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, info(pbkdf2(iterations)));
  }

  private static ContentInfo safe(ASN1Object... bags) throws Exception {
    return new ContentInfo(
        PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(bags).getEncoded()));
  }

  private static byte[] store(ContentInfo[] safes) throws Exception {
    return new Pfx(
            new ContentInfo(
                PKCSObjectIdentifiers.data,
                new DEROctetString(new DERSequence(safes).getEncoded())),
            null)
        .getEncoded();
  }

  private static byte[] octets(int length) throws Exception {
    return new DEROctetString(new byte[length]).getEncoded();
  }

  private static byte[] sequence(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length + 5];
    all[0] = 0x30;
    all[1] = (byte) 0x83;
    all[2] = (byte) (length >> 16);
    all[3] = (byte) (length >> 8);
    all[4] = (byte) length;
    int at = 5;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Sequences in sequences, as many as there is room for. */
  private static byte[] nested(int depth) {
    byte[] all = new byte[depth * 4];
    for (int i = 0; i < depth; i++) {
      int left = all.length - i * 4 - 4;
      all[i * 4] = 0x30;
      all[i * 4 + 1] = (byte) 0x82;
      all[i * 4 + 2] = (byte) (left >> 8);
      all[i * 4 + 3] = (byte) left;
    }
    return all;
  }

  private static byte[] nestedIndefinite(int depth) {
    byte[] all = new byte[5 + depth * 2];
    System.arraycopy(new byte[] {0x30, (byte) 0x80, 2, 1, 3}, 0, all, 0, 5);
    for (int i = 5; i < all.length; i += 2) {
      all[i] = 0x30;
      all[i + 1] = (byte) 0x80;
    }
    return all;
  }

  private void assertUsable(byte[] content) {
    assertTrue(judge(content, "sesame") instanceof KeyVerdict.Usable);
  }

  private void assertTrouble(byte[] content) {
    assertTrue(trouble(content) != null);
    byte[] base64 = Base64.getEncoder().encode(content);
    if (base64.length <= 64 * 1024) {
      assertTrue(trouble(base64) != null);
    }
  }

  private KeyTrouble trouble(byte[] content) {
    KeyVerdict verdict = judge(content, "sesame");
    assertTrue(verdict instanceof KeyVerdict.Unusable, verdict::toString);
    return ((KeyVerdict.Unusable) verdict).trouble();
  }

  private KeyVerdict judge(byte[] content, String passphrase) {
    Path file = KeyFixture.file(home, "k", content);
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            return KeyFile.judge(KeyFixture.source(file, passphrase));
          } catch (Failure e) {
            throw new AssertionError(e);
          }
        });
  }
}
