package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.ConfigFailure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final URI ORG = URI.create("https://acme.my.salesforce.com/services/oauth2/token");

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, proxy.example:3128",
    "proxy.example:3128, proxy.example:3128",
    "http://proxy.example, proxy.example:1080",
    "http://jane:p%40ss@proxy.example:3128, proxy.example:3128",
    "http://[::1]:3128, [::1]:3128",
  })
  void readsAnAddress(String text, String name) throws ConfigFailure {
    assertEquals(name, ProxyAddress.parse(text, "test").name());
  }

  @Test
  void readsALogin() throws ConfigFailure {
    ProxyAddress address = ProxyAddress.parse("http://ja%3Ane:p%40s+s@proxy.example:1", "test");
    assertEquals("ja:ne", address.user());
    assertEquals("p@s+s", address.password() == null ? "" : address.password().reveal());
    assertFalse(address.toString().contains("p@s+s"), "a password does not print itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socks5://proxy.example:1080", "http://", "http://a b", "://", "http://u:secret@"})
  void refusesWhatItCannotUseAndDoesNotRepeatIt(String text) {
    ConfigFailure failure =
        assertThrows(ConfigFailure.class, () -> ProxyAddress.parse(text, "the test"));
    assertFalse(failure.fact().contains("secret"));
    assertEquals("the proxy address cannot be understood (the test)", failure.fact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | true",
        "example.com | true",
        "salesforce.com | false",
        ".salesforce.com | false",
        "*.salesforce.com | false",
        "my.salesforce.com | false",
        "ACME.MY.SALESFORCE.COM | false",
        "example.com, acme.my.salesforce.com | false",
        "force.com | true",
        "me.my.salesforce.com | true",
        "* | false",
      })
  void noProxyNamesHostsAndDomains(String exceptions, boolean isProxied) throws ConfigFailure {
    Map<String, String> variables =
        exceptions == null
            ? Map.of("HTTPS_PROXY", "http://p:1")
            : Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", exceptions);
    assertEquals(isProxied, Proxies.of(null, "", variables).forAddress(ORG).isPresent());
  }

  @Test
  void thisMachineIsReachedDirectlyUnlessAProxyIsConfigured() throws ConfigFailure {
    URI local = URI.create("http://127.0.0.1:8080/");
    Map<String, String> variables = Map.of("https_proxy", "http://p:1");
    assertFalse(Proxies.of(null, "", variables).forAddress(local).isPresent());
    assertEquals(
        "q:2", Proxies.of("q:2", "a file", variables).forAddress(local).orElseThrow().name());
  }

  @Test
  void theSettingBeatsTheVariableAndLowerCaseBeatsUpper() throws ConfigFailure {
    Map<String, String> both = Map.of("https_proxy", "http://low:1", "HTTPS_PROXY", "http://up:1");
    assertEquals("low:1", Proxies.of(null, "", both).forAddress(ORG).orElseThrow().name());
    assertEquals("set:1", Proxies.of("set:1", "", both).forAddress(ORG).orElseThrow().name());
  }
}
