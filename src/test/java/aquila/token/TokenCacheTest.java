package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String NAME = "a".repeat(64);

  @TempDir Path home;
  private Path directory;

  @BeforeEach
  void place() throws IOException {
    directory = home.toRealPath().resolve("cache");
  }

  @Test
  void givesBackWhatItKeeps() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    AccessToken found = cache(NOW).find(NAME).orElseThrow();
    assertEquals("secret", found.value().reveal());
    assertEquals(URI.create("https://acme.my.salesforce.com"), found.instanceUrl());
    assertEquals("api refresh_token", found.scope());
    assertEquals(Optional.empty(), cache(NOW).find("b".repeat(64)));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "PT14M59S, true", "PT15M, false", "P1D, false", "PT-1S, false"})
  void knowsNoTokenOlderThanFifteenMinutesNorOneOfTheFuture(Duration age, boolean isThere)
      throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    assertEquals(isThere, cache(NOW.plus(age)).find(NAME).isPresent());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itsFilesAreForTheirOwnerOnly() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatOthersCanReachIsNone(String mode) throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDirectoryThatOthersCanEnterIsNone() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
    assertThrows(IOException.class, () -> cache(NOW).keep(NAME, token("other")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPlantedLinkIsNotFollowed() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Path elsewhere = Files.move(file(), home.resolve("elsewhere.json"));
    Files.createSymbolicLink(file(), elsewhere);
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
    cache(NOW).keep(NAME, token("fresh"));
    assertTrue(Files.readString(elsewhere).contains("secret"), "what it led to is untouched");
    assertEquals("fresh", cache(NOW).find(NAME).orElseThrow().value().reveal());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPlantedDirectoryIsNotFollowed() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Path elsewhere = Files.move(directory, home.resolve("elsewhere"));
    Files.createSymbolicLink(directory, elsewhere);
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
    assertThrows(IOException.class, () -> cache(NOW).keep(NAME, token("fresh")));
    assertTrue(Files.readString(elsewhere.resolve(NAME + ".json")).contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"kept_at\":1}", "null", "\u0000\u0000\u0000"})
  void aDamagedFileIsNone(String text) throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Files.writeString(file(), text);
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9e99",
        "-9e99",
        "1e999",
        "9223372036854775807",
        "31556889864403199",
        "null",
        "\"now\"",
        "{}"
      })
  void aTimeThatIsNoneIsNone(String time) throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    String text = Files.readString(file());
    Files.writeString(file(), text.replaceFirst("\"kept_at\":[0-9]+", "\"kept_at\":" + time));
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\\nb", "a b"})
  void aTokenThatIsNoneIsNone(String value) throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    Files.writeString(file(), Files.readString(file()).replace("secret", value));
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @Test
  void aFileThatIsTooLongIsNone() throws IOException {
    cache(NOW).keep(NAME, token("x".repeat(70_000)));
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @Test
  void forgetsWhatItIsToldTo() throws IOException {
    cache(NOW).keep(NAME, token("secret"));
    cache(NOW).drop(NAME);
    cache(NOW).drop(NAME);
    assertEquals(Optional.empty(), cache(NOW).find(NAME));
  }

  @Test
  void nobodyEverSeesHalfOfAFile() throws Exception {
    cache(NOW).keep(NAME, token("x".repeat(30_000)));
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                try {
                  cache(NOW).keep(NAME, token("x".repeat(30_000 + i)));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    writer.start();
    while (writer.isAlive()) {
      int length = cache(NOW).find(NAME).orElseThrow().value().reveal().length();
      assertTrue(length >= 30_000, "half of a token");
    }
    writer.join();
    try (var files = Files.list(directory)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void itsNameIsMadeOfAllThatMakesTheToken() {
    URI token = URI.create("https://login.salesforce.com/services/oauth2/token");
    URI other = URI.create("https://test.salesforce.com/services/oauth2/token");
    URI org = URI.create("https://acme.my.salesforce.com");
    byte[] key = {1, 2, 3};
    Set<String> names = new HashSet<>();
    names.add(TokenCache.name(new JwtBearerGrant(token, "c", "u", "a", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(other, "c", "u", "a", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "d", "u", "a", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "c", "v", "a", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "c", "u", "b", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "cu", "", "a", org), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "c", "u", "a", other), key));
    names.add(TokenCache.name(new JwtBearerGrant(token, "c", "u", "a", org), new byte[] {1, 2}));
    assertEquals(8, names.size());
    assertEquals(
        TokenCache.name(new JwtBearerGrant(token, "c", "u", "a", org), key),
        TokenCache.name(new JwtBearerGrant(token, "c", "u", "a", org), key.clone()));
  }

  private TokenCache cache(Instant now) {
    return new TokenCache(directory, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path file() {
    return directory.resolve(NAME + ".json");
  }

  private static AccessToken token(String value) {
    return new AccessToken(
        Secret.of(value),
        URI.create("https://acme.my.salesforce.com"),
        "Bearer",
        "api refresh_token",
        null,
        "1");
  }
}
