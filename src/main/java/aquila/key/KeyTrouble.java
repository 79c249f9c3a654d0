package aquila.key;

import java.util.List;
import java.util.Locale;

/**
 * What keeps a file from being used as the private key, each with the row of the failure catalogue
 * and the way out. In hints, {@code {file}} stands for the file's path and {@code {new}} for a new
 * name beside it, both ready for a shell.
 */
public enum KeyTrouble {
  MISSING("C19", "does not exist", "check the path, or make a pair: aquila key new {file}"),
  DIRECTORY("C19", "is a directory", "name the file in it, often server.key"),
  UNREADABLE("C19", "cannot be read"),
  CHANGEABLE("C20", "can be changed by others", "make it yours alone: chmod 600 {file}"),
  TOO_LONG("", "is longer than 64 KiB, as no key or certificate is", "check the path"),

  ENCRYPTED("K2", Thing.CLOSED, Hint.GIVE_PASSPHRASE),
  ENCRYPTED_PKCS1("K3", Thing.CLOSED, Hint.GIVE_PASSPHRASE),
  CLOSED_PKCS12("K11", Thing.CLOSED, Hint.GIVE_PASSPHRASE),
  CLOSED_JKS("K12", Thing.CLOSED, Hint.GIVE_PASSPHRASE),
  WRONG_PASSPHRASE(
      "K2",
      "cannot be opened with this passphrase",
      "check it where it comes from: AQUILA_KEY_PASSPHRASE, the file named by key-passphrase-file, or"
          + " what was typed"),
  STRANGE_ENCRYPTION(
      "K2",
      "is encrypted in a way that Aquila does not know",
      "encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in {file} -out {new}"),
  COSTLY(
      "K2",
      "asks for more work to try a passphrase than Aquila does",
      "encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in {file} -out {new}"),

  CERTIFICATE("K4", Thing.of("a certificate"), Hint.KEY_OF_PAIR),
  PUBLIC_KEY("K5", Thing.of("a public key"), Hint.KEY_OF_PAIR),
  CERTIFICATE_REQUEST("K6", Thing.of("a certificate request"), Hint.KEY_OF_PAIR),
  CERTIFICATES("K4", Thing.of("a bundle of certificates (PKCS#7)"), Hint.KEY_OF_PAIR),
  PARAMETERS("K4", Thing.of("a set of parameters for making keys"), Hint.KEY_OF_PAIR),

  EC("K7", "is an EC key, and RS256 needs an RSA key", Hint.NEW_PAIR),
  EDWARDS("K8", "is an Ed25519 key or one of its kin, and RS256 needs an RSA key", Hint.NEW_PAIR),
  RSA_PSS("K9", "is an RSA-PSS key, and RS256 needs a plain RSA key", Hint.NEW_PAIR),
  DSA("K7", "is a DSA key, and RS256 needs an RSA key", Hint.NEW_PAIR),
  DH("K7", "is a Diffie-Hellman key, and RS256 needs an RSA key", Hint.NEW_PAIR),
  OTHER_ALGORITHM("K7", "is a key of another algorithm, and RS256 needs RSA", Hint.NEW_PAIR),

  OPENSSH(
      "K10",
      "is an OpenSSH key",
      "make a new pair (simplest, as a certificate is needed too): aquila key new {new}",
      "or convert a copy of an RSA key: cp {file} {new} && ssh-keygen -p -m PEM -f {new}"),
  PUTTY(
      "K10",
      "is a PuTTY key",
      "make a new pair (simplest, as a certificate is needed too): aquila key new {new}",
      "or convert an RSA key: puttygen {file} -O private-openssh -o {new}"),
  PGP("K10", "is a PGP block", Hint.NEW_PAIR),
  JWK("K10", "is a JSON web key", "convert it to PEM, or make a new pair: aquila key new {new}"),
  ARCHIVE("K20", Thing.of("an archive"), "unpack it, and name the key file in it"),

  NO_KEY_IN_STORE("K11", "holds no private key, only certificates", Hint.KEY_OF_PAIR),
  NO_SUCH_ALIAS("K11", "holds no private key of that alias"),
  SEVERAL_ALIASES("K11", "holds several private keys"),
  OTHER_STORE(
      "K12",
      "is a JCEKS key store",
      "convert it: keytool -importkeystore -srckeystore {file} -srcstoretype jceks"
          + " -destkeystore {new}.p12 -deststoretype pkcs12"),

