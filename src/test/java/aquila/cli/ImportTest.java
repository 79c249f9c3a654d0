package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real {@code aquila import} makes of mails, and what check says to it. */
class ImportTest {

  @TempDir Path home;

  static List<Path> mails() throws IOException, URISyntaxException {
    Path directory = Path.of(ImportTest.class.getResource("/mails").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mails")
  void aMailBecomesAFileThatPassesTheCheck(Path mail) throws Exception {
    Bench bench = new Bench(home.toRealPath());
    assertEquals(0, bench.run("import", mail.toString()), bench.err);
    Path expected = Path.of(mail.toString().replace(".txt", ".properties"));
    assertEquals(Files.readString(expected), withoutComments(bench.out));
    assertFalse(bench.err.contains("error"), bench.err);

    Path written = Files.writeString(bench.home.resolve("acme.properties"), bench.out);
    // The key is on another machine than the mail.
    String key = SharedPair.directory().resolve("server.key").toString();
    int code = bench.run("check", "--strict", "--config", written.toString(), "--key-path", key);
    assertEquals(0, code, bench.out);
    bench.run("check", "--config", written.toString(), "-o", "json");
    assertTrue(bench.out.contains("\"exit\":4,"), bench.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
  void everyEncodingOfAMailIsRead(String charset) throws Exception {
    String mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
    String text = mark + "Username: \u201cjane@acme.com\u201d \u2013 M\u00fcller\n";
    Bench bench = new Bench(home.toRealPath());
    bench.in = new ByteArrayInputStream(text.getBytes(Charset.forName(charset)));
    assertEquals(3, bench.run("import", "-"));
    assertTrue(bench.out.contains("\nusername=jane@acme.com\n"), bench.out);
  }

  @Test
  void aKeyOrASecretInAMailIsNeverRepeated() throws Exception {
    String secret = "9F8E7D6C5B4A39281706F5E4D3C2B1A09F8E7D6C5B4A39281706F5E4D3C2B1A0";
    String key = Files.readString(SharedPair.directory().resolve("server.key"));
    for (String mail :
        List.of(
            "Client ID: " + secret,
            "Client Secret: " + secret,
            "Username: jane@acme.com\nPassword: " + secret,
            "Client ID: 3MVG9abcdefghijk\nClient ID: " + secret,
            "Instance URL: https://acme.my.salesforce.com " + secret,
            "Client Key Path:\n" + key,
            "Client Key Path: " + key.replace("\n", " "),
            "| Key Path | " + key.replace("\n", "\\n") + " |",
            key)) {
      Bench bench = new Bench(home.toRealPath());
      bench.in = new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
      assertEquals(3, bench.run("import", "-", "--debug"));
      String said = bench.out + bench.err;
      assertFalse(said.contains(secret), said);
      key.lines()
          .filter(line -> !line.startsWith("-----"))
          .forEach(line -> assertFalse(said.contains(line), said));
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    Bench bench = new Bench(home.toRealPath());
    assertEquals(3, bench.run("import", "none.txt"));
    assertTrue(bench.err.contains("none.txt cannot be read: there is no such file"), bench.err);
    assertEquals("", bench.out);
  }

  @Test
  void whateverIsLongerThanAMailIsRefused() throws Exception {
    Bench bench = new Bench(home.toRealPath());
    bench.in = new ByteArrayInputStream(new byte[(1 << 20) + 1]);
    assertEquals(3, bench.run("import"));
    assertTrue(bench.err.contains("longer than 1024 KiB"), bench.err);
  }

  private static String withoutComments(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
