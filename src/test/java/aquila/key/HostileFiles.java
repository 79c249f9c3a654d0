package aquila.key;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/**
 * Files with bytes that somebody has thought of, and what is made of them: soon, or the test fails.
 *
 * @param home where they lie
 */
record HostileFiles(Path home) {

  /** Two seconds are promised; a loaded test machine gets twice that. */
  static final Duration SOON = Duration.ofSeconds(4);

  void assertUsable(byte[] content) {
    assertTrue(judge(content) instanceof KeyVerdict.Usable);
  }

  /** Refused as it is, and in Base64 too. */
  void assertTrouble(byte[] content) {
    assertNotNull(trouble(content));
    byte[] base64 = Base64.getEncoder().encode(content);
    if (base64.length <= 64 * 1024) {
      assertNotNull(trouble(base64));
    }
  }

  KeyTrouble trouble(byte[] content) {
    KeyVerdict verdict = judge(content);
    assertTrue(verdict instanceof KeyVerdict.Unusable, verdict::toString);
    return ((KeyVerdict.Unusable) verdict).trouble();
  }

  KeyVerdict judge(byte[] content) {
    Path file = KeyFixture.file(home, "k", content);
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            return KeyFile.judge(KeyFixture.source(file, "sesame"));
          } catch (Failure e) {
            throw new AssertionError(e);
          }
        });
  }
}
