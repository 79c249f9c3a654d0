package aquila.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.http.RawServer;
import aquila.json.Json;
import aquila.token.SignIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a query, and the records in them. */
class QueryTest {
  private static final String NEXT = "/services/data/v60.0/query/01g000000000001-2000";
  private static final String LAST = page("{\"n\":9}", "");

  private final SignIn signIn = new SignIn();

  @Test
  void followsTheAddressOfEachPageToTheEnd() throws Exception {
    try (OrgServer server =
        new OrgServer(
            json(page("{\"n\":1},{\"n\":2}", NEXT + "0")),
            json(page("", NEXT + "1")),
            json(page("{\"n\":3}", "")))) {
      assertEquals(List.of("{\"n\":1}", "{\"n\":2}", "{\"n\":3}"), records(server, "SELECT n"));
      assertTrue(server.calls().get(0).startsWith("GET /services/data/v60.0/query?q=SELECT%20n "));
      assertTrue(server.calls().get(1).startsWith("GET " + NEXT + "0 "));
      assertTrue(server.calls().get(2).startsWith("GET " + NEXT + "1 "));
      assertEquals(1, server.signIns());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/services/data/v60.0/query/x",
        "http://localhost/services/data/v60.0/query/x",
        "//evil.example/services/data/v60.0/query/x",
        "/services/oauth2/revoke",
        "/services/data/../oauth2/token",
        "@evil.example/services/data/",
        "01g000000000001-2000",
        ""
      })
  void anAddressElsewhereGetsNoToken(String address) throws Exception {
    try (OrgServer server = new OrgServer(json(page("{\"n\":1}", address, true)), json(LAST))) {
      Query query = new Query(server.org(signIn), "60.0", "SELECT n");
      assertEquals(1, query.nextPage().size(), "the first page is good");
      assertTrue(query.hasNext());
      ApiRefused failure = assertThrows(ApiRefused.class, query::nextPage);
      assertEquals(
          "the org names an address that is not its own, and the token is not sent there",
          failure.fact());
      assertEquals(1, server.calls().size());
    }
  }

