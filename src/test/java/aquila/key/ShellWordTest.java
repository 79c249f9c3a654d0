package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths in commands that people copy. */
class ShellWordTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "/a/b.key, /a/b.key",
        "/a b/c, '/a b/c'",
        "/it's, '/it'\\''s'",
        "/$(x), '/$(x)'",
        "/a;b, '/a;b'",
        "/~x, '/~x'",
      })
  void quotesWhatAShellWouldTouch(String path, String word) {
    assertEquals(word, ShellWord.of(Path.of(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/server.key, /a/server-new.key",
    "/a/server, /a/server-new.key",
    "/a/x.y.p12, /a/x.y-new.key",
    "/a/.key, /a/.key-new.key",
  })
  void namesACopyBesideTheFile(String path, String copy) {
    assertEquals(copy, ShellWord.ofCopy(Path.of(path)));
  }
}
