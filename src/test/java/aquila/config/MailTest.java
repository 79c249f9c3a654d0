package aquila.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The six fields out of mails of every shape; each mail below mails/ has what must be found. */
class MailTest {

  static List<Path> mails() throws IOException, URISyntaxException {
    Path directory = Path.of(MailTest.class.getResource("/mails").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mails")
  void nothingIsLost(Path file) throws IOException {
    String text = Files.readString(file);
    String expected = Files.readString(Path.of(file.toString().replace(".txt", ".properties")));
    assertEquals(expected, found(Mail.read(text)));
    assertEquals(expected, found(Mail.read("\ufeff" + text.replace("\n", "\r\n"))));
    assertEquals(expected, found(Mail.read(text.replaceAll("(?m)^", "> "))), "quoted");
  }

  @Test
  void thereAreTwentyShapesAndMore() throws IOException, URISyntaxException {
    assertTrue(mails().size() >= 20);
  }

  private static String found(Mail mail) {
    return Field.required().stream()
        .map(
            field ->
                mail.only(field)
                    .map(mailed -> PropertiesLine.of(field, mailed.value()))
                    .orElse(field.key() + " " + mail.found().get(field) + "\n"))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Username: jane@acme.com|jane@acme.com|",
        "Username: \u201cjane@acme.com\u201d|jane@acme.com|marks around it were taken off",
        "Username: jane@acme.com (login)|jane@acme.com|what stood beside it was left out",
        "Username: jane@acme.com.|jane@acme.com|punctuation at its end was left out",
        "Username: <jane@acme.com>|jane@acme.com|a link was taken apart",
        "Username: jane\u200b@acme.com|jane@acme.com|characters that cannot be seen were taken out",
        "Username: jdoe|jdoe|",
        "Username: Jane Doe|Jane Doe|",
      })
  void everyChangeIsTold(String line, String value, String change) {
    Mailed mailed = Mail.read(line).only(Field.USERNAME).orElseThrow();
    assertEquals(value, mailed.value());
    assertEquals(change == null ? List.of() : List.of(change), mailed.changes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Username:",
        "Username: TBD",
        "Username: see attachment",
        "Username: -\n",
        "Username:\n\nClient ID: 3MVG9abcdefghijk",
        "The username and the client ID follow tomorrow.",
        "https://acme.my.salesforce.com/?username=jane@acme.com",
        "| Username | |",
        "Username\n\nOur answers in the same order:\njane@acme.com",
        "The username is what you call the login name.",
        "We do not know what the username is.",
        "Client ID and username ...",
      })
  void nothingIsMadeUp(String text) {
    assertTrue(Mail.read(text).missing().contains(Field.USERNAME));
  }

  @Test
  void differentValuesOfAFieldAreAllKept() {
    Mail mail = Mail.read("Username: new@acme.com\n\n> Username: old@acme.com\n");
    assertEquals(List.of(Field.USERNAME), mail.doubled());
    assertEquals(
        List.of("new@acme.com 1", "old@acme.com 3"),
        mail.found().get(Field.USERNAME).stream().map(m -> m.value() + " " + m.line()).toList());
  }

  @Test
  void aValueThatFitsBeatsAWordThatDoesNot() {
    Mail mail = Mail.read("Username: as discussed on the phone\nUsername: jane@acme.com\n");
    assertEquals("jane@acme.com", mail.only(Field.USERNAME).orElseThrow().value());
  }

  @Test
  void theUnfilledGuideHoldsNoValues() {
    Mail mail =
        Mail.read(
            """
            Required fields for JWT Authentication Integration:
            -
            JWT Authentication Audience URL
            -
            JWT Authentication Client Key Path
            -
            Username
            -
            Client ID
            -
            Instance URL
            -
            Token URL
            Provide this required fields to CyTech Support.
            """);
    assertEquals(Field.required(), mail.missing());
  }

  @Test
  void secretsAreNotedAndNotKept() {
    String key =
        "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----";
    Mail mail =
        Mail.read("Client Secret: hush-hush\nClient Key Path: " + key + "\nUsername: a@b.c");
    assertEquals(2, mail.notes().size(), mail.notes()::toString);
    assertTrue(mail.notes().get(0).startsWith("line 1 holds a secret"), mail.notes()::toString);
    assertTrue(mail.notes().get(1).startsWith("line 2 holds the text"), mail.notes()::toString);
    List<String> all = new ArrayList<>(mail.notes());
    mail.found().values().forEach(values -> values.forEach(v -> all.add(v.toString())));
    assertFalse(all.toString().matches("(?s).*(?:hush|MII|BEGIN).*"), all::toString);
    assertTrue(mail.missing().contains(Field.KEY_PATH));
  }

  @Test
  void noTextMakesItThrowOrTakeLong() {
    List<String> pieces =
        List.of(
            "Username",
            ": ",
            "Client ID",
            " = ",
            "\n",
            "> ",
            "| ",
            "\t",
            "  ",
            "<td>",
            "</td>",
            "<a href=",
            "<style>",
            "<!--",
            "=3D",
            "=\n",
            "&#x41;",
            "&nbsp;",
            "\u00a0",
            "\u200b",
            "\"",
            "**",
            "](",
            "[",
            "https://",
            "a.b/",
            "x@y.z",
            "-",
            "1.",
            "JWT Authentication ",
            "Secret: ",
            "\ud800",
            "\u0000",
            "\\");
    Random random = new Random(42);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k >= 0; k--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Mail.read(text.toString());
    }
    for (String piece : pieces) {
      assertTimeout(Duration.ofSeconds(10), () -> Mail.read("Username: " + piece.repeat(20_000)));
      assertTimeout(Duration.ofSeconds(10), () -> Mail.read(piece.repeat(20_000)));
    }
  }
}
