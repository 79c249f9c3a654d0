package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts for people. */
class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "1234, 1.2 kB",
    "99949, 99.9 kB",
    "123456, 123 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "5000000, 5.0 MB",
    "2000000000, 2.0 GB",
    "3000000000000, 3.0 TB",
    "9000000000000000, 9000 TB",
  })
  void areInDecimalUnits(long bytes, String text) {
    assertEquals(text, Amount.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 files", "1, 1 file", "2, 2 files", "12345, 12345 files"})
  void areInWords(long count, String text) {
    assertEquals(text, Amount.files(count));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT99S, 99 s",
    "PT100S, 1 min",
    "PT5M, 5 min",
    "PT99M59S, 99 min",
    "PT100M, 1 h",
    "PT29H, 29 h",
    "P29D, 696 h",
  })
  void areInTheLargestUnitOfTime(Duration time, String text) {
    assertEquals(text, Amount.time(time));
  }
}
