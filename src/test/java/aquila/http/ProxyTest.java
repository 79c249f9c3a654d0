package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.crypto.NativeCrypto;
import aquila.failure.ConfigFailure;
import aquila.failure.NetworkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy in between, rows N2, N4, N11 and N12 of the catalogue. */
class ProxyTest {
  private static final URI ORG = URI.create("https://acme.my.salesforce.com/services/data/");
  private static final String WANTS_LOGIN =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Proxy Authentication Required",
          "Proxy-Authenticate: Basic realm=\"x\"",
          "Content-Length: 0",
          "Connection: close",
          "",
          "");
  private static Authority authority;

  @TempDir Path directory;
  private final Caller caller = new Caller();

  @BeforeAll
  static void make() throws Exception {
    authority = new Authority("Acme Root");
  }

  @Test
  void theNameOfTheServerIsLeftToTheProxy() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer org =
            RawServer.tls(authority.server("acme.my.salesforce.com"), RawServer.json(200, "{}"));
        RawServer proxy = proxyTo(org)) {
      assertEquals("{}", caller.get(ORG).text());
      String connect = proxy.requests().get(0);
      assertTrue(connect.startsWith("CONNECT acme.my.salesforce.com:443 HTTP/1.1\r\n"), connect);
      assertFalse(connect.contains("services/data"), "the proxy sees no path");
      assertTrue(org.requests().get(0).startsWith("GET /services/data/ HTTP/1.1\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.my.salesforce.com", "*.my.salesforce.com"})
  void theServerIsToldWhichNameIsMeant(String certified) throws Exception {
    caller.caFile = authority.pem(directory);
    List<SNIServerName> meant = new CopyOnWriteArrayList<>();
    RawServer.Conversation listen =
        (server, socket) -> {
          ExtendedSSLSession session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
          meant.addAll(session.getRequestedServerNames());
          RawServer.json(200, "{}").hold(server, socket);
        };
    try (RawServer org = RawServer.tls(authority.server(certified), listen);
        RawServer proxy = proxyTo(org)) {
      assertEquals("{}", caller.get(ORG).text());
      assertEquals(List.of(new SNIHostName("acme.my.salesforce.com")), meant);
      assertEquals(1, proxy.requests().size(), "one handshake is enough");
    }
  }

  /** Whether its authority may write such a name, only Java's own TLS asks. */
  @Test
  void aNameThatReachesFarIsLeftToJavasOwnTls() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer org = RawServer.tls(authority.server("*.acme.org"), RawServer.json(200, "{}"));
        RawServer proxy = proxyTo(org)) {
      assertEquals("{}", caller.get(URI.create("https://login.acme.org/")).text());
      assertEquals(NativeCrypto.isAtHand() ? 2 : 1, proxy.requests().size());
    }
  }

  @Test
  void aCertificateOfAnotherNameIsRefusedBehindAProxyToo() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer org =
            RawServer.tls(authority.server("acme.my.salesforce.org"), RawServer.json(200, "{}"));
        RawServer proxy = proxyTo(org)) {
      NetworkFailure failure = caller.troubleAt(ORG);
      assertTrue(failure.fact().endsWith("is made out to another name"), failure.fact());
      assertFalse(proxy.requests().isEmpty());
      assertEquals(List.of(), org.requests());
    }
  }

  @Test
  void aLoginIsGivenToTheProxyAndToNobodyElse() throws Exception {
    caller.caFile = authority.pem(directory);
    try (RawServer org =
            RawServer.tls(authority.server("acme.my.salesforce.com"), RawServer.json(200, "{}"));
        RawServer proxy = RawServer.plain(RawServer.answer(WANTS_LOGIN), tunnelTo(org))) {
      caller.proxies = environment("http://jane:p%40ss@localhost:" + proxy.port());
      assertEquals("{}", caller.get(ORG).text());
      assertEquals(2, proxy.requests().size());
      assertFalse(proxy.requests().get(0).contains("Basic"));
      String login =
          Base64.getEncoder().encodeToString("jane:p@ss".getBytes(StandardCharsets.US_ASCII));
      assertTrue(proxy.requests().get(1).contains(": Basic " + login));
      assertFalse(org.requests().toString().contains(login), "the org does not see it");
    }
  }

  @Test
  void aServerThatWantsALoginDoesNotGetTheProxys() throws Exception {
    String answer =
        WANTS_LOGIN.replace("407", "401").replace("Proxy-Authenticate", "WWW-Authenticate");
    try (RawServer proxy = RawServer.plain(RawServer.answer(answer))) {
      caller.proxies = configured("jane:pass@localhost:" + proxy.port());
      assertEquals(401, caller.get(URI.create("http://acme.invalid/")).status());
      assertEquals(1, proxy.requests().size());
      assertFalse(
          proxy.requests().get(0).toLowerCase(java.util.Locale.ROOT).contains("authorization"));
    }
  }

  @Test
  void aProxyThatWantsALoginIsSaidToWantOne() throws Exception {
    try (RawServer proxy = RawServer.plain(RawServer.answer(WANTS_LOGIN))) {
      String name = "localhost:" + proxy.port();
      caller.proxies = environment("http://" + name);
      for (URI uri : List.of(ORG, URI.create("http://acme.invalid/"))) {
        NetworkFailure failure = caller.troubleAt(uri);
        assertEquals("the proxy " + name + " wants a user name and password", failure.fact());
        assertEquals(
            "give them in the proxy address: http://user:password@" + name, failure.hints().get(0));
      }
      assertEquals(2, proxy.requests().size(), "asked once for each");
    }
  }

  @Test
  void aWrongPasswordIsTriedOnce() throws Exception {
    try (RawServer proxy = RawServer.plain(RawServer.answer(WANTS_LOGIN))) {
      String name = "localhost:" + proxy.port();
      caller.proxies = environment("http://jane:wrong@" + name);
      for (URI uri : List.of(ORG, URI.create("http://acme.invalid/"))) {
        int before = proxy.requests().size();
        NetworkFailure failure = caller.troubleAt(uri);
        assertEquals("the proxy " + name + " wants a user name and password", failure.fact());
        assertTrue(failure.hints().get(0).contains("environment variable HTTPS_PROXY"));
        assertFalse(failure.hints().toString().contains("wrong@"));
        assertEquals(before + 2, proxy.requests().size(), "more would lock the account");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 502, 503})
  void aProxyThatRefusesIsBlamedAndNotTheOrg(int status) throws Exception {
    try (RawServer proxy =
        RawServer.plain(
            RawServer.answer("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n"))) {
      caller.proxies = environment("localhost:" + proxy.port());
      NetworkFailure failure = caller.troubleAt(ORG);
      assertEquals(
          "the proxy localhost:"
              + proxy.port()
              + " refuses to connect to acme.my.salesforce.com:443",
          failure.fact());
      assertEquals(
          "ask the network team to let acme.my.salesforce.com:443 through the proxy",
          failure.hints().get(0));
      assertEquals(1, proxy.requests().size());
    }
  }

  @Test
  void aProxyThatDoesNotListenIsNamed() throws Exception {
    int port = BrokenAnswerTest.unusedPort();
    caller.proxies = environment("http://localhost:" + port);
    NetworkFailure failure = caller.troubleAt(ORG);
    assertEquals("the proxy localhost:" + port + " does not accept connections", failure.fact());
    assertEquals(
        "check the proxy address (environment variable HTTPS_PROXY), written as http://host:port or"
            + " http://user:password@host:port",
        failure.hints().get(0));
    assertEquals(List.of(), caller.world.waits);
  }

  @Test
  void aProxyWhoseNameDoesNotExistIsNamed() throws Exception {
    caller.proxies = environment("http://proxy.invalid:3128");
    NetworkFailure failure = caller.troubleAt(ORG);
    assertEquals("the name of the proxy cannot be resolved: proxy.invalid", failure.fact());
  }

  @Test
  void aTlsInspectionBehindAProxyIsNamed() throws Exception {
    Authority inspection = new Authority("Acme TLS Inspection");
    try (RawServer middle =
            RawServer.tls(inspection.server("acme.my.salesforce.com"), RawServer.json(200, "{}"));
        RawServer proxy = proxyTo(middle)) {
      NetworkFailure failure = caller.troubleAt(ORG);
      assertEquals("the certificate of acme.my.salesforce.com:443 is not trusted", failure.fact());
      assertEquals("its issuer is CN=Acme TLS Inspection", failure.hints().get(0));
      assertFalse(proxy.requests().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"HTTPS_PROXY", "https_proxy"})
  void theVariableMayBeInEitherCase(String name) throws ConfigFailure {
    Proxies proxies = Proxies.of(null, "", Map.of(name, " proxy.example:3128 "));
    assertEquals("proxy.example:3128", proxies.forAddress(ORG).orElseThrow().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "PROXY"})
  void otherVariablesAreNotOurs(String name) throws ConfigFailure {
    assertTrue(Proxies.of(null, "", Map.of(name, "p:1")).forAddress(ORG).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no_proxy | salesforce.com | ",
        "NO_PROXY | salesforce.com | ",
        "NO_PROXY | example.com salesforce.com | ",
        "no_proxy | example.com | p:1",
        "NO_PROXY | my.salesforce | p:1",
        "NO_PROXY | esforce.com | p:1",
        "NO_PROXY | , ,, | p:1",
        "NO_PROXY | . | p:1",
        "NO_PROXY | acme.my.salesforce.com:443 | ",
        "NO_PROXY | acme.my.salesforce.com:8443 | p:1",
      })
  void exceptionsAreHostsAndTheirSubdomains(String name, String value, String proxy)
      throws ConfigFailure {
    Proxies proxies = Proxies.of(null, "", Map.of("HTTPS_PROXY", "p:1", name, value));
    assertEquals(
        proxy == null ? "" : proxy, proxies.forAddress(ORG).map(ProxyAddress::name).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "'2001:db8::1', true",
    "'[2001:db8::1]', true",
    "'2001:DB8::1', true",
    "'2001:db8::2', false",
    "'[2001:db8::1]:443', true",
  })
  void exceptionsMayBeAddressesOfIpv6(String value, boolean isDirect) throws ConfigFailure {
    Proxies proxies = Proxies.of(null, "", Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", value));
    assertEquals(isDirect, proxies.forAddress(URI.create("https://[2001:db8::1]/")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://proxy.example:3128, proxy.example:3128",
    "http://proxy.example:3128/, proxy.example:3128",
    "'[2001:db8::1]:3128', '[2001:db8::1]:3128'",
    "proxy, proxy:1080",
    "10.0.0.1:8080, 10.0.0.1:8080",
    "jane:secret@proxy.example:3128, proxy.example:3128",
    "http://jane@proxy.example:3128, proxy.example:3128",
  })
  void anAddressHasManyForms(String text, String name) throws ConfigFailure {
    assertEquals(name, ProxyAddress.parse(text, "a test").name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://proxy.example:3128",
        "proxy.example:0",
        "proxy.example:65536",
        "proxy.example:999999999999",
        "proxy.example:port",
        "http://jane:p@ss@proxy.example:3128",
        "http://jane:secret%zz@proxy.example:3128",
        "proxy example",
        "2001:db8::1",
        "http:///",
        "",
      })
  void anAddressThatCannotBeUsedIsAConfigFailure(String text) {
    ConfigFailure failure =
        assertThrows(ConfigFailure.class, () -> ProxyAddress.parse(text, "a test"));
    assertEquals("the proxy address cannot be understood (a test)", failure.fact());
    assertFalse(failure.hints().toString().contains("secret"));
  }

  private static Proxies environment(String address) throws ConfigFailure {
    return Proxies.of(null, "", Map.of("HTTPS_PROXY", address));
  }

  private static Proxies configured(String address) throws ConfigFailure {
    return Proxies.of(address, "a test", Map.of());
  }

  /** A proxy in front of this server, which the caller goes through. */
  private RawServer proxyTo(RawServer target) throws Exception {
    RawServer proxy = RawServer.plain(tunnelTo(target));
    caller.proxies = environment("http://localhost:" + proxy.port());
    return proxy;
  }

  /** Whatever host is asked for, it is this one that answers. */
  private static RawServer.Conversation tunnelTo(RawServer target) {
    return (server, socket) -> {
      server.read(socket);
      try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread up = new Thread(() -> copy(socket, onward), "tunnel");
        up.setDaemon(true);
        up.start();
        copy(onward, socket);
        up.join();
      }
    };
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One end is gone: the tunnel ends.
      return;
    }
  }
}
