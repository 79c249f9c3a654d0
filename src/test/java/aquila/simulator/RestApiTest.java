package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {
  private SimulatedOrg org;
  private Visitor visitor;
  private String token;

  @BeforeEach
  void start() throws Exception {
    org = SimulatedOrg.start(Visitor.setup());
    visitor = new Visitor(org);
    token = visitor.logIn();
  }

  @AfterEach
  void stop() throws Exception {
    org.close();
  }

  @Test
  void listsItsVersionsToAnybody() throws Exception {
    JsonNode versions = Visitor.json(visitor.get("/services/data/"));
    JsonNode newest = versions.get(versions.size() - 1);
    assertEquals("67.0", newest.get("version").asText());
    assertEquals("/services/data/v67.0", newest.get("url").asText());
    assertEquals("Summer '26", newest.get("label").asText());
    assertEquals("Spring '24", versions.get(60 - 31).get("label").asText());
  }

  @Test
  void tellsWhichOrgItIsBeforeAnybodyLogsIn() throws Exception {
    assertEquals(
        org.id(),
        Visitor.json(visitor.get("/.well-known/auth-configuration")).get("OrgId").asText());
    assertEquals(
        org.tokenUrl().toString(),
        Visitor.json(visitor.get("/.well-known/openid-configuration"))
            .get("token_endpoint")
            .asText());
  }

  @ParameterizedTest
  @CsvSource({
    "'', INVALID_SESSION_ID",
    "Bearer 00Dnobody!x, INVALID_SESSION_ID",
    "Bearer, INVALID_AUTH_HEADER",
    "Basic abc, INVALID_AUTH_HEADER"
  })
  void refusesAnybodyElse(String authorization, String code) throws Exception {
    HttpResponse<String> reply =
        authorization.isEmpty()
            ? visitor.get("/services/data/v60.0/limits")
            : visitor.get("/services/data/v60.0/limits", "Authorization", authorization);
    assertEquals(401, reply.statusCode());
    assertEquals(code, Visitor.json(reply).at("/0/errorCode").asText());
  }

  @Test
  void countsCallsInAHeader() throws Exception {
    assertEquals("api-usage=1/15000", usage(visitor.getAs(token, "/services/data/v60.0/limits")));
    HttpResponse<String> second = visitor.getAs(token, "/services/data/v60.0/limits");
    assertEquals("api-usage=2/15000", usage(second));
    assertEquals(14_998, Visitor.json(second).at("/DailyApiRequests/Remaining").asInt());
  }

  private static String usage(HttpResponse<String> reply) {
    return reply.headers().firstValue("Sforce-Limit-Info").orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/data/v68.0/limits",
        "/services/data/v60/limits",
        "/services/data/v60.0/nothing",
        "/services/data/v60.0/sobjects/Nothing/describe",
        "/services/data/v60.0/sobjects/Account/001000000000000AAA",
        "/services/data/v60.0/sobjects/Account/x"
      })
  void knowsNothingElse(String path) throws Exception {
    HttpResponse<String> reply = visitor.getAs(token, path);
    assertEquals(404, reply.statusCode());
    assertEquals("NOT_FOUND", Visitor.json(reply).at("/0/errorCode").asText());
  }

  @Test
  void describesObjects() throws Exception {
    JsonNode all = Visitor.json(visitor.getAs(token, "/services/data/v60.0/sobjects"));
    List<String> names = new ArrayList<>();
    all.get("sobjects").forEach(object -> names.add(object.get("name").asText()));
    assertTrue(names.containsAll(List.of("Account", "EventLogFile", "User")), names.toString());
    JsonNode account =
        Visitor.json(visitor.getAs(token, "/services/data/v60.0/sobjects/account/describe"));
    assertEquals("001", account.get("keyPrefix").asText());
    assertEquals("Id", account.at("/fields/0/name").asText());
    assertEquals("Contacts", account.at("/childRelationships/0/relationshipName").asText());
  }

  @Test
  void givesARecordByEitherFormOfItsId() throws Exception {
    JsonNode account =
        Visitor.json(visitor.query(token, "SELECT Id, Name FROM Account LIMIT 1")).at("/records/0");
    String id = account.get("Id").asText();
    for (String form : List.of(id, id.substring(0, 15))) {
      JsonNode record =
          Visitor.json(visitor.getAs(token, "/services/data/v60.0/sobjects/Account/" + form));
      assertEquals(account.get("Name"), record.get("Name"));
    }
  }

  @Test
  void columnsAreDescribedForSalesforcesCommandLine() throws Exception {
    HttpResponse<String> reply =
        visitor.getAs(
            token,
            "/services/data/v60.0/query?columns=true&q="
                + "SELECT+Id,Owner.Name,(SELECT+Name+FROM+Contacts)+FROM+Account");
    JsonNode metadata = Visitor.json(reply);
    assertEquals("Account", metadata.get("entityName").asText());
    assertEquals("001", metadata.get("keyPrefix").asText());
    assertTrue(metadata.get("idSelected").asBoolean());
    JsonNode columns = metadata.get("columnMetadata");
    assertEquals("Id", columns.at("/0/columnName").asText());
    assertEquals("Owner", columns.at("/1/columnName").asText());
    assertEquals("Name", columns.at("/1/joinColumns/0/columnName").asText());
    assertTrue(columns.at("/2/aggregate").asBoolean());
    assertEquals("Name", columns.at("/2/joinColumns/0/columnName").asText());
  }

  @Test
  void compressesOnlyIfAsked() throws Exception {
    HttpResponse<String> plain = visitor.getAs(token, "/services/data/v60.0/limits");
    assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
    HttpResponse<String> small =
        visitor.getAs(token, "/services/data/v60.0/limits", "Accept-Encoding", "gzip");
    assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElse(""));
  }

  @Test
  void refusesAnAddressOfMoreThan16KiB() throws Exception {
    assertEquals(
        200, visitor.query(token, "SELECT Id FROM Account" + " ".repeat(15_000)).statusCode());
    assertEquals(
        414, visitor.query(token, "SELECT Id FROM Account" + " ".repeat(17_000)).statusCode());
  }
}
