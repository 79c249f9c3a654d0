package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoqlRefusalTest {
  private SimulatedOrg org;
  private Visitor visitor;
  private String token;

  @BeforeAll
  void start() throws Exception {
    org = SimulatedOrg.start(Visitor.setup());
    visitor = new Visitor(org);
    token = visitor.logIn();
  }

  @AfterAll
  void stop() throws Exception {
    org.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT                                  | MALFORMED_QUERY | unexpected token: <EOF>
          SELECT Id FROM Account WHERE            | MALFORMED_QUERY | unexpected token: <EOF>
          SELECT FROM Account                     | MALFORMED_QUERY | unexpected token: 'FROM'
          SELECT Id FROM Account WHERE Name       | MALFORMED_QUERY | unexpected token: <EOF>
          SELECT Id FROM Account LIMIT x          | MALFORMED_QUERY | unexpected token: 'x'
          SELECT Id FROM Account GARBAGE TOKENS   | MALFORMED_QUERY | unexpected token: 'TOKENS'
          SELECT Id FROM Account WHERE Name = 'a  | MALFORMED_QUERY | string literal is not closed
          SELECT Id FROM Account WHERE Name = '\\q' | MALFORMED_QUERY | Illegal character sequence
          SELECT Id FROM Account WHERE Id = null OR Id = null AND Id = null | MALFORMED_QUERY | unexpected token: 'AND'
          SELECT Id, Id FROM Account              | MALFORMED_QUERY | duplicate field selected: Id
          SELECT Id a FROM Account                | MALFORMED_QUERY | only aggregate expressions use field aliasing
          SELECT Name, COUNT(Id) FROM Account     | MALFORMED_QUERY | Field must be grouped or aggregated: Name
          SELECT Id FROM Account WHERE CreatedDate > 2026-11-01T00:00:00 | MALFORMED_QUERY | unexpected token
          SELECT Id FROM Account WHERE CreatedDate > 2026-13-41T00:00:00Z | MALFORMED_QUERY | unexpected token
          SELECT Nmae FROM Account                | INVALID_FIELD | No such column 'Nmae' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c'
          SELECT Id FROM Account WHERE Nmae = 'x' | INVALID_FIELD | No such column 'Nmae' on entity 'Account'.
          SELECT Id FROM Account ORDER BY Nmae    | INVALID_FIELD | No such column 'Nmae' on entity 'Account'.
          SELECT Owner.Nmae FROM Account          | INVALID_FIELD | No such column 'Nmae' on entity 'User'.
          SELECT Boss.Name FROM Account           | INVALID_FIELD | Didn't understand relationship 'Boss' in field path.
          SELECT Id FROM Account WHERE Name = 1   | INVALID_FIELD | value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes
          SELECT Id FROM Account WHERE CreatedDate = '2026-11-01T00:00:00Z' | INVALID_FIELD | must be of type dateTime and should not be enclosed in quotes
          SELECT Id FROM Account WHERE Id = 'x'   | INVALID_QUERY_FILTER_OPERATOR | invalid ID field: x
          SELECT Id FROM Account WHERE Id LIKE '001%' | INVALID_QUERY_FILTER_OPERATOR | invalid operator on id field
          SELECT Id FROM Acount                   | INVALID_TYPE | sObject type 'Acount' is not supported. If you are attempting to use a custom object
          SELECT Id FROM ScratchOrgInfo           | INVALID_TYPE | sObject type 'ScratchOrgInfo' is not supported.
          SELECT (SELECT Id FROM Cars) FROM Account | INVALID_TYPE | Didn't understand relationship 'Cars' in FROM part of query call.
          SELECT SUM(Name) FROM Account           | MALFORMED_QUERY | field Name does not support aggregate operator SUM
          SELECT COUNT(IsDeleted) FROM Account    | MALFORMED_QUERY | field IsDeleted does not support aggregate operator COUNT
          SELECT MAX(LogFile) FROM EventLogFile   | MALFORMED_QUERY | field LogFile does not support aggregate operator MAX
          SELECT COUNT(Id) FROM Account GROUP BY CreatedDate | MALFORMED_QUERY | field 'CreatedDate' can not be grouped in a query call
          SELECT Id FROM EventLogFile ORDER BY LogFileFieldNames | MALFORMED_QUERY | field 'LogFileFieldNames' can not be sorted in a query call
          SELECT Id FROM EventLogFile WHERE LogFileFieldNames LIKE '%ID%' | INVALID_FIELD | field 'LogFileFieldNames' can not be filtered in a query call
          SELECT Name FROM Account GROUP BY Name HAVING COUNT(Id) > '1' | INVALID_FIELD | must be of type int and should not be enclosed in quotes
          SELECT Name FROM Account GROUP BY Name HAVING MAX(Name) > 1 | INVALID_FIELD | must be of type string and should be enclosed in quotes
          SELECT COUNT(Id) a.b FROM Account       | MALFORMED_QUERY | unexpected token: 'a.b'
          SELECT Id FROM Account OFFSET 2001      | NUMBER_OUTSIDE_VALID_RANGE | Maximum SOQL offset allowed is 2000
          """)
  void saysWhatIsWrongInSalesforcesWords(String soql, String code, String words) throws Exception {
    HttpResponse<String> reply = visitor.query(token, soql);
    assertEquals(400, reply.statusCode(), reply.body());
    JsonNode error = Visitor.json(reply);
    assertEquals(1, error.size());
    assertEquals(code, error.at("/0/errorCode").asText());
    assertTrue(error.at("/0/message").asText().contains(words), reply.body());
  }

  @Test
  void showsThePlaceOfAnError() throws Exception {
    JsonNode error = Visitor.json(visitor.query(token, "SELECT Id, Nmae FROM Account"));
    assertTrue(
        error
            .at("/0/message")
            .asText()
            .startsWith(
                """

                SELECT Id, Nmae FROM Account
                           ^
                ERROR at Row:1:Column:12
                No such column"""),
        error.toString());
  }

  @Test
  void intervalCameWithVersion37() throws Exception {
    String query = "query?q=SELECT+Interval+FROM+EventLogFile";
    assertEquals(200, visitor.getAs(token, "/services/data/v37.0/" + query).statusCode());
    HttpResponse<String> older = visitor.getAs(token, "/services/data/v36.0/" + query);
    assertEquals(400, older.statusCode());
    assertTrue(older.body().contains("No such column 'Interval' on entity 'EventLogFile'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void wantsAQuery(String soql) throws Exception {
    HttpResponse<String> reply = visitor.query(token, soql);
    assertEquals(400, reply.statusCode());
    assertTrue(reply.body().contains("MALFORMED_QUERY"));
  }
}
