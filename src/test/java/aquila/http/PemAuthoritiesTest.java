package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading the bundle of authorities of a system. */
class PemAuthoritiesTest {
  @TempDir Path home;
  private String first;
  private String second;

  @BeforeEach
  void makeAuthorities() throws Exception {
    first = Files.readString(new Authority("first").pem(home));
    second = Files.readString(new Authority("second").pem(home));
  }

  @Test
  void whoIsInTheBundleIsTrusted() throws Exception {
    assertEquals(List.of("CN=first", "CN=second"), trusted(first + second));
  }

  @Test
  void remarksAndOtherEndsOfLinesChangeNothing() throws Exception {
    String bundle = "# An authority\nIssuer: first\n" + first.replace("\n", "\r\n") + "\n" + second;
    assertEquals(List.of("CN=first", "CN=second"), trusted(bundle));
  }

  @Test
  void oneThatCannotBeReadCostsNoOther() throws Exception {
    String broken = first.replaceFirst("\n[A-Za-z0-9+/]{20}", "\nAAAAAAAAAAAAAAAAAAAA");
    String noBase64 = "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n";
    String cutShort = "-----BEGIN CERTIFICATE-----\nMIIB";
    assertEquals(List.of("CN=second"), trusted(broken + noBase64 + second + cutShort));
  }

  @Test
  void aBundleWithoutAuthoritiesIsAMistake() throws IOException {
    Path bundle = Files.writeString(home.resolve("bundle.pem"), "nothing");
    assertThrows(IOException.class, () -> PemAuthorities.store(bundle));
  }

  private List<String> trusted(String text) throws Exception {
    KeyStore store = PemAuthorities.store(Files.writeString(home.resolve("bundle.pem"), text));
    return Stream.of(TlsStart.manager(store).getAcceptedIssuers())
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .sorted()
        .toList();
  }
}
