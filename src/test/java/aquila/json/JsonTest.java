package aquila.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":2692.0,\"b\":1.0E7,\"c\":-0,\"d\":123456789012345678901234567890}",
        "[true,false,null,\"x\",[],{}]",
        "{\"text\":\"line\\nend \\\"quoted\\\" \\u0001\"}",
        "\"alone\"",
        "{\"größe\":\"東京 🦅\"}",
      })
  void writesWhatItHasRead(String text) throws IOException {
    assertEquals(text, Json.write(read(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1",
        "[1,]",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "nope",
        "'x'",
        "NaN"
      })
  void refusesWhatIsNotOneWholeValue(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  @Test
  void refusesWhatIsNestedTooDeep() throws IOException {
    read("[".repeat(50) + "]".repeat(50));
    String deep = "[".repeat(51) + "]".repeat(51);
    assertThrows(IOException.class, () -> read(deep));
  }

  @Test
  void aNumberIsStillANumber() throws IOException {
    var number = read("2692.0");
    assertEquals(2692, number.asInt());
    assertEquals(2692L, number.longValue());
    assertEquals(2692.0, number.doubleValue());
    assertEquals("2692.0", number.asText());
  }

  private static com.fasterxml.jackson.databind.JsonNode read(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
