package aquila.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name a slip of the finger was to be. */
class NearestNameTest {
  private static final List<String> NAMES = List.of("Login", "Logout", "API", "URI", "RestApi");

  @ParameterizedTest
  @CsvSource({
    "Loginn, Login",
    "Lgoin, Login",
    "Lgin, Login",
    "rest_api, RestApi",
    "RestAip, RestApi",
    "URL, URI",
    "UR, URI",
    "CSP, ",
    "Report, ",
  })
  void aSlipIsFewLettersOff(String typed, String meant) {
    assertEquals(Optional.ofNullable(meant), NearestName.slip(typed, NAMES));
  }
}
