package aquila.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aquila.failure.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that no setting has. */
class UnknownKeyTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user-name = x | user-name | username",
        "UserName = x | UserName | username",
        "USERNAME = x | USERNAME | username",
        "client_id = x | client_id | client-id",
        "CLIENT_ID = x | CLIENT_ID | client-id",
        "clientId: x | clientId | client-id",
        "clent-id x | clent-id | client-id",
        "keypath=x | keypath | key-path",
        "audience=x | audience | audience-url",
        "login-url=x | login-url | token-url",
        "AQUILA_TOKEN_URL=x | AQUILA_TOKEN_URL | token-url",
        "--token-url=x | --token-url | token-url",
        "JWT Authentication Audience URL: x | JWT Authentication Audience URL | audience-url",
        "JWT Authentication Client Key Path = x | JWT Authentication Client Key Path | key-path",
        "Username: x | Username | username",
        "Client ID = x | Client ID | client-id",
        "Instance URL=x | Instance URL | instance-url",
        "token url = x | Token URL | token-url",
        "username\u00a0= x | username\\u{a0} | username",
        "user\u200bname= x | user\\u{200b}name | username",
      })
  void namesTheNearestKnownKey(String line, String shown, String meant) throws Failure {
    assertWarning(line, "unknown key " + shown + " (%s, line 1): did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "client-secret, client-secret=hush",
    "password, password: hush",
    "colour, colour hush",
    "refreshToken, refreshToken=hush",
    "a.b.c, a.b.c=hush",
  })
  void showsAStrangeNameWithoutItsValue(String name, String line) throws Failure {
    assertWarning(line, "unknown key " + name + " (%s, line 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush4hush2",
        "5HuSh5HuSh7 = x",
        "= x",
        "{",
        "[hush]",
        "q9Zs4k0lqvvbQXjcGhVbnZq8r2B1mZq8r2B1mq9Zs4k0lqvvbQXjcGhVbnZq8r2B1",
        "q9Zs4k0lqvvbQXjcGhVbnZ==",
        "kX3y==",
        "hush\u001b[31m",
      })
  void doesNotShowWhatIsNoName(String line) throws Failure {
    assertWarning(
        line, "unknown key (%s, line 1): it does not look like a name, so it is not shown");
  }

  @Test
  void readsTheRestOfTheFile() throws Failure {
    Settings settings = new ConfigWorld(root).settingsOf("foo=bar\nusername=u");
    assertEquals("u", settings.find(Field.USERNAME).orElseThrow().value());
  }

  private void assertWarning(String line, String expected) throws Failure {
    ConfigWorld machine = new ConfigWorld(root);
    Settings settings = machine.settingsOf(line + "\n");
    assertEquals(1, settings.warnings().size(), settings.warnings()::toString);
    String warning = settings.warnings().get(0);
    assertEquals(String.format(expected, machine.defaultFile()), warning);
    assertFalse(warning.contains("hush"), warning);
  }
}
