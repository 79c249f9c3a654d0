package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.TokenRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who write queries are told, and that the catalogue's own rows come first. */
class QueryMistakeTest {
  private static final Situation SITUATION = new Situation(Map.of("username", "jane@example.com"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVALID_FIELD | SELECT Nmae FROM Account. No such column 'Nmae' on entity 'Account'. | check the spelling of the field",
        "INVALID_FIELD | Didn't understand relationship 'Boss' in field path. | a parent is named by its relationship",
        "INVALID_TYPE | Didn't understand relationship 'Cars' in FROM part of query call. | a parent is named by its relationship",
        "INVALID_TYPE | sObject type 'Acount' is not supported. | check the spelling of the object",
        "MALFORMED_QUERY | unexpected token: '*' | SOQL is not SQL",
      })
  void aMistakeInAQueryHasOneHint(String code, String message, String hint) {
    List<String> hints = hints(code, message);
    assertEquals(1, hints.size(), hints.toString());
    assertTrue(hints.get(0).startsWith(hint), hints.toString());
    assertTrue(hints.stream().noneMatch(text -> text.contains("{")), hints.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVALID_FIELD | value of filter criterion for field 'Name' must be of type string",
        "INVALID_QUERY_LOCATOR | invalid query locator",
        "NEW_CODE | something new",
      })
  void wordsThatExplainThemselvesOrAreNotKnownGetNone(String code, String message) {
    assertEquals(List.of(), hints(code, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVALID_FIELD | No such column 'Interval' on entity 'EventLogFile'. | Interval and Sequence",
        "INVALID_TYPE | sObject type 'EventLogFile' is not supported. | View Event Log Files",
      })
  void aRowOfTheCatalogueComesFirst(String code, String message, String words) {
    List<String> hints = hints(code, message);
    assertTrue(hints.stream().anyMatch(hint -> hint.contains(words)), hints.toString());
    assertTrue(hints.stream().noneMatch(hint -> hint.contains("spelling")), hints.toString());
  }

  @Test
  void theTokenEndpointKnowsNoQueries() {
    TokenRefused refused =
        new TokenRefused("refused", Cause.ofToken(400, "MALFORMED_QUERY", "no such column"));
    assertTrue(
        Remedies.hints(refused, SITUATION).stream().noneMatch(hint -> hint.contains("SOQL")));
  }

  @Test
  void whiteSpaceAroundForeignWordsIsNoPartOfThem() {
    assertEquals(
        "INVALID_FIELD: no such column (HTTP 400)",
        Cause.ofRest(400, "INVALID_FIELD", "\n no such column\r\n").text());
    assertEquals("x: y (HTTP 400)", Cause.ofToken(400, "x", " y\n").text());
    assertEquals("gone", Cause.of("\tgone ").text());
  }

  private static List<String> hints(String code, String message) {
    return Remedies.hints(new ApiRefused("refused", Cause.ofRest(400, code, message)), SITUATION);
  }
}
