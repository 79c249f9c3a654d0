package aquila.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One event as JSON. */
class LogRowTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Number|12|12",
        "Number|-1|-1",
        "Number|0|0",
        "Number|12.50|12.50",
        "Number|1.5E3|1.5E3",
        "Number|9007199254740993|9007199254740993",
        "Number|123456789012345678901234567890|123456789012345678901234567890",
        "Number|''|null",
        "Number|007|\"007\"",
        "Number|+1|\"+1\"",
        "Number|.5|\".5\"",
        "Number|NaN|\"NaN\"",
        "Number|1,5|\"1,5\"",
        "Number|0x1F|\"0x1F\"",
        "Number|'1 '|\"1 \"",
        "Number|Salesforce.com IP|\"Salesforce.com IP\"",
        "number|3|3",
        "NUMBER|3|3",
        "Boolean|1|true",
        "Boolean|0|false",
        "Boolean|true|true",
        "Boolean|TRUE|true",
        "Boolean|False|false",
        "Boolean|''|null",
        "Boolean|yes|\"yes\"",
        "Boolean|2|\"2\"",
        "String|12|\"12\"",
        "String|''|\"\"",
        "Id|005000000000001|\"005000000000001\"",
        "DateTime|20220913052243.429|\"20220913052243.429\"",
        "IP|203.0.113.7|\"203.0.113.7\"",
        "UnknownKind|1|\"1\"",
        "''|1|\"1\"",
      })
  void isTypedWhereTheOrgSaysSoAndTheValueIsOne(String type, String value, String json) {
    LogRow row = new LogRow(List.of("A"), List.of(value), Map.of("A", type));
    assertEquals("{\"A\":" + json + "}", Json.write(row.json()));
  }

  @Test
  void isTextWithoutTypes() {
    LogRow row = new LogRow(List.of("A", "B"), List.of("1", "x\r\n\"y\""), Map.of());
    assertEquals("{\"A\":\"1\",\"B\":\"x\\r\\n\\\"y\\\"\"}", Json.write(row.json()));
  }

  @Test
  void aShortRowIsFilledUp() {
    LogRow row = new LogRow(List.of("A", "B", "C"), List.of("1"), Map.of("B", "Number"));
    assertEquals("{\"A\":\"1\",\"B\":null,\"C\":\"\"}", Json.write(row.json()));
  }
}
