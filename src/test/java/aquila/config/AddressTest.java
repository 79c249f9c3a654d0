package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ConfigFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three URLs. */
class AddressTest {
  private static final String ENDPOINT = "/services/oauth2/token";
  private final List<String> warnings = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "https://x.my.salesforce.com, https://x.my.salesforce.com, false",
    "HTTPS://X.My.Salesforce.COM, https://x.my.salesforce.com, false",
    "https://I.my.salesforce.com, https://i.my.salesforce.com, false",
    "https://x.com/, https://x.com, true",
    "https://x.com/lightning/page/home?a=b#c, https://x.com, true",
    "https://x.com?a=b, https://x.com, true",
    "https://x.com:8443, https://x.com:8443, false",
    "https://x.com:65535, https://x.com:65535, false",
    "http://localhost:8080, http://localhost:8080, false",
    "http://LOCALHOST, http://localhost, false",
    "http://127.0.0.1:1, http://127.0.0.1:1, false",
    "http://127.8.9.10:1, http://127.8.9.10:1, false",
    "http://[::1]:8080/, http://[::1]:8080, true",
    "https://[2001:db8::1], https://[2001:db8::1], false",
    "https://xn--mller-kva.example, https://xn--mller-kva.example, false",
  })
  void keepsTheOriginOfAnInstance(String value, URI expected, boolean isSaid) throws ConfigFailure {
    assertEquals(expected, Address.origin(setting(value), warnings));
    assertEquals(isSaid ? 1 : 0, warnings.size(), warnings::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "x.my.salesforce.com, does not begin with https://, write https://x.my.salesforce.com",
    "x.my.salesforce.com:443, does not begin with https://, write https://x.my.salesforce.com:443",
    "localhost:8080, does not begin with https://, write https://localhost:8080",
    "//x.my.salesforce.com, does not begin with https://, write https://x.my.salesforce.com",
    "x.my.salesforce.com/a, does not begin with https://, write https://x.my.salesforce.com/a",
    "http://x.my.salesforce.com, is not https, only https is used",
    "http://localhost.evil.com, is not https, only https is used",
    "http://127.0.0.1.evil.com, is not https, only https is used",
    "http://10.0.0.1, is not https, only https is used",
    "ftp://x.com, is not https, only https is used",
    "https:/x.com, names no valid host, it looks like",
    "https:x.com, names no valid host, it looks like",
    "https:///x.com, names no valid host, it looks like",
    "https://x_y.com, names no valid host, it looks like",
    "https://m\u00fcller.com, names no valid host, it looks like",
    "https://x\u2013y.com, names no valid host, it looks like",
    "https://x..com, names no valid host, it looks like",
    "https://x.com:0, names no valid host, it looks like",
    "https://x.com:65536, names no valid host, it looks like",
    "https://x.com:99999999999, names no valid host, it looks like",
    "https://x.com:443x, names no valid host, it looks like",
    "https://https://x.com, has two slashes behind the host, it looks like",
    "https://x.com//a, has two slashes behind the host, it looks like",
    "https://, is not a URL, it looks like",
    "https:, is not a URL, it looks like",
    "https://x y.com, is not a URL, it looks like",
    "<https://x.com>, is not a URL, it looks like",
    "https://x.com/%, is not a URL, it looks like",
  })
  void refusesWhatIsNoAddress(String value, String fact, String hint) {
    for (Reading reading : Reading.values()) {
      String words = words(refused(() -> reading.of(setting(value))));
      assertTrue(
          words.startsWith("instance-url (option --instance-url) " + fact + ": " + value), words);
      assertTrue(words.contains("\n" + hint), words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:hush@x.com",
    "https://hush@x.com",
    "https://me:hush@x_y.com",
    "https://me:hu^sh@x.com",
    "http://me:hush@x.com",
    "https://me:hush@@x.com",
  })
  void doesNotRepeatAPassword(String value) {
    for (Reading reading : Reading.values()) {
      String words = words(refused(() -> reading.of(setting(value))));
      assertFalse(words.contains("hush") || words.contains("hu^sh"), words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.com, 0",
    "https://x.com/, 0",
    "HTTPS://X.com, 0",
    "https://x.com/services/oauth2/token, 0",
    "HTTPS://X.com/services/oauth2/token, 0",
    "https://x.com/services/oauth2/token/, 1",
  })
  void completesATokenEndpoint(String value, int warned) throws ConfigFailure {
    assertEquals(
        URI.create("https://x.com" + ENDPOINT), Address.tokenEndpoint(setting(value), warnings));
    assertEquals(warned, warnings.size(), warnings::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "/services/oauth2/authorize",
    "/services/oauth2",
    "/Services/OAuth2/Token",
    "/services/oauth2/token?x=y",
    "/services/oauth2/token#x",
    "/services/oauth2/token/?x=y",
    "?x=y",
    "/?x=y",
    "/services/oauth2/token/x",
  })
  void showsTheRightTokenEndpointForAnotherPath(String rest) {
    ConfigFailure failure =
        refused(() -> Address.tokenEndpoint(setting("https://x.com:8443" + rest), warnings));
    assertEquals(List.of("the token endpoint is https://x.com:8443" + ENDPOINT), failure.hints());
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.salesforce.com, https://login.salesforce.com, ''",
    "https://login.salesforce.com/, https://login.salesforce.com, slash",
    "https://LOGIN.salesforce.com, https://login.salesforce.com, what is signed is",
    "HTTPS://login.salesforce.com/, https://login.salesforce.com, slash",
    "http://localhost:8080, http://localhost:8080, ''",
    "https://login.salesforce.com/services/oauth2/token,"
        + " https://login.salesforce.com/services/oauth2/token, has a path",
    "https://x.my.site.com/customers, https://x.my.site.com/customers, has a path",
    "https://x.com?a=b, https://x.com?a=b, has a path",
  })
  void signsTheAudienceAsOneString(String value, String expected, String warning)
      throws ConfigFailure {
    assertEquals(expected, Address.audience(setting(value), warnings));
    assertEquals(warning.isEmpty() ? 0 : 1, warnings.size(), warnings::toString);
    assertTrue(warnings.toString().contains(warning), warnings::toString);
  }

  @Test
  void makesForeignTextSafeToPrint() {
    String words = words(refused(() -> Address.origin(setting("https://x\u0085.com"), warnings)));
    assertTrue(words.contains("\\u{85}"), words);
  }

  private static Setting setting(String value) {
    return new Setting(
        Field.INSTANCE_URL, value, new Origin.Option(Field.INSTANCE_URL, Path.of("/")));
  }

  private enum Reading {
    ORIGIN,
    ENDPOINT,
    AUDIENCE;

    void of(Setting setting) throws ConfigFailure {
      switch (this) {
        case ORIGIN -> Address.origin(setting, new ArrayList<>());
        case ENDPOINT -> Address.tokenEndpoint(setting, new ArrayList<>());
        case AUDIENCE -> Address.audience(setting, new ArrayList<>());
      }
    }
  }
}