  UTF16(
      "K14",
      "is UTF-16 text, as PowerShell and Notepad write it",
      "save it as ASCII: (umask 077; iconv -f UTF-16 -t ASCII {file} > {new})"),
  SMART_DASHES(
      "K15",
      "has a word processor's dashes around BEGIN in place of five hyphens",
      "copy the file itself again, not its text out of a mail or a document"),
  BROKEN_ARMOUR(
      "K15",
      "has a BEGIN line that does not stand between five hyphens each",
      "copy the file itself again, not its text out of a mail or a document"),
  TRUNCATED("K17", "is cut short", Hint.COPY_AGAIN),
  DAMAGED("K17", "is damaged: what it holds is not what its format asks for", Hint.COPY_AGAIN),
  SEVERAL_KEYS(
      "K18",
      "holds several private keys",
      "keep one in the file: the key whose certificate was uploaded to the app"),
  BASE64_OF_PEM(
      "K19",
      "is the Base64 form of a whole key file",
      "decode it: (umask 077; base64 -d {file} > {new})"),
  EMPTY("K20", "is empty", Hint.COPY_AGAIN),
  ONLY_COMMENTS("K20", "holds only comments, no key", Hint.COPY_AGAIN),
  UNKNOWN_TEXT(
      "K20",
      "is a text without a private key in it",
      "check the path; the key is often server.key"),
  UNKNOWN_BINARY(
      "K20", "is no key of a known format", "check the path; the key is often server.key"),

  TOO_SMALL("K22", "is an RSA key of less than 2048 bits", Hint.NEW_PAIR),
  TOO_LARGE("K22", "is an RSA key of more than 8192 bits", Hint.NEW_PAIR),
  INCONSISTENT(
      "K17", "is an RSA key whose numbers do not fit together", Hint.COPY_AGAIN, Hint.NEW_PAIR);

  private final String row;
  private final String phrase;
  private final boolean anotherThing;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> hints;

  KeyTrouble(String row, String phrase, String... hints) {
    this(row, phrase, false, hints);
  }

  KeyTrouble(String row, Thing thing, String... hints) {
    this(row, "is " + thing.noun(), true, hints);
  }

  KeyTrouble(String row, String phrase, boolean anotherThing, String... hints) {
    this.row = row;
    this.phrase = phrase;
    this.anotherThing = anotherThing;
    this.hints = List.of(hints);
  }

  /** What a PEM block is that holds no private key, by the words of its BEGIN line. */
  static KeyTrouble ofLabel(String label) {
    if (label.endsWith("CERTIFICATE REQUEST")) {
      return CERTIFICATE_REQUEST;
    }
    if (label.endsWith("CERTIFICATE")) {
      return CERTIFICATE;
    }
    if (label.startsWith("PGP ")) {
      return PGP;
    }
    if (label.endsWith("PUBLIC KEY")) {
      return PUBLIC_KEY;
    }
    if (label.endsWith("PARAMETERS")) {
      return PARAMETERS;
    }
    return label.equals("PKCS7") || label.equals("CMS") ? CERTIFICATES : UNKNOWN_TEXT;
  }

  /** Our stable name, for example {@code key.encrypted}. */
  public String id() {
    return id(name());
  }

  static String id(String constant) {
    return "key." + constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The row of the failure catalogue, or an empty text where it has none. */
  public String row() {
    return row;
  }

  /** What the file is or does, to be read after its name. */
  public String phrase() {
    return phrase;
  }

  /** Whether the file is sound, but not a private key at all. */
  boolean isAnotherThing() {
    return anotherThing;
  }

  /** Whether a passphrase would open it. */
  boolean isClosed() {
    return phrase.equals(Thing.CLOSED);
  }

  /** What to do, with {@code {file}} and {@code {new}} as they stand in the table. */
  public List<String> hints() {
    return hints;
  }

  private record Thing(String noun) {
    static final String CLOSED = "is encrypted, and no passphrase was given";

    static Thing of(String noun) {
      return new Thing(noun);
    }
  }

  /** Advice that several troubles share. */
  private static final class Hint {
    static final String KEY_OF_PAIR =
        "write as key-path the private key that was made with it, often server.key; the certificate"
            + " belongs to the app in Salesforce";
    static final String GIVE_PASSPHRASE =
        "set AQUILA_KEY_PASSPHRASE, or let key-passphrase-file name a file that holds it";
    static final String NEW_PAIR =
        "make an RSA pair: aquila key new {new}; upload its certificate to the app in Salesforce, and"
            + " write {new} as key-path";
    static final String COPY_AGAIN =
        "copy the whole file again, from its BEGIN line to its END line";

    private Hint() {}
  }
}
