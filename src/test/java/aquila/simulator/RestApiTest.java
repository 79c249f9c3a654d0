package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    begin(Visitor.setup());
  }

  private void begin(OrgSetup setup) throws Exception {
    if (org != null) {
      org.close();
    }
    org = SimulatedOrg.start(setup);
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
  void pagesAreAsLongAsSalesforces() throws Exception {
    JsonNode first = Visitor.json(visitor.query(token, "SELECT Id FROM Contact"));
    assertEquals(2000, first.get("records").size());
    assertFalse(first.get("done").asBoolean());
    assertEquals(2500, first.get("totalSize").asInt());
    String next = first.get("nextRecordsUrl").asText();
    assertTrue(next.matches("/services/data/v60\\.0/query/0r8\\w{15}-2000"), next);
    JsonNode second = Visitor.json(visitor.getAs(token, next));
    assertEquals(500, second.get("records").size());
    assertTrue(second.get("done").asBoolean());
    assertFalse(second.has("nextRecordsUrl"));
  }

  @ParameterizedTest
  @CsvSource({"batchSize=200, 200", "batchSize=1, 200", "batchsize=9999, 2000", "other, 2000"})
  void aClientMayWishForShorterPages(String options, int size) throws Exception {
    HttpResponse<String> reply =
        visitor.query(token, "SELECT Id FROM Contact", "Sforce-Query-Options", options);
    assertEquals(size, Visitor.json(reply).get("records").size());
  }

  @Test
  void aTestMayWishForPagesOfAnyLength() throws Exception {
    begin(Visitor.setup().with(Conduct.NORMAL.withPageSize(7)));
    Set<String> ids = new HashSet<>();
    JsonNode page =
        Visitor.json(visitor.query(token, "SELECT Id, (SELECT Id FROM Contacts) FROM Account"));
    JsonNode children = page.at("/records/0/Contacts");
    assertEquals(7, children.get("records").size());
    String more = children.get("nextRecordsUrl").asText();
    assertTrue(Visitor.json(visitor.getAs(token, more)).get("records").size() > 0);
    for (JsonNode one : page.get("records")) {
      ids.add(one.get("Id").asText());
    }
    while (!page.get("done").asBoolean()) {
      page = Visitor.json(visitor.getAs(token, page.get("nextRecordsUrl").asText()));
      for (JsonNode one : page.get("records")) {
        ids.add(one.get("Id").asText());
      }
    }
    assertEquals(120, ids.size());
  }

  @Test
  void refusesAnUnknownPage() throws Exception {
    HttpResponse<String> reply =
        visitor.getAs(token, "/services/data/v60.0/query/0r8000000000000AAA-2000");
    assertEquals(400, reply.statusCode());
    assertEquals("INVALID_QUERY_LOCATOR", Visitor.json(reply).at("/0/errorCode").asText());
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
  void eventLogFilesAreAsLongAsTheySay() throws Exception {
    begin(
        Visitor.setup().with(new EventLogs(2, List.of("Login", "ApexUnexpectedException"), true)));
    JsonNode files =
        Visitor.json(
                visitor.query(
                    token,
                    "SELECT Id, LogFile, LogFileLength, LogFileFieldNames FROM EventLogFile"
                        + " WHERE Sequence >= 0"))
            .get("records");
    // Two days and this day's hours before eight, twice; four hours are still being gathered.
    assertEquals(2 * (2 + 2 * 24 + 8), files.size());
    Set<String> ids = new HashSet<>();
    for (JsonNode file : files) {
      ids.add(file.get("Id").asText());
      HttpResponse<String> csv = visitor.getAs(token, file.get("LogFile").asText());
      assertEquals(
          file.get("LogFileLength").asInt(), csv.body().getBytes(StandardCharsets.UTF_8).length);
      String names = file.get("LogFileFieldNames").asText();
      assertTrue(csv.body().startsWith("\"" + names.replace(",", "\",\"") + "\"\n"), csv.body());
    }
    assertEquals(files.size(), ids.size());
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

  @Test
  void aRevokedTokenIsOver() throws Exception {
    assertEquals(200, visitor.post("/services/oauth2/revoke", "token=" + token).statusCode());
    assertEquals(400, visitor.post("/services/oauth2/revoke", "token=" + token).statusCode());
    assertEquals(401, visitor.getAs(token, "/services/data/v60.0/limits").statusCode());
    String next = visitor.logIn();
    assertNotEquals(token, next);
    org.revokeAllTokens();
    assertEquals(401, visitor.getAs(next, "/services/data/v60.0/limits").statusCode());
  }

  @Test
  void tellsWhoATokenIs() throws Exception {
    JsonNode info = Visitor.json(visitor.getAs(token, "/services/oauth2/userinfo"));
    assertEquals(org.id(), info.get("organization_id").asText());
    assertEquals(OrgSetup.USERNAME, info.get("preferred_username").asText());
    assertEquals("Missing_OAuth_Token", visitor.get("/services/oauth2/userinfo").body());
    assertEquals("Bad_OAuth_Token", visitor.getAs("x", "/services/oauth2/userinfo").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "stall", "truncate", "500", "401", "limit"})
  void aFaultHappensAsOftenAsItIsTold(String name) throws Exception {
    begin(Visitor.setup().with(Fault.parse(name + ":2").orElseThrow()));
    for (int i = 0; i < 2; i++) {
      switch (name) {
        // Java's client repeats a request by itself when the connection is reset.
        case "stall", "reset" -> assertThrows(IOException.class, this::askWithoutPatience);
        case "truncate" ->
            assertThrows(
                IOException.class, () -> visitor.getAs(token, "/services/data/v60.0/limits"));
        default -> {
          int status = visitor.getAs(token, "/services/data/v60.0/limits").statusCode();
          assertEquals(name.equals("500") ? 500 : name.equals("401") ? 401 : 403, status);
        }
      }
      token = visitor.logIn();
    }
    assertEquals(200, visitor.getAs(token, "/services/data/v60.0/limits").statusCode());
  }

  /** A reader with a short time-out, and nothing that repeats what fails. */
  private void askWithoutPatience() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), org.url().getPort())) {
      socket.setSoTimeout(200);
      String request =
          "GET /services/data/v60.0/limits HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void faultsAreReadFromWords() {
    assertEquals(new Fault(Fault.Kind.RESET, 1), Fault.parse("reset").orElseThrow());
    assertEquals(new Fault(Fault.Kind.SERVER_ERROR, 3), Fault.parse("500:3").orElseThrow());
    for (String wrong : List.of("", "other", "reset:", "reset:0", "reset:x", "reset:1:2")) {
      assertTrue(Fault.parse(wrong).isEmpty(), wrong);
    }
  }
}
