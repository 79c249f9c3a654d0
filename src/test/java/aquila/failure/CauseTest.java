package aquila.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How the other side's words stand on one line. */
class CauseTest {

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(Cause.of("Connection refused"), "Connection refused"),
        Arguments.of(Cause.ofStatus(420, ""), "HTTP 420"),
        Arguments.of(Cause.ofStatus(503, "Down"), "Down (HTTP 503)"),
        Arguments.of(
            Cause.ofToken(400, "invalid_grant", "ip restricted"),
            "invalid_grant: ip restricted (HTTP 400)"),
        Arguments.of(Cause.ofToken(400, "invalid_grant", null), "invalid_grant (HTTP 400)"),
        Arguments.of(Cause.ofToken(400, "invalid_grant", ""), "invalid_grant (HTTP 400)"),
        Arguments.of(
            Cause.ofRest(404, "NOT_FOUND", "no such thing"), "NOT_FOUND: no such thing (HTTP 404)"),
        Arguments.of(Cause.ofRest(404, "NOT_FOUND", ""), "NOT_FOUND (HTTP 404)"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void joinsTheWordsThatThereAre(Cause cause, String line) {
    assertEquals(line, cause.text());
    assertEquals("", cause.word("no such word"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void keepsTheWordsInTheirOrder(Cause cause, String line) {
    List<String> order = List.of("error", "error_description", "errorCode", "message");
    List<String> names = List.copyOf(cause.words().keySet());
    assertEquals(order.stream().filter(names::contains).toList(), names, line);
  }
}
