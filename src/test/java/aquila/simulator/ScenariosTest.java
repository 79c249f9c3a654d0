package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosTest {

  @Test
  void haveUniqueIdsAndARowAndATitle() {
    Set<String> ids = new HashSet<>();
    for (Scenario scenario : Scenarios.all()) {
      assertTrue(ids.add(scenario.id()), scenario.id());
      assertTrue(
          scenario.id().matches("(field|key|network|token|api|logs)\\.[a-z0-9-]+"), scenario.id());
      assertTrue(scenario.row().matches("[CKNTRQDG][0-9]{1,2}b?"), scenario.row());
      assertFalse(scenario.title().isBlank());
      assertFalse(scenario.title().contains("\t"));
    }
  }

  @Test
  void coverEveryRowOfTheTokenEndpointAndOfRest() {
    Set<String> rows = Scenarios.all().stream().map(Scenario::row).collect(Collectors.toSet());
    for (int row = 1; row <= 28; row++) {
      assertTrue(rows.contains("T" + row), "T" + row);
    }
    for (int row = 1; row <= 12; row++) {
      assertTrue(rows.contains("R" + row), "R" + row);
    }
    assertTrue(rows.contains("T13b"));
  }

  @Test
  void areFoundByIdAndByRow() {
    assertEquals("T1", Scenarios.find("token.user-not-approved").orElseThrow().row());
    assertEquals("token.not-preauthorized", Scenarios.find("T2").orElseThrow().id());
    assertEquals("token.refresh-scope-missing", Scenarios.find("t3").orElseThrow().id());
    assertTrue(Scenarios.find("T99").isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          T1  | 400 | "error":"invalid_grant" | user hasn't approved this consumer
          T2  | 400 | "error":"invalid_app_access" | user is not admin approved to access this app
          T3  | 400 | "error":"invalid_request" | refresh_token scope is required and the connected app should be installed and preauthorized.
          T4  | 400 | "error":"invalid_grant" | invalid assertion
          token.certificate-missing | 400 | "error":"invalid_grant" | invalid assertion
          T5  | 400 | "error":"invalid_grant" | audience is invalid
          T6  | 400 | "error":"app_not_found" | External client app is not installed in this org
          T7  | 400 | "error":"invalid_grant" | expired authorization code
          T8  | 400 | "error":"invalid_grant" | invalid assertion
          T9  | 400 | "error":"invalid_client_id" | client identifier invalid
          T10 | 400 | "error":"invalid_client" | invalid client credentials
          T11 | 400 | "error":"invalid_client" | app must be installed into org
          T12 | 400 | "error":"OAUTH_APP_BLOCKED" | this app is blocked by admin
          T13 | 400 | "error":"invalid_grant" | inactive user
          T13b| 400 | "error":"invalid_grant" | user is locked
          T14 | 400 | "error":"invalid_grant" | ip restricted
          T15 | 400 | "error":"invalid_grant" | login hours restricted
          T16 | 400 | "error":"invalid_grant" | login rate exceeded
          T17 | 400 | "error":"unsupported_grant_type" | grant type not supported
          T18 | 400 | "error":"unknown_error" | retry your request
          token.unknown-error-always | 400 | "error":"unknown_error" | retry your request
          T19 | 400 | "error":"invalid_request" | scope parameter not supported
          T20 | 400 | "error":"inactive_org" | inactive
          T21 | 302 | <html> | Moved
          token.not-an-endpoint | 200 | <html> | Salesforce
          token.method-not-allowed | 405 | <html> | Method Not Allowed
          token.garbled | 200 | {"access_token":"00D | {
          token.access-token-missing | 200 | "token_type" | Bearer
          T22 | 420 | <html> | Down For Maintenance
          T23 | 503 | "error":"temporarily_unavailable" | unavailable
          T24 | 400 | "error":"invalid_grant" | LOGIN_ERROR_ORG_DOMAIN_ONLY
          T25 | 200 | "instance_url":"https://elsewhere.my.salesforce.invalid" | access_token
          T26 | 200 | "scope":"id openid" | access_token
          T27 | 200 | "id":"https://test.salesforce.com/id/00D | access_token
          T28 | 400 | "error":"invalid_grant" | authentication failure
          """)
  void speakAtTheTokenEndpoint(String name, int status, String first, String second)
      throws Exception {
    try (SimulatedOrg org = play(name)) {
      Visitor visitor = new Visitor(org);
      HttpResponse<String> reply = visitor.present(visitor.assertion());
      assertEquals(status, reply.statusCode(), reply.body());
      assertTrue(reply.body().contains(first), reply.body());
      assertTrue(reply.body().contains(second), reply.body());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          T26 | 401 | INVALID_SESSION_ID | This session is not valid for use with the REST API
          R1  | 401 | INVALID_SESSION_ID | This session is not valid for use with the REST API
          R2  | 401 | INVALID_SESSION_ID | Session expired or invalid
          R3  | 401 | INVALID_AUTH_HEADER | INVALID_HEADER_TYPE
          R4  | 401 | INVALID_JWT_FORMAT | INVALID_JWT_FORMAT
          R5  | 400 | URL_NOT_RESET | Destination URL not reset. The URL returned from login must be set
          R6  | 403 | API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization.
          R7  | 403 | API_CURRENTLY_DISABLED | API is disabled for this User
          R8  | 403 | REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded.
          R9  | 404 | NOT_FOUND | The requested resource does not exist
          R10 | 503 | SERVER_UNAVAILABLE | unavailable
          api.maintenance | 420 | <html> | Maintenance
          R12 | 403 | INSUFFICIENT_ACCESS | insufficient access
          Q1  | 400 | INVALID_TYPE | sObject type 'EventLogFile' is not supported.
          Q5  | 200 | "totalSize":0 | "done":true
          """)
  void speakAtTheRestApi(String name, int status, String first, String second) throws Exception {
    try (SimulatedOrg org = play(name)) {
      Visitor visitor = new Visitor(org);
      String token = visitor.logIn();
      HttpResponse<String> reply = visitor.query(token, "SELECT Id FROM EventLogFile");
      assertEquals(status, reply.statusCode(), reply.body());
      assertTrue(reply.body().contains(first), reply.body());
      assertTrue(reply.body().contains(second), reply.body());
    }
  }

  @Test
  void userInfoRefusesWithABareWord() throws Exception {
    for (String name : List.of("api.userinfo-refused", "api.openid-scope-missing")) {
      try (SimulatedOrg org = play(name)) {
        Visitor visitor = new Visitor(org);
        HttpResponse<String> reply = visitor.getAs(visitor.logIn(), "/services/oauth2/userinfo");
        assertEquals(403, reply.statusCode());
        assertTrue(reply.body().matches("Bad_OAuth_Token|Invalid_Scope"), reply.body());
      }
    }
  }

  @Test
  void aHiccupPassesAfterTwoTries() throws Exception {
    try (SimulatedOrg org = play("token.unknown-error")) {
      Visitor visitor = new Visitor(org);
      assertEquals(400, visitor.present(visitor.assertion()).statusCode());
      assertEquals(400, visitor.present(visitor.assertion()).statusCode());
      assertEquals(200, visitor.present(visitor.assertion()).statusCode());
    }
  }

  @Test
  void aWrongClockIsSeenInTheDateHeader() throws Exception {
    for (List<String> expected :
        List.of(
            List.of("T7", "Wed, 25 Nov 2026 12:10:00 GMT"),
            List.of("T8", "Wed, 25 Nov 2026 11:50:00 GMT"))) {
      try (SimulatedOrg org = play(expected.get(0))) {
        HttpResponse<String> reply = new Visitor(org).get("/services/data");
        assertEquals(expected.get(1), reply.headers().firstValue("Date").orElse(""));
      }
    }
  }

  @Test
  void aRedirectNamesAHostThatDoesNotExist() throws Exception {
    try (SimulatedOrg org = play("token.redirected")) {
      Visitor visitor = new Visitor(org);
      HttpResponse<String> reply = visitor.present(visitor.assertion());
      URI target = URI.create(reply.headers().firstValue("Location").orElse(""));
      assertTrue(target.getHost().endsWith(".invalid"));
    }
  }

  @Test
  void anAnswerCanBeEmptyOrTooLong() throws Exception {
    try (SimulatedOrg empty = play("token.empty");
        SimulatedOrg tooLong = play("token.too-long")) {
      Visitor visitor = new Visitor(empty);
      assertEquals("", visitor.present(visitor.assertion()).body());
      visitor = new Visitor(tooLong);
      assertTrue(visitor.present(visitor.assertion()).body().length() > 1 << 20);
    }
  }

  private static SimulatedOrg play(String name) throws Exception {
    return SimulatedOrg.start(Visitor.setup().with(Scenarios.find(name).orElseThrow()));
  }
}
