package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.KeyFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate's file: what it is, and whether it is the key's mate. */
class CertificateFileTest {

  @TempDir Path home;

  @Test
  void readsPemAndDer() throws KeyFailure {
    CertificateFile pem = read(KeyFixture.bytes("certificate.pem"));
    CertificateFile der = read(KeyFixture.bytes("certificate.der"));
    assertEquals(pem.certificate(), der.certificate());
    assertEquals(KeyFixture.bytes("certificate.pem").length, pem.bytes());
    assertTrue(pem.notBefore().isBefore(pem.notAfter()));
    assertEquals(2048, pem.publicKey().orElseThrow().getModulus().bitLength());
  }

  @Test
  void readsACertificateWithDirtAround() throws KeyFailure {
    String pem = KeyFixture.text("certificate.pem");
    for (String text :
        List.of(
            "\ufeff" + pem,
            pem.replace("\n", "\r\n"),
            "subject=CN = aquila\n" + pem + "the end",
            KeyFixture.text("pkcs8.pem") + pem,
            pem.replace("\n", "\\n"),
            pem.replaceAll("-----[^-]*-----", ""),
            pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE"))) {
      assertEquals(
          "CN=aquila-test",
          read(text.getBytes(StandardCharsets.UTF_8))
              .certificate()
              .getSubjectX500Principal()
              .getName());
    }
  }

  @Test
  void knowsItsMate() throws Failure {
    CertificateFile certificate = read(KeyFixture.bytes("certificate.pem"));
    Path mate = KeyFixture.file(home, "mate", KeyFixture.bytes("pkcs1.pem"));
    assertTrue(certificate.matches(KeyFile.load(KeyFixture.source(mate)).key()));
    Instant now = Instant.parse("2025-11-25T00:00:00Z");
    HeldCertificate other =
        HeldCertificate.generate(2048, "x", now, now.plus(Duration.ofDays(1)), List.of());
    assertFalse(certificate.matches(other.key()));
    CertificateFile its = read(other.certificatePem().getBytes(StandardCharsets.US_ASCII));
    assertTrue(its.matches(other.key()));
    assertEquals(now, its.notBefore());
    assertEquals(now.plus(Duration.ofDays(1)), its.notAfter());
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs8.pem, 'is a private key, not a certificate'",
    "pkcs8-aes256.pem, 'is a private key, not a certificate'",
    "pkcs1.der, 'is a private key, not a certificate'",
    "request.pem, 'is a certificate request, not a certificate'",
    "public.pem, 'is a public key, not a certificate'",
    "chain.p7b, 'is a bundle of certificates (PKCS#7), not a certificate'",
    "README.md, holds no certificate",
  })
  void namesWhatElseTheFileIs(String name, String phrase) {
    assertRefused(phrase, KeyFixture.bytes(name));
  }

  @Test
  void refusesAnEmptyADamagedAndALongFile() {
    assertRefused("is empty", new byte[0]);
    byte[] der = KeyFixture.bytes("certificate.der");
    assertRefused("is cut short", Arrays.copyOf(der, 100));
    assertRefused("is longer than 64 KiB", new byte[64 * 1024 + 1]);
    String pem = KeyFixture.text("certificate.pem");
    assertRefused(
        "is a damaged certificate", pem.substring(0, 500).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void namesThePathOfAMissingFile() {
    Path file = home.resolve("server.crt");
    KeyFailure failure = assertThrows(KeyFailure.class, () -> CertificateFile.read(file));
    assertEquals("the certificate file " + file + " does not exist", failure.fact());
  }

  @Test
  void noFlippedBitEndsInAnythingButARefusalOrACertificate() {
    byte[] whole = KeyFixture.bytes("certificate.der");
    for (int bit = 0; bit < whole.length * 8; bit += 3) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        CertificateFile file = read(flipped);
        file.publicKey();
        file.notAfter();
      } catch (KeyFailure e) {
        assertEquals(ExitCode.KEY, e.exitCode());
      }
    }
  }

  private void assertRefused(String phrase, byte[] content) {
    KeyFailure failure = assertThrows(KeyFailure.class, () -> read(content));
    assertEquals(ExitCode.KEY, failure.exitCode());
    assertTrue(failure.fact().contains(phrase), failure::fact);
    assertFalse(failure.hints().isEmpty());
  }

  private CertificateFile read(byte[] content) throws KeyFailure {
    return CertificateFile.read(KeyFixture.file(home, "server.crt", content));
  }
}
