package aquila.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number stays the text that was sent, and can be read as a number all the same. */
class SentNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0, 0, 0",
    "2692.0, 2692, 2692",
    "2692.9, 2692, 2692",
    "-2692.9, -2692, -2692",
    "1.0E7, 10000000, 10000000",
    "1e-400, 0, 0",
    "2147483647, 2147483647, 2147483647",
    "2147483648, 2147483648, 2147483647",
    "4294967296, 4294967296, 2147483647",
    "-2147483649, -2147483649, -2147483648",
    "9007199254740993, 9007199254740993, 2147483647",
    "9223372036854775807, 9223372036854775807, 2147483647",
    "9223372036854775808, 9223372036854775807, 2147483647",
    "1e400, 9223372036854775807, 2147483647",
    "-1e400, -9223372036854775808, -2147483648",
    "123456789012345678901234567890, 9223372036854775807, 2147483647",
  })
  void isTheNearestWholeNumberThatFits(String text, long whole, int small) throws IOException {
    JsonNode number = read(text);
    assertEquals(text, number.asText());
    assertEquals(text, Json.write(number));
    assertEquals(whole, number.asLong());
    assertEquals(whole, number.longValue());
    assertEquals(whole, number.asLong(7));
    assertEquals(small, number.asInt());
    assertEquals(small, number.intValue());
    assertEquals(small, number.asInt(7));
    assertTrue(number.isNumber());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x1F",
        "1_000",
        "1,5",
        "NaN",
        "Infinity",
        "-",
        "--1"
      })
  void whatJsonTakesForNoNumberIsNone(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  @Test
  void aNumberOfThousandsOfDigitsIsNotSalesforces() {
    assertThrows(IOException.class, () -> read("1".repeat(5000)));
  }

  @Test
  void equalsWhatLooksTheSame() throws IOException {
    assertEquals(read("2692.0"), read("2692.0"));
    assertEquals(read("2692.0"), Json.number("2692.0"));
    assertEquals(read("2692.0").hashCode(), read("2692.0").hashCode());
    assertNotEquals(read("2692.0"), read("2692"));
  }

  @Test
  void keepsItsFormInsideOfATree() throws IOException {
    String text = "{\"a\":[1.10,{\"b\":-1E+2}],\"c\":100000000000000000000.00}";
    assertEquals(text, Json.write(read(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"b\":{\"c\":1,\"c\":2}}",
        "[{\"a\":1,\"a\":1}]",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"\":1,\"\":2}"
      })
  void aMemberIsNamedOnce(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  @Test
  void membersOfDifferentObjectsMayShareAName() throws IOException {
    String text = "[{\"a\":1},{\"a\":{\"a\":{\"a\":2}}},{\"A\":3}]";
    assertEquals(text, Json.write(read(text)));
  }

  @Test
  void objectsAndArraysTogetherAreNoDeeperThanFifty() throws IOException {
    read("{\"a\":[".repeat(25) + "]}".repeat(25));
    String deep = "{\"a\":[".repeat(26) + "]}".repeat(26);
    assertThrows(IOException.class, () -> read(deep));
    String bomb = "[".repeat(100_000);
    assertThrows(IOException.class, () -> read(bomb));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"line\nend\"}",
        "{\"a\":\"\u0001\"}",
        "{a:1}",
        "{'a':1}",
        "[1 2]",
        "// comment\n1",
        "[1]garbage",
        "tru",
        "\"open",
        "\"\\x\"",
        "\"\\u12\""
      })
  void onlyWhatTheStandardAllowsIsJson(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  @Test
  void bytesThatAreNotUtf8AreNoText() {
    byte[] latin = "\"größe\"".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(IOException.class, () -> Json.read(latin));
  }

  private static JsonNode read(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
