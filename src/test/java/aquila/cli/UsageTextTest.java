package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mistake that the parser knows, in our words. */
class UsageTextTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // A word too many, or one that is not there.
        "tokne                         | unknown command tokne | did you mean token?",
        "xyzzy                         | unknown command xyzzy | -",
        "key nwe                       | unknown command nwe | did you mean new?",
        "fetch                         | unknown command fetch | did you mean logs fetch?",
        "show server.key               | unknown command show | did you mean key show?",
        "key new server.key other      | unexpected argument other | -",
        "query SELECT Id FROM Account  | unexpected argument Id | a query is one word: put it in quotes",
        "demo please                   | unexpected argument please | -",
        // What is missing.
        "query                         | SOQL is missing | -",
        "key new                       | FILE is missing | -",
        "key show --cert server.crt    | FILE is missing | -",
        "logs verify                   | DIR is missing | -",
        "key                           | give one of the commands new and show | -",
        "token --deadline              | --deadline needs a value: TIME | -",
        "token -o                      | -o needs a value: FORM | -",
        "token --deadline --quiet      | --deadline needs a value: TIME | -",
        "token -o -q                   | -o needs a value: FORM | -",
        "--username token              | --username needs a value: VALUE | -",
        "logs list --type              | --type needs a value: T | -",
        "token --org                   | --org needs a value: NAME | -",
        // Values that mean nothing.
        "token -o xml                  | -o: 'xml' is not one of text, json, header, env | -",
        "token -oxml                   | --output: 'xml' is not one of text, json, header, env | -",
        "token --output=xml            | --output: 'xml' is not one of text, json, header, env | -",
        "query -o xml x                | -o: 'xml' is not one of table, json, ndjson, csv | -",
        "check -o html                 | -o: 'html' is not one of text, json, markdown | -",
        "logs list --interval weekly   | --interval: 'weekly' is not one of daily, hourly, both | -",
        "token --deadline soon         | --deadline: 'soon' is not a time such as 500ms, 30s, 5m, 2h or 7d | -",
        "token --deadline=             | --deadline: '' is not a time such as 500ms, 30s, 5m, 2h or 7d | -",
        "key new a.key --bits many     | --bits: 'many' is not a whole number | -",
        "key new a.key --bits 2048.5   | --bits: '2048.5' is not a whole number | -",
        "key new a.key --days 99999999999 | --days: '99999999999' is out of range | -",
        "simulate --port http          | --port: 'http' is not a whole number | -",
        "simulate --seed 9999999999999999999 | --seed: '9999999999999999999' is out of range | -",
        "token --quiet=yes             | --quiet takes no value | -",
        "check --strict=often          | --strict takes no value | -",
        "token --help=me               | --help takes no value | -",
        "token --quiet --quiet=no      | --quiet takes no value | -",
        // Too often.
        "token --username a --username b | --username is given more than once | -",
        "token -o text --output json   | -o is given more than once | -",
        // Options that are not there, or not here.
        "token --usernam jane          | unknown option --usernam | did you mean --username?",
        "token --zebra                 | unknown option --zebra | -",
        "token -x                      | unknown option -x | -",
        "token -qx                     | unknown option -x | -",
        "token --gzip                  | unknown option --gzip | -",
        "token --version               | unknown option --version | did you mean aquila --version?",
        "token -V                      | unknown option -V | did you mean aquila --version?",
        "-o json token                 | unknown option -o | -o belongs to token and comes behind it: aquila token -o …",
        "--type Login logs list        | unknown option --type | --type belongs to list and comes behind it: aquila logs list --type …",
        "logs --type Login fetch logs  | unknown option --type | --type belongs to fetch and comes behind it: aquila logs fetch --type …",
        "-o json                       | unknown option -o | -o belongs to a command and comes behind its name",
        "key --bits 3072               | unknown option --bits | --bits belongs to a command and comes behind its name",
        // Help on what is not there.
        "tokne --help                  | unknown command tokne | did you mean token?",
        "key nwe -h                    | unknown command nwe | did you mean new?",
        "--org acme help tokne         | unknown command tokne | did you mean token?",
        "-q help logs fetc             | unknown command fetc | did you mean fetch?",
        "help tokne                    | unknown command tokne | did you mean token?",
        "help key nwe                  | unknown command nwe | did you mean new?",
      })
  void everyMistakeHasWordsOfOurs(String typed, String fact, String hint) {
    Bench bench = new Bench(home);
    assertEquals(2, bench.run(typed.split(" ", -1)), bench.err);
    assertEquals("", bench.out);
    List<String> lines = bench.err.lines().toList();
    assertEquals("aquila: error: " + fact, lines.get(0));
    assertEquals(hint == null ? 2 : 3, lines.size(), bench.err);
    if (hint != null) {
      assertEquals("aquila: hint: " + hint, lines.get(1));
    }
    assertTrue(lines.get(lines.size() - 1).matches("aquila: hint: see aquila.* --help"));
  }

  @Test
  void theHelpOfTheNearestCommandIsNamed() {
    Bench bench = new Bench(home);
    for (String typed : List.of("key nwe", "key nwe -h", "key nwe --help", "help key nwe")) {
      assertEquals(2, bench.run(typed.split(" ", -1)));
      assertTrue(bench.err.endsWith("\naquila: hint: see aquila key --help\n"), bench.err);
    }
  }

  /** A value may be called like a command that is not there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "query help --help",
        "import nobody.txt --help",
        "logs fetch logs -h",
        "--org acme token --help",
        "--org acme help token",
        "--org help help token",
        "-q --username=help help key new",
        "tokne --version --help",
      })
  void helpIsNotRefusedForAValue(String typed) {
    Bench bench = new Bench(home);
    assertEquals(0, bench.run(typed.split(" ", -1)), bench.err);
    assertEquals("", bench.err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --passphrase hunter2",
        "token --passphrase=hunter2",
        "token -phunter2",
        "token -p hunter2",
        "token -qphunter2",
        "--passphrase hunter2 token",
        "key show server.key --key-passphrase hunter2",
        "key show --key-passphrase hunter2 server.key",
        "query --token hunter2 SELECT",
        "token --quiet=hunter2",
        "token --help=hunter2",
      })
  void aValueThatMayBeASecretIsNotRepeated(String typed) {
    Bench bench = new Bench(home);
    assertEquals(2, bench.run(typed.split(" ", -1)), bench.err);
    assertFalse((bench.out + bench.err).contains("hunter2"), bench.err);
  }

  @Test
  void aMistakeIsTextWhateverFormTheResultWouldHave() {
    Bench bench = new Bench(home);
    assertEquals(2, bench.run("token", "-o", "json", "--deadline", "0"));
    assertTrue(bench.err.startsWith("aquila: error: --deadline leaves "), bench.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "help help", "help --help", "help -h", "--help", "help --org a"})
  void allWaysToTheMainHelp(String typed) {
    Bench bench = new Bench(home);
    assertEquals(0, bench.run("--help"), bench.err);
    String help = bench.out;
    assertEquals(0, bench.run(typed.split(" ", -1)), bench.err);
    assertEquals(help, bench.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "-V token", "--version query", "-V key new a.key"})
  void theVersionIsAllThatIsPrintedWhereItIsAskedFor(String typed) {
    Bench bench = new Bench(home);
    assertEquals(0, bench.run(typed.split(" ", -1)), bench.err);
    assertTrue(bench.out.matches("aquila [0-9.]+ \\(Java .*\\)\\n"), bench.out);
    assertEquals("", bench.err);
  }
}
