package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ConfigFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dirt of mails and word processors. */
class CleanTextTest {
  private final List<String> warnings = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`abc\u00a0` | U+00A0 (no-break space) at position 4",
        "`\u00a0abc` | U+00A0 (no-break space) at position 1",
        "`ab\u200bc` | U+200B (zero width space) at position 3",
        "`\ufeffabc` | U+FEFF (zero width no-break space) at position 1",
        "`abc\t` | U+0009 (character tabulation) at position 4",
        "`abc\n` | U+000A (line feed (lf)) at position 4",
        "`abc\r` | U+000D (carriage return (cr)) at position 4",
        "`a\u0000c` | U+0000 (null) at position 2",
        "`a\u001b[31m` | U+001B (escape) at position 2",
        "`\u202eabc` | U+202E (right-to-left override) at position 1",
        "`a\u00adc` | U+00AD (soft hyphen) at position 2",
        "`a\u2003c` | U+2003 (em space) at position 2",
        "`a\u2028c` | U+2028 (line separator) at position 2",
        "`\ud83e\udd85\u200b` | U+200B (zero width space) at position 2",
        "`  a\u00a0b` | U+00A0 (no-break space) at position 4",
        "`a\ud800b` | U+D800 (high surrogates d800) at position 2",
      })
  void namesTheInvisibleCharacterAndItsPlace(String value, String what) {
    ConfigFailure failure = refused(() -> clean(value));
    assertEquals(
        "username (option --username) holds an invisible character: " + what, failure.fact());
  }

  @ParameterizedTest
  @CsvSource({"' abc', abc", "'abc  ', abc", "'  a b  ', a b"})
  void dropsPlainBlanksAndSaysSo(String value, String cleaned) throws ConfigFailure {
    assertEquals(cleaned, clean(value));
    assertEquals(
        List.of("username (option --username) had blanks at its ends: they are dropped"), warnings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "/my keys/the key of prod.key",
        "C:\\Program Files\\k",
        "o'neil@example.com",
        "\u0131\u015f\u0131k@\u00e9.com",
        "x",
        "\ud83e\udd85",
      })
  void leavesEverythingElseAlone(String value) throws ConfigFailure {
    assertEquals(value, clean(value));
    assertEquals(List.of(), warnings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc\"",
        "'abc'",
        "\u201cabc\u201d",
        "\u201eabc\u201c",
        "\u2018abc\u2019",
        "\u00ababc\u00bb",
        "`abc`",
        "\"abc\u201d",
        "  \"abc\"  ",
        "\"abc",
        "abc\u201d",
        "\"",
        "\"\"",
      })
  void refusesQuotationMarks(String value) {
    String fact = refused(() -> clean(value)).fact();
    assertTrue(fact.endsWith("stands in quotation marks"), fact);
  }

  private String clean(String value) throws ConfigFailure {
    Origin origin = new Origin.Option(Field.USERNAME, Path.of("/"));
    return CleanText.of(new Setting(Field.USERNAME, value, origin), warnings).value();
  }
}
