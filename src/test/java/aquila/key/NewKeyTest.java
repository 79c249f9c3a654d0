package aquila.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.file.FileMode;
import aquila.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new pair on the disk. */
class NewKeyTest {
  private static final Instant NOW = Instant.parse("2025-11-25T20:00:00Z");

  @TempDir Path home;

  @Test
  void writesAKeyForItsOwnerAndTheCertificateBesideIt() throws Failure, IOException {
    NewKey.Made made = newKey("server.key").write(NOW);
    assertEquals(home.resolve("server.key"), made.keyFile());
    assertEquals(home.resolve("server.crt"), made.certificateFile());
    assertEquals(NOW.plus(Duration.ofDays(730)), made.notAfter());

    LoadedKey loaded = KeyFile.load(KeyFixture.source(made.keyFile()));
    assertEquals(made.key().publicKeySha256(), loaded.key().publicKeySha256());
    assertEquals(List.of(), loaded.warnings());
    assertEquals("PKCS#8 PEM", KeyFile.inspect(KeyFixture.source(made.keyFile())).format());

    CertificateFile certificate = CertificateFile.read(made.certificateFile());
    assertTrue(certificate.matches(loaded.key()));
    assertEquals(made.notAfter(), certificate.notAfter());
    assertEquals(NOW, certificate.notBefore());
    assertEquals(made.certificateBytes(), certificate.bytes());
    Optional<FileMode> mode = FileMode.of(made.keyFile());
    assertTrue(mode.isEmpty() || mode.get().octal().equals("0600"));
  }

  @Test
  void encryptsTheKeyIfThereIsAPassphrase() throws Failure {
    NewKey.Made made =
        new NewKey(home.resolve("k.pem"), 2048, 1, "Åse & Søn", Optional.of(Secret.of("œuf dur")))
            .write(NOW);
    KeyPassport passport = KeyFile.inspect(KeyFixture.source(made.keyFile(), "œuf dur"));
    assertEquals("encrypted PKCS#8 PEM", passport.format());
    assertEquals(made.key().publicKeySha256(), passport.publicKeySha256());
  }

  @Test
  void keepsTheLargestCertificateBelowFourKilobytes() throws Failure {
    NewKey.Made made =
        new NewKey(home.resolve("k"), 4096, 36_500, "\ud83e\udd85".repeat(32), Optional.empty())
            .write(NOW);
    assertTrue(made.certificateBytes() < 4096, () -> made.certificateBytes() + " bytes");
    assertEquals(4096, made.key().bits());
  }

  @ParameterizedTest
  @CsvSource({
    "server.key, server.crt",
    "server.pem, server.crt",
    "SERVER.KEY, SERVER.crt",
    "server, server.crt",
    "server.rsa, server.rsa.crt",
    "server.crt, server.crt.crt",
  })
  void namesTheCertificateAfterTheKey(String key, String certificate) {
    assertEquals(home.resolve(certificate), newKey(key).certificateFile());
  }

  @ParameterizedTest
  @CsvSource({"server.key", "server.crt"})
  void neverWritesOverAFile(String existing) throws IOException {
    byte[] before = {1, 2, 3};
    Files.write(home.resolve(existing), before);
    assertRefusedWithNothingWritten(existing);
    assertArrayEquals(before, Files.readAllBytes(home.resolve(existing)));
  }

  @ParameterizedTest
  @CsvSource({"server.key", "server.crt"})
  void neverWritesThroughADanglingLink(String existing) throws IOException {
    Files.createSymbolicLink(home.resolve(existing), home.resolve("elsewhere"));
    assertRefusedWithNothingWritten(existing);
    assertFalse(Files.exists(home.resolve("elsewhere"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void saysThatTheDirectoryIsMissing() {
    NewKey key = newKey("absent/server.key");
    StoreFailure failure = assertThrows(StoreFailure.class, () -> key.write(NOW));
    assertTrue(failure.fact().endsWith("its directory does not exist"), failure::fact);
  }

  @Test
  void removesTheKeyWhereTheCertificateCannotBeWritten() throws IOException {
    // 252 letters are a lawful name; with ".crt" they are one too many.
    NewKey key = newKey("k".repeat(252));
    StoreFailure failure = assertThrows(StoreFailure.class, () -> key.write(NOW));
    assertTrue(failure.fact().contains(".crt could not be written"), failure::fact);
    assertEquals(List.of(), names());
  }

  @Test
  void refusesValuesOutOfBounds() throws IOException {
    Path file = home.resolve("server.key");
    Optional<Secret> none = Optional.empty();
    for (NewKey key :
        List.of(
            new NewKey(file, 1024, 730, "x", none),
            new NewKey(file, 2047, 730, "x", none),
            new NewKey(file, 2048, 0, "x", none),
            new NewKey(file, 2048, 36_501, "x", none),
            new NewKey(file, 2048, 730, "", none),
            new NewKey(file, 2048, 730, "a\nb", none),
            new NewKey(file, 2048, 730, "x".repeat(65), none),
            new NewKey(file, 2048, 730, "\ud83e\udd85".repeat(33), none),
            new NewKey(file, 2048, 730, "x", Optional.of(Secret.of(""))))) {
      UsageFailure failure = assertThrows(UsageFailure.class, () -> key.write(NOW));
      assertEquals(ExitCode.USAGE, failure.exitCode());
    }
    assertEquals(List.of(), names());
  }

  private NewKey newKey(String name) {
    return new NewKey(home.resolve(name), 2048, 730, "aquila", Optional.empty());
  }

  private void assertRefusedWithNothingWritten(String existing) throws IOException {
    StoreFailure failure = assertThrows(StoreFailure.class, () -> newKey("server.key").write(NOW));
    assertEquals(ExitCode.STORE, failure.exitCode());
    assertTrue(failure.fact().contains(existing), failure::fact);
    assertEquals(List.of(existing), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
