package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Date-times in and out. */
class SalesforceTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T03:12:45.000+0000, 2026-11-24T03:12:45Z",
    "2026-11-24T03:12:45.678+0000, 2026-11-24T03:12:45.678Z",
    "2026-11-24T03:12:45.678901+0000, 2026-11-24T03:12:45.678Z",
    "2026-11-24T03:12:45+0000, 2026-11-24T03:12:45Z",
    "2026-11-24T03:12:45Z, 2026-11-24T03:12:45Z",
    "2026-11-24T03:12:45.000Z, 2026-11-24T03:12:45Z",
    "2026-11-24T03:12:45.000+05:30, 2026-11-23T21:42:45Z",
    "2026-11-24T03:12:45.000-0330, 2026-11-24T06:42:45Z",
    "2024-02-29T00:00:00.000+0000, 2024-02-29T00:00:00Z",
  })
  void readsWhatTheApiSends(String sent, Instant moment) {
    assertEquals(moment, SalesforceTime.parse(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "2026-11-24",
        "2026-11-24T03:12:45",
        "2026-11-24 03:12:45Z",
        "2026-02-30T00:00:00.000+0000",
        "2025-02-29T00:00:00.000+0000",
        "2026-13-01T00:00:00.000+0000",
        "2026-11-24T25:00:00.000+0000",
        "2026-11-24T24:00:00.000+0000",
        "2026-11-24T03:60:45.000+0000",
        "26-11-24T03:12:45.000+0000",
        "+12026-11-24T03:12:45.000+0000",
        "12026-11-24T03:12:45.000+0000",
        "-2026-11-24T03:12:45.000+0000",
        "2026-11-24T03:12:45.000+0000x",
        "2026-11-24T03:12:45.000+9900",
        "../../2026-11-24T03:12:45.000+0000",
        "٢٠٢٦-11-24T03:12:45.000+0000",
      })
  void readsNothingElse(String text) {
    assertThrows(DateTimeException.class, () -> SalesforceTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T03:12:45Z, 2026-11-24T03:12:45.000Z",
    "2026-11-24T03:12:45.678901Z, 2026-11-24T03:12:45.678Z",
    "1999-12-31T23:59:59.999Z, 1999-12-31T23:59:59.999Z",
  })
  void writesALiteralWithoutQuotesOrPlus(Instant moment, String literal) {
    assertEquals(literal, SalesforceTime.literal(moment));
  }
}
