package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.failure.TokenRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the wire, as other people have seen them, and the row that each belongs to. */
class RemediesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "400 | invalid_grant | user hasn't approved this consumer | T1",
        "400 | invalid_app_access | user is not admin approved to access this app | T2",
        "400 | invalid_app_acess | user is not admin approved to access this app | T2",
        "400 | invalid_request | refresh_token scope is required and the connected app should be installed and preauthorized | T3",
        "400 | invalid_grant | invalid assertion | T4",
        "400 | invalid_grant | audience is invalid | T5",
        "400 | invalid_grant | expired authorization code | T7",
        "400 | invalid_client_id | client identifier invalid | T9",
        "400 | invalid_client | invalid client credentials | T10",
        "400 | invalid_client | app must be installed into org | T11",
        "400 | OAUTH_APP_BLOCKED | this app is blocked by admin | T12",
        "400 | invalid_grant | inactive user | T13",
        "400 | invalid_grant | ip restricted | T14",
        "400 | invalid_grant | login rate exceeded | T16",
        "400 | unsupported_grant_type | grant type not supported | T17",
        "400 | unknown_error | retry your request | T18",
        "400 | invalid_request | scope parameter not supported | T19",
        "400 | invalid_grant | authentication failure | T28",
      })
  void knowsARefusalOfTheTokenEndpoint(int status, String error, String words, String row) {
    Failure failure = new TokenRefused("refused", Cause.ofToken(status, error, words));
    Remedy remedy = Remedies.find(failure).orElseThrow();
    assertEquals(row, remedy.row());
    assertFalse(remedy.steps().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | INVALID_SESSION_ID | This session is not valid for use with the REST API | R1",
        "401 | INVALID_SESSION_ID | Session expired or invalid | R2",
        "401 | INVALID_AUTH_HEADER | INVALID_HEADER_TYPE | R3",
        "400 | URL_NOT_RESET | Destination URL not reset. The URL returned from login must be set | R5",
        "403 | API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization. | R6",
        "403 | API_CURRENTLY_DISABLED | API is disabled for this User | R7",
        "403 | REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded. | R8",
        "404 | NOT_FOUND | The requested resource does not exist | R9",
        "503 | SERVER_UNAVAILABLE | x | R10",
        "400 | INVALID_TYPE | sObject type 'EventLogFile' is not supported. | Q1",
        "400 | INVALID_FIELD | No such column 'Interval' on entity 'EventLogFile'. | Q3",
      })
  void knowsARefusalOfTheRestApi(int status, String code, String words, String row) {
    Failure failure = new ApiRefused("refused", Cause.ofRest(status, code, words));
    assertEquals(row, Remedies.find(failure).orElseThrow().row());
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, something new",
    "invalid_grant, user is frozen",
    "brand_new_error, x",
    "invalid_request, x",
  })
  void makesNoGuessAboutOtherWords(String error, String words) {
    Failure failure = new TokenRefused("refused", Cause.ofToken(400, error, words));
    assertTrue(Remedies.find(failure).isEmpty());
  }

  @Test
  void theSameWordsElsewhereAreNoRowOfTheTokenEndpoint() {
    Failure failure = new ApiRefused("refused", Cause.ofRest(400, "invalid_client_id", "x"));
    assertTrue(Remedies.find(failure).isEmpty());
  }
}
