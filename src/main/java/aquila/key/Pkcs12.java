package aquila.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#12 store (RFC 7292): {@code .p12}, {@code .pfx}.
 *
 * <p>It is opened here and not by Java's KeyStore, which does whatever work the file asks for,
 * several times over, before anybody can look. Its checksum (MacData) is not verified: a wrong
 * passphrase shows itself when the key is opened, and a changed key when its numbers are held
 * against each other.
 */
final class Pkcs12 implements KeyContent {
  private final ContentInfo[] safes;
  private final @Nullable String alias;

  private Pkcs12(ContentInfo[] safes, @Nullable String alias) {
    this.safes = safes;
    this.alias = alias;
  }

  /** Reads the outer parts, which are in the open. */
  static Pkcs12 read(byte[] bytes, @Nullable String alias) throws UnusableKey {
    return Untrusted.attempt(
        () -> {
          ContentInfo whole = Pfx.getInstance(bytes).getAuthSafe();
          byte[] inner = ASN1OctetString.getInstance(whole.getContent()).getOctets();
          return new Pkcs12(AuthenticatedSafe.getInstance(inner).getContentInfo(), alias);
        });
  }

  @Override
  public String format() {
    return "PKCS#12";
  }

  @Override
  public boolean isEncrypted() {
    try {
      List<SafeBag> open = openBags();
      return open.stream().noneMatch(Pkcs12::isPlainKey);
    } catch (UnusableKey e) {
      return true;
    }
  }

  @Override
  public SigningKey open(char @Nullable [] passphrase) throws UnusableKey {
    if (passphrase != null) {
      return openWith(passphrase);
    }
    try {
      // Some stores are made with the empty passphrase, which nobody thinks of as one.
      return openWith(new char[0]);
    } catch (UnusableKey e) {
      if (e.trouble() != KeyTrouble.WRONG_PASSPHRASE) {
        throw e;
      }
      throw new UnusableKey(
          KeyTrouble.CLOSED_PKCS12,
          KeyTrouble.CLOSED_PKCS12.phrase(),
          "or take the key out: openssl pkcs12 -in {file} -nocerts -nodes -out {new}");
    }
  }

  private SigningKey openWith(char[] passphrase) throws UnusableKey {
    PasswordCipher cipher = new PasswordCipher(passphrase);
    List<StoredKey> keys = keysOf(openBags(), cipher);
    if (keys.isEmpty()) {
      keys = keysOf(closedBags(cipher), cipher);
    }
    return StoredKey.choose(keys, alias);
  }

  private List<SafeBag> openBags() throws UnusableKey {
    List<SafeBag> bags = new ArrayList<>();
    for (ContentInfo safe : safes) {
      if (safe.getContentType().equals(PKCSObjectIdentifiers.data)) {
        bags.addAll(
            bagsOf(Untrusted.attempt(() -> ASN1OctetString.getInstance(safe.getContent()))));
      }
    }
    return bags;
  }

  /**
   * The certificates are here, and rarely a key: so it is looked into only where none was found.
   */
  private List<SafeBag> closedBags(PasswordCipher cipher) throws UnusableKey {
    List<SafeBag> bags = new ArrayList<>();
    for (ContentInfo safe : safes) {
      if (safe.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        EncryptedData data = Untrusted.attempt(() -> EncryptedData.getInstance(safe.getContent()));
        byte[] opened =
            cipher.decrypt(data.getEncryptionAlgorithm(), data.getContent().getOctets());
        bags.addAll(bagsOf(new DEROctetString(PrivateKeyDer.opened(opened))));
      }
    }
    return bags;
  }

  private static List<SafeBag> bagsOf(ASN1OctetString contents) throws UnusableKey {
    return Untrusted.attempt(
        () -> {
          List<SafeBag> bags = new ArrayList<>();
          for (ASN1Encodable bag : ASN1Sequence.getInstance(contents.getOctets())) {
            bags.add(SafeBag.getInstance(bag));
          }
          return bags;
        });
  }

  private static List<StoredKey> keysOf(List<SafeBag> bags, PasswordCipher cipher)
      throws UnusableKey {
    List<StoredKey> keys = new ArrayList<>();
    for (SafeBag bag : bags) {
      if (isPlainKey(bag) || isClosedKey(bag)) {
        String alias = Untrusted.attempt(() -> friendlyName(bag.getBagAttributes()));
        String name = alias.isEmpty() ? String.valueOf(keys.size() + 1) : alias;
        keys.add(new StoredKey(name, () -> open(bag, cipher)));
      }
    }
    return keys;
  }

  private static byte[] open(SafeBag bag, PasswordCipher cipher) throws UnusableKey {
    byte[] der = Untrusted.attempt(() -> der(bag.getBagValue()));
    return isPlainKey(bag) ? der : EncryptedPkcs8.open(der, cipher);
  }

  private static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("what was read cannot be written", e);
    }
  }

  private static boolean isPlainKey(SafeBag bag) {
    return bag.getBagId().equals(PKCSObjectIdentifiers.keyBag);
  }

  private static boolean isClosedKey(SafeBag bag) {
    return bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag);
  }

  private static String friendlyName(@Nullable ASN1Set attributes) {
    if (attributes == null) {
      return "";
    }
    for (ASN1Encodable element : attributes) {
      Attribute attribute = Attribute.getInstance(element);
      if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName)) {
        return ASN1BMPString.getInstance(attribute.getAttributeValues()[0]).getString();
      }
    }
    return "";
  }
}
