package aquila.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly how foreign text is shown. */
class PrintableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "0a | \\n",
        "0d | \\r",
        "09 | \\t",
        "00 | \\u{0}",
        "07 | \\u{7}",
        "08 | \\u{8}",
        "1b | \\u{1b}",
        "7f | \\u{7f}",
        "85 | \\u{85}",
        "9b | \\u{9b}",
        "ad | \\u{ad}",
        "61c | \\u{61c}",
        "200b | \\u{200b}",
        "200d | \\u{200d}",
        "200e | \\u{200e}",
        "2028 | \\u{2028}",
        "2029 | \\u{2029}",
        "202a | \\u{202a}",
        "202e | \\u{202e}",
        "2060 | \\u{2060}",
        "2066 | \\u{2066}",
        "2069 | \\u{2069}",
        "feff | \\u{feff}",
        "fff9 | \\u{fff9}",
        "e0041 | \\u{e0041}",
        "d800 | \\u{d800}",
        "dfff | \\u{dfff}",
      })
  void whatMovesOrHidesIsNamedByItsNumber(String hex, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "z";
    assertEquals("a" + shown + "z", ForeignText.printable(text));
  }

  @Test
  void allOtherCharactersOfTheBasicPlaneStayOrAreNamed() {
    for (int point = 0; point < 0x10000; point++) {
      String one = Character.toString(point);
      String shown = ForeignText.printable(one);
      boolean isNamed = shown.matches("\\\\[nrt]|\\\\u\\{[0-9a-f]+}");
      assertTrue(
          shown.equals(one) || isNamed, () -> String.format(Locale.ROOT, "%s for %s", shown, one));
      assertEquals(isNamed, shown.length() > 1);
    }
  }

  @Test
  void aPairStaysAPairAndItsHalvesAreNamed() {
    assertEquals("\ud83e\udd85", ForeignText.printable("\ud83e\udd85"));
    assertEquals("\\u{dd85}\\u{d83e}", ForeignText.printable("\udd85\ud83e"));
  }

  @Test
  void aLongTextIsCutAndSaysHowLongItWas() {
    assertEquals("x".repeat(2000), ForeignText.printable("x".repeat(2000)));
    assertEquals("x".repeat(2000) + "… (2001 characters)", ForeignText.printable("x".repeat(2001)));
    String eagles = "\ud83e\udd85".repeat(2001);
    assertTrue(ForeignText.printable(eagles).startsWith("\ud83e\udd85".repeat(2000) + "…"));
  }

  @Test
  void anAttackOnTheScreenIsReadable() {
    assertEquals(
        "\\u{1b}]0;evil\\u{7}\\u{1b}[2J\\r\\naquila: all is well",
        ForeignText.printable("\u001b]0;evil\u0007\u001b[2J\r\naquila: all is well"));
  }
}
