package aquila.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api-usage=25/15000 | 25 | 15000 | 14975",
        "api-usage=25/15000; per-app-api-usage=17/250(appName=sample) | 25 | 15000 | 14975",
        "per-app-api-usage=17/250(appName=x), api-usage=1/2 | 1 | 2 | 1",
        "api-usage=16000/15000 | 16000 | 15000 | 0",
      })
  void readsTheHeader(String header, long used, long limit, long left) {
    ApiUsage usage = ApiUsage.parse(header).orElseThrow();
    assertEquals(new ApiUsage(used, limit), usage);
    assertEquals(left, usage.left());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api-usage", "api-usage=x/y", "per-app-api-usage=17/250", "-1/2"})
  void takesNothingElseForOne(String header) {
    assertEquals(Optional.empty(), ApiUsage.parse(header));
  }

  @Test
  void aNumberThatIsTooLongIsNone() {
    assertEquals(Optional.empty(), ApiUsage.parse("api-usage=9999999999999/1"));
  }
}