  @Test
  void aPageThatLeadsBackEndsTheQuery() throws Exception {
    try (OrgServer server = new OrgServer(json(page("{\"n\":1}", NEXT)))) {
      Query query = new Query(server.org(signIn), "60.0", "SELECT n");
      query.nextPage();
      ApiRefused failure = assertThrows(ApiRefused.class, query::nextPage);
      assertEquals(
          "the answer to the query sends back to a page that was already read", failure.fact());
      assertEquals(2, server.calls().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"done\":false,\"records\":[]} | says that there is more, and not where",
        "{\"done\":false,\"nextRecordsUrl\":7,\"records\":[]} | says that there is more, and not where",
        "{\"done\":true} | has no records",
        "{\"done\":true,\"records\":null} | has no records",
        "{\"done\":true,\"records\":{}} | has no records",
        "[] | has no records",
        "\"text\" | has no records",
        "{\"done\":true,\"records\":[7]} | holds a record that is none",
        "{\"done\":true,\"records\":[[]]} | holds a record that is none",
        "{\"done\":true,\"records\":[null]} | holds a record that is none",
      })
  void anAnswerThatIsNoPageIsRefused(String body, String fact) throws Exception {
    try (OrgServer server = new OrgServer(json(body))) {
      Query query = new Query(server.org(signIn), "60.0", "SELECT n");
      ApiRefused failure = assertThrows(ApiRefused.class, query::nextPage);
      assertEquals("the answer to the query " + fact, failure.fact());
    }
  }

  @Test
  void aQueryThatIsOverHasNoPage() throws Exception {
    try (OrgServer server = new OrgServer(json(LAST))) {
      Query query = new Query(server.org(signIn), "60.0", "SELECT n");
      query.nextPage();
      assertFalse(query.hasNext());
      assertThrows(IllegalStateException.class, query::nextPage);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"attributes\":{\"type\":\"A\"},\"Id\":\"1\"} | {\"Id\":\"1\"}",
        "{\"Id\":\"1\",\"attributes\":null} | {\"Id\":\"1\"}",
        "{\"LogFileLength\":2692.0,\"Sequence\":0} | {\"LogFileLength\":2692.0,\"Sequence\":0}",
        "{\"Owner\":{\"attributes\":{},\"Name\":\"J\"}} | {\"Owner\":{\"Name\":\"J\"}}",
        "{\"Owner\":null} | {\"Owner\":null}",
        "{\"Place\":{\"city\":\"X\",\"geo\":{\"lat\":1.50}}} | {\"Place\":{\"city\":\"X\",\"geo\":{\"lat\":1.50}}}",
        "{\"A\":{\"B\":{\"attributes\":{},\"C\":true}}} | {\"A\":{\"B\":{\"C\":true}}}",
        "{\"Kids\":{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{},\"n\":1}]}} | {\"Kids\":[{\"n\":1}]}",
        "{\"Kids\":{\"totalSize\":0,\"done\":true,\"records\":[]}} | {\"Kids\":[]}",
        "{} | {}",
      })
  void recordsComeWithoutSalesforcesAttributes(String sent, String record) throws Exception {
    try (OrgServer server = new OrgServer(json(page(sent, "")))) {
      assertEquals(List.of(record), records(server, "SELECT n"));
    }
  }

  @Test
  void theRestOfASubqueryIsFetchedToo() throws Exception {
    String kids =
        "{\"Kids\":{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"%s\",\"records\":[{\"n\":1}]}}"
            .formatted(NEXT);
    try (OrgServer server =
        new OrgServer(json(page(kids, "")), json(page("{\"attributes\":{},\"n\":2}", "")))) {
      assertEquals(List.of("{\"Kids\":[{\"n\":1},{\"n\":2}]}"), records(server, "SELECT n"));
      assertTrue(server.calls().get(1).startsWith("GET " + NEXT + " "));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT COUNT() FROM Account, true",
    "select count() from Account WHERE x = 1, true",
    "' SELECT  Count ( )  FROM Account', true",
    "SELECT COUNT(Id) FROM Account, false",
    "SELECT Id FROM Account, false",
    "'SELECT Id FROM Account WHERE Name = ''select count() from x''', false",
  })
  void aCountIsOneRecordWithTheTotal(String soql, boolean isCount) throws Exception {
    String body = "{\"totalSize\":42,\"done\":true,\"records\":[]}";
    try (OrgServer server = new OrgServer(json(body))) {
      List<String> expected = isCount ? List.of("{\"count\":42}") : List.of();
      assertEquals(expected, records(server, soql));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a+b | SELECT%20a%2Bb",
        "x & y=z#? | x%20%26%20y%3Dz%23%3F",
        "'größe' | gr%C3%B6%C3%9Fe",
        "\uD83E\uDD85 | %F0%9F%A6%85",
        "2026-11-25T00:00:00Z | 2026-11-25T00%3A00%3A00Z",
        "LIKE '%_' | LIKE%20%27%25_%27",
      })
  void whateverIsInAQueryIsEncoded(String soql, String encoded) {
    assertEquals(
        "/services/data/v60.0/query?q=" + encoded, ApiCall.query("60.0", soql).pathAndQuery());
  }

  private List<String> records(OrgServer server, String soql) throws Exception {
    Query query = new Query(server.org(signIn), "60.0", soql);
    List<String> records = new ArrayList<>();
    while (query.hasNext()) {
      for (ObjectNode record : query.nextPage()) {
        records.add(Json.write(record));
      }
    }
    return records;
  }

  private static RawServer.Conversation json(String body) {
    return RawServer.json(200, body);
  }

  private static String page(String records, String next) {
    return page(records, next, !next.isEmpty());
  }

  private static String page(String records, String next, boolean isMore) {
    String address = isMore ? ",\"nextRecordsUrl\":\"" + next + "\"" : "";
    return "{\"totalSize\":3,\"done\":%b%s,\"records\":[%s]}".formatted(!isMore, address, records);
  }
}
