package aquila.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31m",
        "\u0000",
        "\u0007",
        "\u007f",
        "\u009b2J",
        "\u202e",
        "\u2066",
        "\r",
        "\n"
      })
  void makesVisibleWhatWouldMoveATerminal(String evil) {
    String shown = ForeignText.printable("a" + evil + "z");
    assertTrue(shown.startsWith("a") && shown.endsWith("z"), shown);
    assertTrue(
        shown.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202e || c == 0x2066),
        shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "Größe", "東京", "🦅", "a\\b", "{x}", ""})
  void leavesAllElseAsItIs(String text) {
    assertEquals(text, ForeignText.printable(text));
  }

  @Test
  void isNotEndless() {
    assertTrue(ForeignText.printable("x".repeat(1 << 20)).length() < 1 << 16);
  }
}
