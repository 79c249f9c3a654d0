package aquila.rest;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.ApiRefused;
import aquila.failure.Failure;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd pages and odd records. */
class QueryRecordsTest {
  private static final String SOQL = "SELECT Id FROM Account";
  private static final String FIRST = "/services/data/v60.0/query?q=SELECT%20Id%20FROM%20Account";
  private static final String NEXT = "/services/data/v60.0/query/01gxx0000000001-";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private AskedOrg asked;

  @BeforeEach
  void begin() {
    asked = new AskedOrg(SERVER);
  }

  @Test
  void severalHundredPagesEnd() throws Exception {
    asked.answers(FIRST, 200, page(NEXT + "1"));
    IntStream.range(1, 300)
        .forEach(i -> asked.answers(NEXT + i, 200, page(NEXT + (i + 1), "{\"Id\":" + i + "}")));
    asked.answers(NEXT + "300", 200, page(null));
    assertEquals(299, all(SOQL).size());
  }

  @Test
  void anAbsoluteAddressOfTheOrgItselfIsNotTakenEither() throws Exception {
    asked.answers(FIRST, 200, page(asked.origin() + NEXT + "2"));
    assertThrows(ApiRefused.class, () -> all(SOQL));
  }

  @Test
  void pagesThatGoRoundInACircleEnd() throws Exception {
    asked
        .answers(FIRST, 200, page(NEXT + "2"))
        .answers(NEXT + "2", 200, page(NEXT + "3"))
        .answers(NEXT + "3", 200, page(NEXT + "2"));
    ApiRefused failure = assertThrows(ApiRefused.class, () -> all(SOQL));
    assertEquals(
        "the answer to the query sends back to a page that was already read", failure.fact());
  }

  @Test
  void aRefusedPageSaysWhichOneItWas() throws Exception {
    String gone =
        "[{\"errorCode\":\"INVALID_QUERY_LOCATOR\",\"message\":\"invalid query locator\"}]";
    asked.answers(FIRST, 200, page(NEXT + "2", "{\"Id\":\"1\"}")).answers(NEXT + "2", 400, gone);
    ApiRefused failure = assertThrows(ApiRefused.class, () -> all(SOQL));
    assertEquals("the next page of the query was refused", failure.fact());
    assertEquals("INVALID_QUERY_LOCATOR: invalid query locator (HTTP 400)", failure.words().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Lengths and sequence numbers come as doubles, and stay what was sent.
        "{\"LogFileLength\":2692.0,\"Sequence\":0.0} | {\"LogFileLength\":2692.0,\"Sequence\":0.0}",
        "{\"Big\":12345678901234567890,\"Small\":1.0E-7} | {\"Big\":12345678901234567890,\"Small\":1.0E-7}",
        "{\"attributes\":{\"type\":\"Account\",\"url\":\"/x\"},\"Id\":\"1\"} | {\"Id\":\"1\"}",
        "{\"Id\":\"1\",\"Owner\":{\"attributes\":{},\"Name\":\"J\",\"Manager\":{\"attributes\":{},\"Name\":\"K\"}}}"
            + " | {\"Id\":\"1\",\"Owner\":{\"Name\":\"J\",\"Manager\":{\"Name\":\"K\"}}}",
        "{\"Owner\":null,\"Contacts\":null} | {\"Owner\":null,\"Contacts\":null}",
        // An address is an object without attributes.
        "{\"Address\":{\"city\":\"Ulm\",\"postalCode\":\"89073\"}} | {\"Address\":{\"city\":\"Ulm\",\"postalCode\":\"89073\"}}",
        "{\"Contacts\":{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{},\"Id\":\"2\"}]}} | {\"Contacts\":[{\"Id\":\"2\"}]}",
        "{\"Metadata\":{\"list\":[{\"attributes\":{},\"a\":1},[{\"attributes\":{}}],\"x\"]}} | {\"Metadata\":{\"list\":[{\"a\":1},[{}],\"x\"]}}",
      })
  void recordsComeAsTheyWereSentButForTheirAttributes(String sent, String record) throws Exception {
    asked.answers(FIRST, 200, page(null, sent));
    assertEquals(List.of(record), all(SOQL));
  }

  @Test
  void thePagesOfASubqueryKeepToTheOrgAndEndToo() {
    String foreign =
        "{\"Contacts\":{\"done\":false,\"nextRecordsUrl\":\"https://evil.example/services/data/x\",\"records\":[]}}";
    asked.answers(FIRST, 200, page(null, foreign));
    assertThrows(ApiRefused.class, () -> all(SOQL));
    String round =
        "{\"Contacts\":{\"done\":false,\"nextRecordsUrl\":\"" + NEXT + "c2\",\"records\":[]}}";
    asked.answers(FIRST, 200, page(null, round)).answers(NEXT + "c2", 200, page(NEXT + "c2"));
    assertThrows(ApiRefused.class, () -> all(SOQL));
  }

  @Test
  void aCountOfAFieldIsARecordOfTheOrgs() throws Exception {
    String soql = "SELECT COUNT(Id) FROM Account";
    asked.answers(path(soql), 200, page(null, "{\"attributes\":{},\"expr0\":17}"));
    assertEquals(List.of("{\"expr0\":17}"), all(soql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"done\":true,\"records\":[]}", "{\"totalSize\":\"many\"}", "[]"})
  void aCountThatIsMissingIsNotMadeUp(String body) {
    String soql = "SELECT COUNT() FROM Account";
    asked.answers(path(soql), 200, body);
    ApiRefused failure = assertThrows(ApiRefused.class, () -> all(soql));
    assertEquals("the answer to the query has no count", failure.fact());
  }

  @Test
  void linesInAQueryDoNotBreakTheRequest() throws Exception {
    String soql = "SELECT Id\r\nFROM Account\r\nX: y";
    asked.answers(path(soql), 200, page(null));
    assertEquals(List.of(), all(soql));
  }

  private List<String> all(String soql) throws Failure {
    Query query = new Query(asked.org, "60.0", soql);
    List<String> records = new ArrayList<>();
    while (query.hasNext()) {
      records.addAll(lines(query.nextPage()));
    }
    return records;
  }

  private static List<String> lines(List<ObjectNode> records) {
    return records.stream().map(Json::write).toList();
  }

  private static String path(String soql) {
    return ApiCall.query("60.0", soql).pathAndQuery();
  }

  private static String page(String next, String... records) {
    ObjectNode page = Json.object();
    page.put("totalSize", 4);
    page.put("done", next == null);
    if (next != null) {
      page.put("nextRecordsUrl", next);
    }
    String rest = Json.write(page);
    return rest.substring(0, rest.length() - 1)
        + ",\"records\":["
        + String.join(",", records)
        + "]}";
  }
}
