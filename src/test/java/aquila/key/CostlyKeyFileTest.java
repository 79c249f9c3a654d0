package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
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
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files whose key derivation would take hours or all memory are refused; the largest that is done
 * ends soon.
 */
class CostlyKeyFileTest {
  @TempDir Path home;
  private HostileFiles files;

  @BeforeEach
  void begin() {
    files = new HostileFiles(home);
  }

  @Test
  void refusesAPbkdf2ThatWouldTakeHours() throws Exception {
    assertEquals(KeyTrouble.COSTLY, files.trouble(encrypted(pbkdf2(Integer.MAX_VALUE))));
    assertEquals(KeyTrouble.COSTLY, files.trouble(encrypted(pbkdf2(1_000_001))));
    byte[] negative = encrypted(pbkdf2(-1));
    assertEquals(KeyTrouble.DAMAGED, files.trouble(negative));
  }

  @Test
  void endsSoonAtTheMostThatItDoes() throws Exception {
    assertEquals(KeyTrouble.WRONG_PASSPHRASE, files.trouble(encrypted(pbkdf2(1_000_000))));
  }

  @Test
  void refusesAScryptThatWouldTakeAllMemory() throws Exception {
    assertEquals(KeyTrouble.COSTLY, files.trouble(encrypted(scrypt(1 << 30, 8, 1))));
    assertEquals(KeyTrouble.COSTLY, files.trouble(encrypted(scrypt(2, Integer.MAX_VALUE, 1))));
    assertEquals(KeyTrouble.COSTLY, files.trouble(encrypted(scrypt(1 << 16, 8, 5))));
    assertEquals(KeyTrouble.DAMAGED, files.trouble(encrypted(scrypt(1000, 8, 1))));
    assertEquals(KeyTrouble.DAMAGED, files.trouble(encrypted(scrypt(-16, 8, 1))));
  }

  @Test
  void endsSoonAtTheLargestScrypt() throws Exception {
    assertEquals(KeyTrouble.WRONG_PASSPHRASE, files.trouble(encrypted(scrypt(1 << 16, 8, 4))));
  }

  @Test
  void refusesAStoreWhoseKeyIsTooCostly() throws Exception {
    assertEquals(
        KeyTrouble.COSTLY, files.trouble(store(new ContentInfo[] {safe(bag(Integer.MAX_VALUE))})));
  }

  @Test
  void countsTheCostOfAllKeysOfAStoreTogether() throws Exception {
    SafeBag[] bags = new SafeBag[30];
    Arrays.fill(bags, bag(900_000));
    assertTrue(
        List.of(KeyTrouble.COSTLY, KeyTrouble.WRONG_PASSPHRASE)
            .contains(files.trouble(store(new ContentInfo[] {safe(bags)}))));
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
        files.trouble(
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
        assertTimeoutPreemptively(
            HostileFiles.SOON, () -> KeyFile.inspect(KeyFixture.source(file, "sesame")));
    assertEquals(KeyFixture.PAIR, passport.publicKeySha256());
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
}
