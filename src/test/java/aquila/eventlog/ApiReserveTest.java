package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.rest.ApiUsage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls are left to others. */
class ApiReserveTest {

  @ParameterizedTest
  @CsvSource({
    // reserve, used, limit, reached
    "10%, 13499, 15000, false",
    "10%, 13500, 15000, true",
    "10%, 15000, 15000, true",
    "10%, 16000, 15000, true",
    "10%, 0, 15000, false",
    "0%, 15000, 15000, false",
    "0, 15000, 15000, false",
    "100%, 0, 15000, true",
    "500, 14499, 15000, false",
    "500, 14500, 15000, true",
    "99999, 0, 15000, true",
    "10%, 0, 0, false",
    "10%, 5, 9, false",
    "1, 4, 5, true",
  })
  void isReachedWhenNothingElseIsLeft(String reserve, long used, long limit, boolean isReached) {
    assertEquals(
        isReached, ApiReserve.parse(reserve).orElseThrow().isReached(new ApiUsage(used, limit)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "%", "-1", "-1%", "101%", "10 %", "1e3", "9999999999", "10%%", "ten", "٣"})
  void takesNothingElse(String text) {
    assertEquals(Optional.empty(), ApiReserve.parse(text));
  }
}
