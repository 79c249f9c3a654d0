package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as people write them. */
class MomentTextTest {

  @ParameterizedTest
  @CsvSource({
    // Midnight UTC, though these tests run in St. John's.
    "2026-11-01, 2026-11-01T00:00:00Z",
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2026-11-01T05:00Z, 2026-11-01T05:00:00Z",
    "2026-11-01T05:00:30Z, 2026-11-01T05:00:30Z",
    "2026-11-01T05:00+02:00, 2026-11-01T03:00:00Z",
    "2026-11-01T00:00-03:30, 2026-11-01T03:30:00Z",
    "36h, 2026-11-24T00:00:00Z",
    "7d, 2026-11-18T12:00:00Z",
    "90m, 2026-11-25T10:30:00Z",
    "30s, 2026-11-25T11:59:30Z",
    "500ms, 2026-11-25T11:59:59.500Z",
    "0d, 2026-11-25T12:00:00Z",
    "1700-01-01, 1700-01-01T00:00:00Z",
  })
  void areUnderstood(String text, Instant moment) {
    assertEquals(Optional.of(moment), MomentText.parse(text, Bench.NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "7",
        "7w",
        "-7d",
        "2026-02-30",
        "2026-13-01",
        "2026-11-1",
        "01.11.2026",
        "2026-11-01 05:00",
        "2026-11-01T05:00",
        "2026-11-01T25:00Z",
        "T",
        "0001-01-01",
        "1699-12-31",
        "4000-01-01",
        "9999-12-31",
        "+12026-11-01T05:00Z",
        "999999999d",
        "99999999999999999999d",
        "٢٠٢٦-11-01",
      })
  void areNothingElse(String text) {
    assertEquals(Optional.empty(), MomentText.parse(text, Bench.NOW));
  }
}
