package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain key must not cost the loading of a cryptographic library. */
class StartUpTest {

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.pem", "pkcs1.pem", "pkcs8.der"})
  void loadsAPlainKeyWithoutBouncyCastle(String name) throws Exception {
    List<String> loaded = run(KeyFixture.file(home, name, KeyFixture.bytes(name)));
    assertTrue(loaded.stream().anyMatch(line -> line.contains("bits: 2048")), loaded::toString);
    assertTrue(loaded.stream().anyMatch(line -> line.contains("aquila.key.RsaNumbers")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(line -> line.contains("org.bouncycastle") || line.contains("com.nimbusds"))
            .toList());
  }

  private static List<String> run(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                LoadOneKey.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }
}
