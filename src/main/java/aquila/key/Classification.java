package aquila.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is before anything is decoded: by its first bytes, its armour, the outline of
 * its DER and the algorithm it names. Java answers an encrypted key, a public key, a certificate
 * and a request with one and the same message; here each has its own.
 */
final class Classification {
  private static final String RSA = "2a864886f70d010101";

  private static final Map<String, KeyTrouble> ALGORITHMS =
      Map.of(
          "2a864886f70d01010a", KeyTrouble.RSA_PSS,
          "2a8648ce3d0201", KeyTrouble.EC,
          "2b6570", KeyTrouble.EDWARDS,
          "2b6571", KeyTrouble.EDWARDS,
          "2b656e", KeyTrouble.EDWARDS,
          "2b656f", KeyTrouble.EDWARDS,
          "2a8648ce380401", KeyTrouble.DSA,
          "2a8648ce3e0201", KeyTrouble.DH,
          "2a864886f70d010301", KeyTrouble.DH);

  private static final Pattern DASHED_BEGIN = Pattern.compile("(?m)^(.{0,10}?)\\s*BEGIN [A-Z]");

  private final @Nullable String alias;
  private final List<KeyNotice> notices;

  /**
   * A classification for one file.
   *
   * @param alias which key of a store is wanted, or null
   * @param notices receives each oddity that is put up with
   */
  Classification(@Nullable String alias, List<KeyNotice> notices) {
    this.alias = alias;
    this.notices = notices;
  }

