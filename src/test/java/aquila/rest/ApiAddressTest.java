package aquila.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.ApiRefused;
import aquila.failure.TokenRefused;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  private static final URI ORG = URI.create("https://acme.my.salesforce.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/data/v60.0/query/01gxx0000000001-2000",
        "/services/data/v60.0/query?q=SELECT%20Id%20FROM%20Account",
        "/services/data/v60.0/sobjects/EventLogFile/0ATxx0000000001AAA/LogFile",
        "/services/data/",
      })
  void takesPathsOfTheRestApi(String path) throws Exception {
    assertEquals(ORG + path, ApiAddress.of(ORG, path).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "query",
        "services/data/v60.0/query",
        "/services/data",
        "/services/oauth2/token",
        "/services/oauth2/revoke",
        "/services/apexrest/x",
        "/SERVICES/DATA/v60.0/query",
        "/services/data/../oauth2/token",
        "/services/data/v60.0/../../oauth2/token",
        "/services/data/./v60.0",
        "/services/data/.hidden",
        "/services/data//evil.example/x",
        "//evil.example/services/data/v60.0",
        "///evil.example/services/data/",
        "\\\\evil.example\\services\\data\\",
        "/\\evil.example/services/data/",
        "@evil.example/services/data/v60.0",
        ":443@evil.example/services/data/v60.0",
        ".evil.example/services/data/v60.0",
        "https://evil.example/services/data/v60.0/query",
        "http://acme.my.salesforce.com/services/data/v60.0/query",
        "https://acme.my.salesforce.com/services/data/v60.0/query",
        "https://acme.my.salesforce.com.evil.example/services/data/v60.0/query",
        "https://acme.my.salesforce.com@evil.example/services/data/v60.0/query",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "/services/data/v60.0/query%2f..%2f..",
        "/services/data/%2e%2e/oauth2/token",
        "/services/data/v60.0/query\r\nHost: evil.example",
        "/services/data/v60.0/query\nX: y",
        "/services/data/v60.0/query\u0000",
        "/services/data/v60.0/que ry",
        "/services/data/v60.0/query\t",
        "/services/data/v60.0/query#fragment",
        "/services/data/v60.0/query;x=y",
        "/services/data/v60.0/query@evil.example",
        "/services/data/v60.0/query:80",
        "/services/data/v60.0/query\\..\\x",
        "/services/data/v60.0/qu\u00e9ry",
        "/services/data/v60.0/query\u202e",
        " /services/data/v60.0/query",
        "/services/data/v60.0/query?q=a b",
        "/services/data/v60.0/query?q=\r\nHost: evil.example",
        "/services/data/v60.0/query?q=a#fragment",
        "/services/data/v60.0/query?q=gr\u00fc\u00df",
        "/services/data/v60.0/query?q=%",
        "/services/data/v60.0/query?q=a\\b",
        "/services/data/v60.0/query?q={a}",
        "/services/data/v60.0/query?q=\u007f",
        "/services/data/v60.0/../../../",
        "/services/data/v60.0/.",
        "/services/data/v60.0/query/..",
        "/services/data%2fv60.0/query",
        "/services\u2215data/v60.0/query",
        "/services/data:443/v60.0",
        "/services/datav60.0/query",
        "HTTPS://acme.my.salesforce.com/services/data/",
        "ftp://acme.my.salesforce.com/services/data/",
        "?q=/services/data/",
        "#/services/data/",
      })
  void refusesEverythingElse(String path) {
    assertThrows(ApiRefused.class, () -> ApiAddress.of(ORG, path));
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com",
    "https://acme.my.salesforce.com/, https://acme.my.salesforce.com",
    "https://renamed.my.salesforce.com, https://renamed.my.salesforce.com",
  })
  void theTokenGoesToTheOrgOrToAHostOfSalesforce(URI answered, URI origin) throws Exception {
    assertEquals(origin.getHost(), ApiAddress.origin(ORG, answered).getHost());
    assertEquals("https", ApiAddress.origin(ORG, answered).getScheme());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.my.salesforce.com",
        "https://evil.example",
        "https://acme.my.salesforce.com.evil.example",
        "https://evilsalesforce.com",
        "https://acme.my.salesforce.com:8443",
        "https://x@renamed.my.salesforce.com",
        "http://127.0.0.1:8080",
        "https://localhost",
      })
  void theTokenGoesNowhereElse(String answered) {
    assertThrows(TokenRefused.class, () -> ApiAddress.origin(ORG, URI.create(answered)));
  }

  @Test
  void aLoopbackConfigurationStaysOnLoopback() {
    URI simulated = URI.create("http://127.0.0.1:8080");
    assertThrows(TokenRefused.class, () -> ApiAddress.origin(simulated, ORG));
  }
}
