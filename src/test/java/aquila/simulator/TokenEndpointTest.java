package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import aquila.key.Assertion;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
  private SimulatedOrg org;
  private Visitor visitor;

  @BeforeEach
  void start() throws Exception {
    org = SimulatedOrg.start(Visitor.setup());
    visitor = new Visitor(org);
  }

  @AfterEach
  void stop() throws Exception {
    org.close();
  }

  @Test
  void exchangesAGoodAssertionForAToken() throws Exception {
    HttpResponse<String> reply = visitor.present(visitor.assertion());
    assertEquals(200, reply.statusCode(), reply.body());
    JsonNode token = Visitor.json(reply);
    assertTrue(token.get("access_token").asText().matches("00D[A-Za-z0-9]{12}![A-Za-z0-9._]{90,}"));
    assertEquals(org.url().toString(), token.get("instance_url").asText());
    assertEquals("Bearer", token.get("token_type").asText());
    assertEquals("api id openid", token.get("scope").asText());
    assertEquals(Long.toString(Visitor.NOW.toEpochMilli()), token.get("issued_at").asText());
    assertTrue(token.get("id").asText().matches(".*/id/00D\\w{15}/005\\w{15}"));
    assertEquals("no-cache, no-store", reply.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(
        "application/json;charset=UTF-8", reply.headers().firstValue("Content-Type").orElse(""));
    assertEquals("Wed, 25 Nov 2026 12:00:00 GMT", reply.headers().firstValue("Date").orElse(""));
  }

  @Test
  void remembersWhatItWasAskedAndWhatItGave() throws Exception {
    String token = visitor.logIn();
    assertEquals(1, org.requests().size());
    assertEquals("/services/oauth2/token", org.requests().get(0).path());
    assertTrue(org.requests().get(0).form().containsKey("assertion"));
    assertEquals(1, org.tokens().size());
    assertEquals(token, org.tokens().get(0).reveal());
  }

  @Test
  void takesNothingButPost() throws Exception {
    HttpResponse<String> reply = visitor.get("/services/oauth2/token");
    assertEquals(405, reply.statusCode());
    assertEquals("POST", reply.headers().firstValue("Allow").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', unsupported_grant_type, grant type not supported",
    "grant_type=password, unsupported_grant_type, grant type not supported",
    "grant_type=JWT, invalid_grant, invalid assertion",
    "grant_type=JWT&assertion=a.b.c, invalid_grant, invalid assertion",
    "grant_type=JWT&assertion=x&scope=api, invalid_request, scope parameter not supported",
    "grant_type=JWT&assertion=x&client_secret=1, invalid_client, invalid client credentials",
  })
  void refusesAForm(String form, String error, String description) throws Exception {
    HttpResponse<String> reply =
        visitor.post(
            "/services/oauth2/token",
            form.replace("JWT", "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"));
    assertRefusal(reply, error, description);
  }

  @Test
  void refusesAnUnknownConsumerKeyBeforeItLooksAtTheSignature() throws Exception {
    Assertion other = Assertion.at(Visitor.NOW, "3MVGnobody", OrgSetup.USERNAME, org.audience());
    assertRefusal(
        visitor.present(other.signedWith(Visitor.key()).reveal()),
        "invalid_client_id",
        "client identifier invalid");
  }

  @Test
  void refusesAnotherKeysSignatureBeforeItLooksAtTheExpiry() throws Exception {
    Assertion late = expiring(Visitor.NOW.minusSeconds(60));
    assertRefusal(
        visitor.present(late.signedWith(Visitor.key()).reveal()),
        "invalid_grant",
        "invalid assertion");
  }

  @Test
  void refusesWhatHasExpiredByItsOwnClock() throws Exception {
    assertRefusal(
        visitor.present(expiring(Visitor.NOW)), "invalid_grant", "expired authorization code");
    assertEquals(200, visitor.present(expiring(Visitor.NOW.plusSeconds(1))).statusCode());
  }

  @Test
  void looksAtTheExpiryBeforeTheAudience() throws Exception {
    Assertion wrong =
        new Assertion(
            ConnectedApp.CLIENT_ID,
            OrgSetup.USERNAME,
            "https://else.where",
            Visitor.NOW.minusSeconds(1));
    assertRefusal(visitor.present(wrong), "invalid_grant", "expired authorization code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://login.salesforce.com", "https://login.salesforce.com/", "", "/"})
  void takesTheLoginHostAndItself(String audience) throws Exception {
    String whole = audience.startsWith("https") ? audience : org.audience() + audience;
    Assertion assertion =
        Assertion.at(Visitor.NOW, ConnectedApp.CLIENT_ID, OrgSetup.USERNAME, whole);
    assertEquals(200, visitor.present(assertion).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://test.salesforce.com",
        "http://login.salesforce.com",
        "login.salesforce.com",
        "https://login.salesforce.com/services/oauth2/token",
        "https://login.salesforce.com//"
      })
  void refusesAnotherAudience(String audience) throws Exception {
    Assertion assertion =
        Assertion.at(Visitor.NOW, ConnectedApp.CLIENT_ID, OrgSetup.USERNAME, audience);
    assertRefusal(visitor.present(assertion), "invalid_grant", "audience is invalid");
  }

  @Test
  void refusesAnUnknownUserLikeOneWhoNeverApproved() throws Exception {
    Assertion stranger =
        Assertion.at(Visitor.NOW, ConnectedApp.CLIENT_ID, "nobody@aquila.test", org.audience());
    assertRefusal(visitor.present(stranger), "invalid_grant", "user hasn't approved this consumer");
  }

  @Test
  void knowsSeveralUsersAndApps() throws Exception {
    OrgSetup setup = Visitor.setup().withUsernames(List.of("a@aquila.test", "b@aquila.test"));
    ConnectedApp first = setup.apps().get(0).approvedFor(Set.of("a@aquila.test"));
    ConnectedApp second = first.withClientId("3MVGsecond").approvedFor(Set.of("b@aquila.test"));
    try (SimulatedOrg two = SimulatedOrg.start(setup.withApps(List.of(first, second)))) {
      Visitor guest = new Visitor(two);
      assertEquals(200, guest.present(login(two, first, "a@aquila.test")).statusCode());
      assertEquals(200, guest.present(login(two, second, "b@aquila.test")).statusCode());
      assertRefusal(
          guest.present(login(two, first, "b@aquila.test")),
          "invalid_app_access",
          "user is not admin approved to access this app");
    }
  }

  private static Assertion login(SimulatedOrg org, ConnectedApp app, String username) {
    return Assertion.at(Visitor.NOW, app.clientId(), username, org.audience());
  }

  private Assertion expiring(Instant expiry) {
    return new Assertion(ConnectedApp.CLIENT_ID, OrgSetup.USERNAME, org.audience(), expiry);
  }

  private static void assertRefusal(HttpResponse<String> reply, String error, String description)
      throws Exception {
    assertEquals(400, reply.statusCode());
    assertEquals(
        Json.object().put("error", error).put("error_description", description),
        Visitor.json(reply));
  }
}
