package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.secret.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that can be used, but point at a mistake: rows T25, T26 and T27. */
class OddTokenTest {
  private static final String ORG = "https://acme.my.salesforce.com";

  @Test
  void aTokenAsItShouldBeIsNotOdd() {
    assertEquals(List.of(), warnings(ORG, ORG, ORG, "api refresh_token", loginId()));
    assertEquals(List.of(), warnings(ORG, ORG, ORG, null, null));
  }

  @Test
  void anotherHostOfSalesforceShouldBeConfigured() {
    List<String> warnings = warnings(ORG, ORG, "https://new.my.salesforce.com", "api", loginId());
    assertEquals(
        List.of(
            "the org is at https://new.my.salesforce.com, not at the configured instance-url "
                + ORG
                + ": change it"),
        warnings);
  }

  @Test
  void aForeignHostGetsNoToken() {
    List<String> warnings = warnings(ORG, ORG, "https://evil.example", "api", loginId());
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("no command will send the token there"));
  }

  @ParameterizedTest
  @CsvSource({
    "api, false",
    "full, false",
    "refresh_token api, false",
    "' api ', false",
    "refresh_token full id, false",
    "refresh_token, true",
    "id, true",
    "api_something, true",
    "cdp_api, true",
    "API, true",
    "'', true",
  })
  void aScopeNeedsApiOrFull(String scope, boolean isOdd) {
    List<String> warnings = warnings(ORG, ORG, ORG, scope, loginId());
    assertEquals(isOdd, warnings.toString().contains("lacks api"), warnings::toString);
    assertEquals(isOdd ? 1 : 0, warnings.size());
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.salesforce.com, https://acme.my.salesforce.com, login, false",
    "https://login.salesforce.com, https://acme.my.salesforce.com, test, true",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com, test, true",
    "https://test.salesforce.com, https://acme--dev.sandbox.my.salesforce.com, test, false",
    "https://test.salesforce.com, https://acme--dev.sandbox.my.salesforce.com, login, true",
    "https://acme--dev.my.salesforce.com, https://acme--dev.my.salesforce.com, login, true",
    "https://a.scratch.my.salesforce.com, https://a.scratch.my.salesforce.com, test, false",
    "https://x-dev-ed.develop.my.salesforce.com, https://x.my.salesforce.com, login, false",
    "http://127.0.0.1:8080, http://127.0.0.1:8080, login, false",
  })
  void aSandboxHasItsIdAtTest(String tokenHost, String org, String idHost, boolean isOdd) {
    String id = "https://" + idHost + ".salesforce.com/id/00D000000000001AAA/005000000000001AAA";
    List<String> warnings = warnings(tokenHost, org, org, "api", id);
    assertEquals(isOdd, warnings.toString().contains("another kind of org"), warnings::toString);
  }

  @Test
  void allThatIsOddIsSaidInOneGo() {
    List<String> warnings =
        warnings(ORG, ORG, "https://evil.example", "id", loginId().replace("login", "test"));
    assertEquals(3, warnings.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA | 00D000000000001AAA | 005000000000001AAA",
        "https://login.salesforce.com/id/00D000000000001/005000000000001 | 00D000000000001 | 005000000000001",
        "https://login.salesforce.com/id/00D000000000001AAA/ | 00D000000000001AAA | -",
        "https://login.salesforce.com/id/00D000000000001AAA | - | -",
        "https://login.salesforce.com/id/../../005000000000001AAA | - | -",
        "https://login.salesforce.com/ | - | -",
        "x/id/short/short | - | -",
        "- | - | -",
      })
  void theIdsAreTheEndsOfTheIdentityUrl(
      @Nullable String id, @Nullable String orgId, @Nullable String userId) {
    AccessToken token = token(ORG, null, id);
    assertEquals(orgId, token.orgId());
    assertEquals(userId, token.userId());
  }

  private static String loginId() {
    return "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA";
  }

  private static List<String> warnings(
      String tokenHost,
      String configured,
      String answered,
      @Nullable String scope,
      @Nullable String id) {
    URI tokenUrl = URI.create(tokenHost + "/services/oauth2/token");
    JwtBearerGrant grant =
        new JwtBearerGrant(tokenUrl, "client", "jane@acme.example", ORG, URI.create(configured));
    return OddToken.warnings(grant, token(answered, scope, id));
  }

  private static AccessToken token(String instance, @Nullable String scope, @Nullable String id) {
    return new AccessToken(Secret.of("t"), URI.create(instance), "Bearer", scope, id, null);
  }
}
