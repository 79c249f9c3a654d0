package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.failure.Cause;
import aquila.http.HttpReply;
import aquila.http.Replies;
import aquila.world.StillWorld;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's clock against the server's, rows T7, T8 and N15. */
class ClockSkewTest {

  @ParameterizedTest
  @CsvSource({
    "'Wed, 25 Nov 2026 12:00:00 GMT', PT0S, PT0S",
    "'Wed, 25 Nov 2026 11:59:00 GMT', PT0S, PT1M",
    "'Wed, 25 Nov 2026 12:01:00 GMT', PT0S, PT-1M",
    "'Wed, 25 Nov 2026 12:00:05 GMT', PT10S, PT0S",
    "'Thu, 25 Nov 2027 12:00:00 GMT', PT0S, PT-8760H",
  })
  void isMeasuredAtTheMiddleOfTheExchange(String date, Duration took, Duration ahead) {
    HttpReply reply =
        Replies.at(StillWorld.NOW, StillWorld.NOW.plus(took), 400, Map.of("date", date), "");
    assertEquals(Optional.of(new ClockSkew(ahead)), ClockSkew.of(reply));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbled", "Wed, 25 Nov 2026", "0"})
  void isNotKnownWithoutADate(String date) {
    assertEquals(Optional.empty(), ClockSkew.of(Replies.of(400, Map.of("date", date), "")));
    assertEquals(Optional.empty(), ClockSkew.of(Replies.of(400, Map.of(), "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "PT-61S | invalid_grant | expired authorization code | 1 min 1 s behind",
        "PT-60S | invalid_grant | expired authorization code | -",
        "PT0S | invalid_grant | expired authorization code | -",
        "PT-5M | invalid_grant | Expired authorization code | 5 min 0 s behind",
        "PT-3H-5M | invalid_grant | expired authorization code | 3 h 5 min behind",
        "PT-5M | invalid_grant | invalid assertion | -",
        "PT-5M | invalid_grant | audience is invalid | -",
        "PT-5M | invalid_client_id | client identifier invalid | -",
        "PT61S | invalid_grant | invalid assertion | 1 min 1 s ahead of",
        "PT60S | invalid_grant | invalid assertion | -",
        "PT5M | invalid_grant | expired authorization code | 5 min 0 s ahead of",
        "PT5M | invalid_grant | audience is invalid | -",
        "PT5M | invalid_grant | user hasn't approved this consumer | -",
        "PT5M | invalid_request | invalid assertion | -",
      })
  void isNamedOnlyWhereItExplainsTheRefusal(
      Duration ahead, String error, String description, String shown) {
    Optional<String> hint = new ClockSkew(ahead).explaining(Cause.ofToken(400, error, description));
    assertEquals(
        Optional.ofNullable(shown),
        hint.map(text -> text.replaceAll("this machine's clock is (.*) the server's,.*", "$1")));
  }
}
