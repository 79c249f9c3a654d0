package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryPagesTest {
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
    OrgSetup setup = Visitor.setup().with(Conduct.NORMAL.withPageSize(7));
    try (SimulatedOrg small = SimulatedOrg.start(setup)) {
      Visitor guest = new Visitor(small);
      String pass = guest.logIn();
      JsonNode page =
          Visitor.json(guest.query(pass, "SELECT Id, (SELECT Id FROM Contacts) FROM Account"));
      JsonNode children = page.at("/records/0/Contacts");
      assertEquals(7, children.get("records").size());
      String more = children.get("nextRecordsUrl").asText();
      assertTrue(Visitor.json(guest.getAs(pass, more)).get("records").size() > 0);
      Set<String> ids = new HashSet<>(ids(page));
      while (!page.get("done").asBoolean()) {
        page = Visitor.json(guest.getAs(pass, page.get("nextRecordsUrl").asText()));
        ids.addAll(ids(page));
      }
      assertEquals(120, ids.size());
    }
  }

  @Test
  void refusesAnUnknownPage() throws Exception {
    HttpResponse<String> reply =
        visitor.getAs(token, "/services/data/v60.0/query/0r8000000000000AAA-2000");
    assertEquals(400, reply.statusCode());
    assertEquals("INVALID_QUERY_LOCATOR", Visitor.json(reply).at("/0/errorCode").asText());
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("records").forEach(record -> ids.add(record.get("Id").asText()));
    return ids;
  }
}