  /** What the bytes of a file hold. */
  KeyContent of(byte[] file) throws UnusableKey {
    byte[] bytes = file;
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      notices.add(KeyNotice.of(KeyOddity.BYTE_ORDER_MARK));
      bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
    }
    if (isUtf16(bytes)) {
      throw new UnusableKey(KeyTrouble.UTF16);
    }
    return PemText.isText(bytes) ? ofText(PemText.of(bytes)) : ofBinary(bytes);
  }

  private KeyContent ofText(PemText text) throws UnusableKey {
    List<PemText.Block> blocks = text.blocks();
    List<PemText.Block> keys = blocks.stream().filter(PemText.Block::isPrivateKey).toList();
    if (keys.size() > 1) {
      throw new UnusableKey(
          KeyTrouble.SEVERAL_KEYS, "holds " + keys.size() + " private keys, and one is wanted");
    }
    if (keys.size() == 1) {
      return ofBlock(keys.get(0));
    }
    if (!blocks.isEmpty()) {
      throw new UnusableKey(KeyTrouble.ofLabel(blocks.get(0).label()));
    }
    return ofBareText(text);
  }

  private KeyContent ofBlock(PemText.Block block) throws UnusableKey {
    if (block.label().startsWith("OPENSSH ")) {
      throw new UnusableKey(KeyTrouble.OPENSSH);
    }
    if (!block.complete()) {
      throw new UnusableKey(KeyTrouble.TRUNCATED);
    }
    if (block.hasSpelledLineEnds()) {
      notices.add(KeyNotice.of(KeyOddity.SPELLED_LINE_ENDS));
    }
    if (block.body().isBlank()) {
      throw new UnusableKey(KeyTrouble.EMPTY, "has nothing between its BEGIN and END lines");
    }
    byte[] bytes = block.bytes().orElseThrow(() -> new UnusableKey(KeyTrouble.DAMAGED));
    return block.hasCipherHeader() ? ofCipherBlock(block, bytes) : ofDer(bytes, "PEM");
  }

  private static KeyContent ofCipherBlock(PemText.Block block, byte[] bytes) throws UnusableKey {
    switch (block.label()) {
      case "EC PRIVATE KEY" -> throw new UnusableKey(KeyTrouble.EC);
      case "DSA PRIVATE KEY" -> throw new UnusableKey(KeyTrouble.DSA);
      default -> {
        String[] cipher = block.cipher().orElseThrow(() -> new UnusableKey(KeyTrouble.DAMAGED));
        return new EncryptedPkcs1(cipher[0], cipher[1], bytes);
      }
    }
  }

  private KeyContent ofBareText(PemText pem) throws UnusableKey {
    String text = pem.text().strip();
    if (text.isEmpty()) {
      throw new UnusableKey(KeyTrouble.EMPTY);
    }
    if (text.lines().map(String::strip).allMatch(Classification::isComment)) {
      throw new UnusableKey(KeyTrouble.ONLY_COMMENTS);
    }
    if (text.startsWith("PuTTY-User-Key-File-")) {
      throw new UnusableKey(KeyTrouble.PUTTY);
    }
    if (text.startsWith("ssh-") || text.startsWith("ecdsa-sha2-")) {
      throw new UnusableKey(KeyTrouble.PUBLIC_KEY);
    }
    if (text.startsWith("{") && text.contains("\"kty\"")) {
      throw new UnusableKey(KeyTrouble.JWK);
    }
    var begin = DASHED_BEGIN.matcher(text);
    if (begin.find() && !begin.group(1).equals("-----")) {
      boolean typed = begin.group(1).chars().allMatch(c -> c < 0x80);
      throw new UnusableKey(typed ? KeyTrouble.BROKEN_ARMOUR : KeyTrouble.SMART_DASHES);
    }
    if (text.startsWith("-") || text.contains("-----END")) {
      throw new UnusableKey(KeyTrouble.TRUNCATED);
    }
    byte[] decoded = pem.base64().orElseThrow(() -> new UnusableKey(KeyTrouble.UNKNOWN_TEXT));
    if (new String(decoded, StandardCharsets.ISO_8859_1).contains("-----BEGIN")) {
      throw new UnusableKey(KeyTrouble.BASE64_OF_PEM);
    }
    if (!startsWith(decoded, Der.SEQUENCE)) {
      throw new UnusableKey(KeyTrouble.UNKNOWN_TEXT);
    }
    return ofDer(decoded, "Base64");
  }

  private KeyContent ofBinary(byte[] bytes) throws UnusableKey {
    if (startsWith(bytes, 0xfe, 0xed, 0xfe, 0xed)) {
      return new Jks(bytes, alias);
    }
    if (startsWith(bytes, 0xce, 0xce, 0xce, 0xce)) {
      throw new UnusableKey(KeyTrouble.OTHER_STORE);
    }
    if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0x1f, 0x8b)) {
      throw new UnusableKey(KeyTrouble.ARCHIVE);
    }
    if (startsWith(bytes, 0x30, 0x80, 0x02, 0x01, 0x03)) {
      return Pkcs12.read(bytes, alias);
    }
    if (startsWith(bytes, Der.SEQUENCE)) {
      return ofDer(bytes, "DER");
    }
    throw new UnusableKey(KeyTrouble.UNKNOWN_BINARY);
  }

  /**
   * What DER holds, by the outline of its outermost sequence.
   *
   * @param wrapping how the DER was wrapped: the last word of the format's name
   */
  KeyContent ofDer(byte[] bytes, String wrapping) throws UnusableKey {
    Optional<Der> read = Der.read(bytes, 0);
    if (read.isEmpty()) {
      throw new UnusableKey(Der.isCutShort(bytes) ? KeyTrouble.TRUNCATED : KeyTrouble.DAMAGED);
    }
    Der der = read.get();
    if (!der.is(Der.SEQUENCE)) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
    if (der.end() < bytes.length) {
      notices.add(KeyNotice.of(KeyOddity.TRAILING_BYTES));
    }
    String shape = der.shape();
    if (shape.startsWith("IQO")) {
      return new PlainKey("PKCS#8 " + wrapping, pkcs8(der));
    }
    if (shape.startsWith("IIIIIIIII")) {
      return new PlainKey("PKCS#1 " + wrapping, RsaNumbers.of(der));
    }
    if (shape.equals("QO")) {
      return new EncryptedPkcs8(wrapping, bytes);
    }
    if (shape.startsWith("IQ") && der.children().get(0).hex().equals("03")) {
      return Pkcs12.read(bytes, alias);
    }
    throw new UnusableKey(anotherThing(der, shape));
  }

  private static RsaNumbers pkcs8(Der der) throws UnusableKey {
    List<Der> parts = der.children();
    List<Der> algorithm = parts.get(1).children();
    if (algorithm.isEmpty() || !algorithm.get(0).is(Der.OBJECT_ID)) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
    String name = algorithm.get(0).hex();
    if (!name.equals(RSA)) {
      throw new UnusableKey(ALGORITHMS.getOrDefault(name, KeyTrouble.OTHER_ALGORITHM));
    }
    Optional<Der> pkcs1 = Der.read(parts.get(2).content(), 0);
    if (pkcs1.isEmpty() || !pkcs1.get().is(Der.SEQUENCE)) {
      throw new UnusableKey(KeyTrouble.DAMAGED);
    }
    return RsaNumbers.of(pkcs1.get());
  }

  private static KeyTrouble anotherThing(Der der, String shape) {
    switch (shape) {
      case "QB", "II" -> {
        return KeyTrouble.PUBLIC_KEY;
      }
      case "IIIIII" -> {
        return KeyTrouble.DSA;
      }
      case "DC" -> {
        return KeyTrouble.CERTIFICATES;
      }
      case "QQB" -> {
        // A request's inner part is a number, a name, a key and maybe attributes; a certificate's
        // has at least an algorithm and dates more.
        String inner = der.children().get(0).shape();
        boolean request = inner.equals("IQQ") || inner.equals("IQQC");
        return request ? KeyTrouble.CERTIFICATE_REQUEST : KeyTrouble.CERTIFICATE;
      }
      default -> {
        return shape.startsWith("IO") ? KeyTrouble.EC : KeyTrouble.DAMAGED;
      }
    }
  }

  private static boolean isComment(String line) {
    return line.isEmpty() || line.startsWith("#") || line.startsWith(";") || line.startsWith("//");
  }

  private static boolean isUtf16(byte[] bytes) {
    return startsWith(bytes, 0xff, 0xfe)
        || startsWith(bytes, 0xfe, 0xff)
        || startsWith(bytes, '-', 0, '-', 0)
        || startsWith(bytes, 0, '-', 0, '-');
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
