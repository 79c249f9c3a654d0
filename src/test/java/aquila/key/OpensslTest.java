package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import aquila.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another program, where it is installed, says to the keys and signatures made here. */
class OpensslTest {
  private static final Instant NOW = Instant.parse("2025-11-25T20:00:00Z");

  @TempDir Path home;

  @BeforeAll
  static void onlyWhereItIsInstalled() throws Exception {
    try {
      Process process = new ProcessBuilder("openssl", "version").start();
      process.getInputStream().readAllBytes();
      Assumptions.assumeTrue(process.waitFor() == 0);
    } catch (IOException e) {
      Assumptions.abort("openssl is not installed");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 4096})
  void readsEveryNewPair(int bits) throws Exception {
    NewKey.Made made = made(bits, Optional.empty());
    String key = made.keyFile().toString();
    assertTrue(run("pkey", "-check", "-noout", "-in", key).contains("valid"));
    assertPair(made, "pass:");
  }

  @Test
  void opensANewEncryptedKey() throws Exception {
    NewKey.Made made = made(2048, Optional.of(Secret.of("sésame ouvre-toi")));
    String key = made.keyFile().toString();
    String outline = run("asn1parse", "-in", key);
    for (String part : List.of("PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc")) {
      assertTrue(outline.contains(part), outline);
    }
    // A file and not an argument: in a C locale Java cannot hand over an accent.
    Path passphrase = Files.writeString(home.resolve("passphrase"), "sésame ouvre-toi\n");
    assertPair(made, "file:" + passphrase);
  }

  @Test
  void verifiesTheSignatureOfAnAssertion() throws Exception {
    NewKey.Made made = made(2048, Optional.empty());
    String jws =
        Assertion.at(NOW, "3MVG9", "u@example.com", "https://login.salesforce.com")
            .signedWith(made.key())
            .reveal();
    int dot = jws.lastIndexOf('.');
    Path signed = Files.writeString(home.resolve("signed"), jws.substring(0, dot));
    Path signature =
        Files.write(
            home.resolve("signature"), Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
    Path publicKey =
        Files.writeString(
            home.resolve("public.pem"),
            run("x509", "-pubkey", "-noout", "-in", made.certificateFile().toString()));
    assertEquals(
        "Verified OK",
        run(
                "dgst",
                "-sha256",
                "-verify",
                publicKey.toString(),
                "-signature",
                signature.toString(),
                signed.toString())
            .strip());
  }

  private NewKey.Made made(int bits, Optional<Secret> passphrase) throws Failure {
    return new NewKey(home.resolve("server.key"), bits, 730, "aquila", passphrase).write(NOW);
  }

  private static void assertPair(NewKey.Made made, String passphrase) throws Exception {
    String key = made.keyFile().toString();
    String certificate = made.certificateFile().toString();
    String modulus = run("rsa", "-modulus", "-noout", "-passin", passphrase, "-in", key);
    assertEquals(modulus, run("x509", "-modulus", "-noout", "-in", certificate));
    String fields = run("x509", "-noout", "-subject", "-issuer", "-enddate", "-in", certificate);
    assertTrue(fields.contains("aquila") && fields.contains("2027"), fields);
    assertTrue(
        run("verify", "-CAfile", certificate, "-attime", "1764200000", certificate).contains("OK"));
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
