package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ConfigFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The .properties format, and its traps. */
class PropertiesTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b",
        "a = b",
        "a:b",
        "a : b",
        "a b",
        "a\tb",
        "a\fb",
        " \t a=b",
        "a==b",
        "a=:b",
        "a = = b",
        "a",
        "a=",
        "=b",
        "a=b \t",
        "a=b\\\n  c",
        "a=b\\\r\n  c",
        "a=b\\\\\nc=d",
        "a=b\\\\\\\nc=d",
        "a\\\n=b",
        "a=\\\n\\\nb",
        "#a\\\nb=c",
        "!a=b",
        "a=#b",
        "a=b\\\n#c",
        "a=\\u0041\\u00e9",
        "\\u0061=b",
        "a\\ b=c",
        "a\\=b=c",
        "a\\:b:c",
        "a=\\ b",
        "a=\\#b\\!c",
        "a=C:\\\\keys\\\\new",
        "a=\\\\\\\\server\\\\share",
        "a=b\na=c",
        "\n\n a=b\n\n",
        "a=b\rc=d",
        "a=\u00a0b",
      })
  void readsWhatJavaReads(String text) throws IOException, ConfigFailure {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<String, String> read = new HashMap<>();
    parse("f", text).forEach(entry -> read.put(entry.key(), entry.value()));
    assertEquals(properties, read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\keys\\new\\server.key | C:/keys/new/server.key | C:\\\\keys\\\\new\\\\server.key",
        "C:\\users\\x | C:/users/x | C:\\\\users\\\\x",
        "C:\\keys\\new | C:/keys/new | C:\\\\keys\\\\new",
        "C:\\\\keys\\new | C:/keys/new | C:\\\\keys\\\\new",
        "\\\\server\\share\\k | //server/share/k | \\\\\\\\server\\\\share\\\\k",
        "\\\\\\\\server\\share | //server/share | \\\\\\\\server\\\\share",
        "\\keys\\k | /keys/k | \\\\keys\\\\k",
        "C:\\t | C:/t | C:\\\\t",
        "keys\\ | keys/ | keys\\\\",
        "C:\\u12 | C:/u12 | C:\\\\u12",
      })
  void showsBothRightSpellingsOfAWindowsPath(String raw, String slashes, String doubled) {
    ConfigFailure failure = refused(() -> parse("my.properties", "\nkey-path=" + raw));
    assertEquals(
        "my.properties, line 2: a single backslash is eaten by this file format: " + raw,
        failure.fact());
    assertEquals(List.of("write " + slashes + " or " + doubled), failure.hints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\\\keys\\", "/keys\\", "a \\"})
  void tellsOfABackslashThatSwallowsTheNextSetting(String path) {
    for (String next : List.of("username=u", "  username : u", "username\t= u")) {
      String words = words(refused(() -> parse("f", "#\nkey-path=" + path + "\n" + next)));
      assertTrue(words.startsWith("f, line 2: the backslash at the end joins"), words);
    }
  }

  @Test
  void namesTheFirstLineOfAContinuedValue() {
    ConfigFailure failure = refused(() -> parse("f", "#\nkey-path=a\\\n b\\\n C:\\k"));
    assertTrue(failure.fact().startsWith("f, line 2: "), failure.fact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-secret=hush\\keep",
        "password=hush\\keep",
        "proxy=http://DOMAIN\\me:hush@proxy:8080",
        "hush\\key=x",
        "hush\\key",
      })
  void doesNotRepeatWhatMayBeAPassword(String line) {
    String words = words(refused(() -> parse("f", line)));
    assertFalse(words.contains("hush"), words);
    assertTrue(words.contains("f, line 1: a single backslash"), words);
  }

  @Test
  void readsALongFileQuickly() throws ConfigFailure {
    String line = "k=" + "\\\\".repeat(30_000);
    assertEquals(30_000, parse("f", line).get(0).value().length());
    String folded = "k=\\\n".repeat(15_000) + "x";
    assertEquals(
        List.of("k"),
        parse("f", folded).stream().map(PropertiesText.Entry::key).collect(Collectors.toList()));
  }

  /** As the commands that stop at the first error. */
  private static List<PropertiesText.Entry> parse(String file, String text) throws ConfigFailure {
    List<FileNotice> notices = new ArrayList<>();
    List<PropertiesText.Entry> entries = PropertiesText.parse(Path.of(file), text, notices);
    if (!notices.isEmpty()) {
      throw notices.get(0).asFailure();
    }
    return entries;
  }

  @Test
  void goesOnBehindEachError() {
    List<FileNotice> notices = new ArrayList<>();
    List<PropertiesText.Entry> entries =
        PropertiesText.parse(
            Path.of("f"),
            """
            key-path=C:\\\\keys\\
            username=u
            ca-file=C:\\new
            client-id=-----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
            Zm9v
            -----END PRIVATE KEY-----

            token-url=t
            """,
            notices);
    assertEquals(
        List.of("username=u", "token-url=t"),
        entries.stream().map(entry -> entry.key() + "=" + entry.value()).toList());
    assertEquals(
        List.of(
            "JOINED_LINES key-path f, line 1",
            "BACKSLASH ca-file f, line 3",
            "KEY_TEXT client-id f, line 4"),
        notices.stream()
            .map(n -> n.kind() + " " + n.field().key() + " " + n.origin().text())
            .toList());
  }
}
