package aquila.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom this system trusts, and who of them is asked about a server. */
class AuthoritiesTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static Authority first;
  private static Authority second;

  @TempDir Path home;

  @BeforeAll
  static void makeAuthorities() throws Exception {
    first = new Authority("first");
    second = new Authority("second");
  }

  @Test
  void whoIsInTheBundleIsTrusted() throws Exception {
    assertEquals(List.of("CN=first", "CN=second"), all(bundle(pem(first) + pem(second))));
  }

  @Test
  void remarksAndOtherEndsOfLinesChangeNothing() throws Exception {
    String bundle =
        "# An authority\nIssuer: first\n" + pem(first).replace("\n", "\r\n") + "\n" + pem(second);
    assertEquals(List.of("CN=first", "CN=second"), all(bundle(bundle)));
  }

  @Test
  void aFileOfWindowsAndAnOldMarkerAreCertificatesToo() throws Exception {
    String old = pem(second).replace("CERTIFICATE", "X509 CERTIFICATE");
    String bundle = pem(first) + "\ufeff" + old + "\ufeff\n\ufeff";
    assertEquals(List.of("CN=first", "CN=second"), all(bundle(bundle)));
  }

  @Test
  void base64MayBeWrittenInOtherShapes() throws Exception {
    String oneLine = pem(first).replaceAll("([A-Za-z0-9+/=])\n(?!-)", "$1");
    String unevenWithBlanks = pem(second).replaceAll("(?m)^([A-Za-z0-9+/]{30})", " $1 \n");
    String bundle = oneLine + unevenWithBlanks.replace("=", "").stripTrailing();
    assertEquals(List.of("CN=first", "CN=second"), all(bundle(bundle)));
  }

  @Test
  void oneThatCannotBeReadCostsNoOther() throws Exception {
    String broken = pem(first).replaceFirst("\n[A-Za-z0-9+/]{20}", "\nAAAAAAAAAAAAAAAAAAAA");
    String noBase64 = "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n";
    String empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    String cutShort = "-----BEGIN CERTIFICATE-----\nMIIB";
    Authorities bundle = bundle(broken + noBase64 + empty + pem(second) + cutShort);
    assertEquals(List.of("CN=second"), all(bundle));
    assertEquals(List.of("CN=second"), named(bundle, second));
    assertEquals(List.of(), named(bundle, first));
  }

  @Test
  void aBundleWithoutAuthoritiesIsAMistake() {
    assertThrows(IOException.class, () -> bundle("nothing"));
  }

  @Test
  void onlyThoseThatTheChainNamesAreAsked() throws Exception {
    Authorities bundle = bundle(pem(first) + pem(second));
    assertEquals(List.of("CN=second"), named(bundle, second));
    assertEquals(List.of(), named(bundle, new Authority("third")));
    shakeHands(bundle, first);
    shakeHands(bundle, second);
    assertThrows(SSLHandshakeException.class, () -> shakeHands(bundle(pem(first)), second));
  }

  @Test
  void aNameSpelledOtherwiseIsTheSameName() throws Exception {
    Authority other = Authority.spelledOtherwise("second");
    Authorities bundle = bundle(pem(first) + pem(other));
    assertEquals(List.of(), named(bundle, second), "not by its bytes");
    shakeHands(bundle, other);
    assertThrows(SSLHandshakeException.class, () -> shakeHands(bundle, second));
  }

  @Test
  void namesakesAreAllAsked() throws Exception {
    Authorities bundle = bundle(pem(new Authority("first")) + pem(first));
    assertEquals(List.of("CN=first", "CN=first"), named(bundle, first));
    shakeHands(bundle, first);
  }

  @Test
  void theFileOfAJavaIsUnderstood() throws Exception {
    keep("cacerts", "JKS", first, second);
    Authorities java = Authorities.ofJava(home);
    assertEquals(List.of("CN=first"), named(java, first));
    shakeHands(java, second);
  }

  @Test
  void aJavasOwnAuthoritiesComeFirst() throws Exception {
    keep("cacerts", "JKS", first);
    keep("jssecacerts", "JKS", second);
    assertEquals(List.of(), named(Authorities.ofJava(home), first));
    assertEquals(List.of("CN=second"), named(Authorities.ofJava(home), second));
  }

  @Test
  void whatOnlyJavaCanReadIsLeftToIt() throws Exception {
    List<String> usual = all(Authorities.ofJava(home.resolve("nowhere")));
    keep("cacerts", "PKCS12", first);
    assertEquals(List.of(), named(Authorities.ofJava(home), first));
    assertEquals(usual, all(Authorities.ofJava(home)));
    keyInStead();
    assertEquals(List.of(), named(Authorities.ofJava(home), first));
    Path file = home.resolve("lib/security/cacerts");
    keep("cacerts", "JKS", first);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 20));
    assertEquals(List.of(), named(Authorities.ofJava(home), first));
  }

  @Test
  void everyAuthorityOfThisJavaIsFoundByItsName() {
    Authorities java = Authorities.ofJava(Path.of(System.getProperty("java.home")));
    X509Certificate[] all = java.all().getAcceptedIssuers();
    assumeFalse(java.namedIn(all).isEmpty(), "this Java keeps them in another form");
    for (X509Certificate one : all) {
      List<X509Certificate> named = java.namedIn(new X509Certificate[] {one});
      assertEquals(1, named.stream().filter(one::equals).count(), one::toString);
    }
  }

  private Authorities bundle(String text) throws IOException {
    return Authorities.ofPem(Files.writeString(home.resolve("bundle.pem"), text));
  }

  private String pem(Authority authority) throws IOException {
    return Files.readString(authority.pem(home));
  }

  private void keep(String name, String form, Authority... authorities) throws Exception {
    KeyStore store = KeyStore.getInstance(form);
    store.load(null, null);
    for (Authority authority : authorities) {
      store.setCertificateEntry("authority-" + store.size(), authority.certificate());
    }
    write(store, name);
  }

  /** A private key among them: a file that somebody has made for something else. */
  private void keyInStead() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    Certificate[] chain = {first.certificate()};
    store.setKeyEntry("key", pair.getPrivate(), PASSWORD, chain);
    write(store, "cacerts");
  }

  private void write(KeyStore store, String name) throws Exception {
    Path directory = Files.createDirectories(home.resolve("lib/security"));
    try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
      store.store(out, PASSWORD);
    }
  }

  private static List<String> all(Authorities authorities) {
    X509ExtendedTrustManager all = authorities.all();
    assertArrayEquals(all.getAcceptedIssuers(), authorities.all().getAcceptedIssuers());
    return names(List.of(all.getAcceptedIssuers()).stream());
  }

  private static List<String> named(Authorities authorities, Authority authority) {
    X509Certificate[] chain = {authority.certificate()};
    return names(authorities.namedIn(chain).stream());
  }

  private static List<String> names(Stream<X509Certificate> certificates) {
    return certificates
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .sorted()
        .toList();
  }

  /** With a server that this authority vouches for. */
  private static void shakeHands(Authorities trusted, Authority authority) throws Exception {
    Trust trust = new Trust(null, () -> trusted);
    try (RawServer server =
            RawServer.tls(authority.server("localhost"), RawServer.json(200, "{}"));
        SSLSocket socket = (SSLSocket) trust.sockets().createSocket("localhost", server.port())) {
      socket.startHandshake();
    }
  }
}
