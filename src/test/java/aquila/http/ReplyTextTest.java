package aquila.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.secret.Secret;
import aquila.world.StillWorld;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a reply besides its body, and what is shown of one. */
class ReplyTextTest {
  private static final URI ASKED = URI.create("https://login.salesforce.com/services/oauth2/token");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://acme.my.salesforce.com/x | https://acme.my.salesforce.com/x",
        "https://acme.my.salesforce.com | https://acme.my.salesforce.com",
        "https://acme.my.salesforce.com:8443/x | https://acme.my.salesforce.com:8443/x",
        "https://acme.example/x?assertion=eyJ&token=s#access_token=s | https://acme.example/x",
        "https://jane:secret@acme.example/x | https://acme.example/x",
        "/lightning/page | https://login.salesforce.com/lightning/page",
        "elsewhere?x=y | https://login.salesforce.com/services/oauth2/elsewhere",
        "//acme.example/x | https://acme.example/x",
        "https://my_host.example/x | https://my_host.example/x",
        "https://acme.example/a b?assertion=eyJ | https://acme.example/a b",
        "https://acme.example/a b#access_token=s | https://acme.example/a b",
        "mailto:jane@acme.example | mailto:jane@acme.example",
        "mailto:jane@acme.example?x=y | mailto:jane@acme.example",
        "javascript:alert(1) | javascript:alert(1)",
        "?x=y | https://login.salesforce.com/services/oauth2/",
      })
  void theTargetOfARedirectIsShownWithoutWhatMayBeSecret(String location, String shown) {
    HttpReply reply = Replies.of(302, Map.of("location", location), "");
    assertEquals(shown, ReplyText.redirectTarget(reply, ASKED));
  }

  @ParameterizedTest
  @CsvSource({
    "302, /x, true",
    "308, /x, true",
    "302, , false",
    "200, /x, false",
    "201, /x, false",
    "400, /x, false"
  })
  void aRedirectHasAStatusAndATarget(int status, String location, boolean isRedirect) {
    Map<String, String> headers = location == null ? Map.of() : Map.of("location", location);
    assertEquals(isRedirect, Replies.of(status, headers, "").isRedirect());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | x | true",
        "text/html;charset=UTF-8 | x | true",
        "Text/HTML | x | true",
        "application/json | {} | false",
        "application/json | <html><body>Blocked</body></html> | true",
        "application/json | '  \n<!DOCTYPE HTML>' | true",
        "application/xml | <?xml version=\"1.0\"?><Errors/> | false",
        "text/plain | html | false",
      })
  void aWebPageIsKnownByItsTypeOrItsFirstCharacters(String type, String body, boolean isHtml) {
    assertEquals(isHtml, Replies.of(200, Map.of("content-type", type), body).isHtml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><title>Maintenance</title></html> | Maintenance",
        "<html><TITLE lang=\"en\">\t Down  for \t maintenance </TITLE> | Down for maintenance",
        "<html><body>x</body></html> | a web page without a title",
        "<html><title></title></html> | a web page without a title",
        "'  plain words  ' | plain words",
        "'' | ''",
      })
  void aReplyIsSummedUpInAFewWords(String body, String words) {
    assertEquals(words, ReplyText.summary(Replies.of(503, Map.of(), body)));
  }

  @Test
  void moreThanThreeHundredCharactersAreCut() {
    String summary = ReplyText.summary(Replies.of(500, Map.of(), "x".repeat(5000)));
    assertEquals("x".repeat(300) + "…", summary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 25 Nov 2026 12:00:00 GMT",
        "25 Nov 2026 12:00:00 GMT",
        "Wed, 25 Nov 2026 13:00:00 +0100"
      })
  void aDateIsReadInEveryLanguageAndTimeZone(String text) {
    HttpReply reply = Replies.of(200, Map.of("date", text), "");
    assertEquals(Optional.of(StillWorld.NOW), reply.date());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "Tue, 25 Nov 2026 12:00:00 GMT",
        "Wed, 31 Feb 2026 12:00:00 GMT",
        "1795608000"
      })
  void aDateThatIsNoneIsNotRead(String text) {
    assertEquals(Optional.empty(), Replies.of(200, Map.of("date", text), "").date());
  }

  @Test
  void neitherARequestNorAReplyPrintsWhatMayBeSecret() {
    HttpRequest request =
        HttpRequest.postForm(URI.create(ASKED + "?q=query"), () -> Map.of("assertion", "canary"))
            .with("Authorization", "Bearer canary");
    assertEquals("POST login.salesforce.com/services/oauth2/token", request.toString());
    HttpReply reply = Replies.of(200, Map.of("set-cookie", "canary"), "canary");
    assertFalse(reply.toString().contains("canary"), reply.toString());
    ProxyAddress proxy = new ProxyAddress("p", 1, "jane", Secret.of("canary"), "a test");
    assertTrue(proxy.toString().contains("(secret)"), proxy.toString());
  }
}
