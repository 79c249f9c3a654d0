package aquila.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts at the edges of what is read and written. */
class JsonTextTest {

  @Test
  void takesAByteOrderMarkForNothing() throws IOException {
    assertEquals("{\"a\":1}", Json.write(read("\ufeff{\"a\":1}")));
  }

  @Test
  void refusesObjectsThatAreNestedTooDeep() throws IOException {
    assertTrue(read("{\"a\":".repeat(50) + "1" + "}".repeat(50)).isObject());
    String deep = "{\"a\":".repeat(100_000);
    assertThrows(IOException.class, () -> read(deep));
  }

  @Test
  void takesALongText() throws IOException {
    String text = "x".repeat(5_000_000);
    assertEquals(text, read("\"" + text + "\"").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000\u0001\u001b", "\u2028\u2029", "\"\\/", "\ud83e\udd85", "</script>"})
  void readsWhatItHasWritten(String text) throws IOException {
    ObjectNode object = Json.object();
    object.put(text, text);
    String line = Json.write(object);
    assertTrue(line.chars().noneMatch(c -> c < ' '), line);
    assertEquals(object, read(line));
  }

  @Test
  void writesWhatIsPutInWithoutBeingSent() {
    ObjectNode object = Json.object();
    object.put("long", 1L << 60);
    object.put("int", -1);
    object.put("flag", true);
    object.putNull("nothing");
    object.putArray("list").add("x").addObject();
    assertEquals(
        "{\"long\":1152921504606846976,\"int\":-1,\"flag\":true,\"nothing\":null,\"list\":[\"x\",{}]}",
        Json.write(object));
  }

  private static JsonNode read(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
