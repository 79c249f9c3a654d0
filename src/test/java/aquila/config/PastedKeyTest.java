package aquila.config;

import static aquila.config.ConfigWorld.refused;
import static aquila.config.ConfigWorld.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's K25: the text of the private key where something else belongs. */
class PastedKeyTest {
  private static final byte[] DER = privateKey();
  private static final String BODY =
      Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(DER);
  private static final String PEM =
      "-----BEGIN PRIVATE KEY-----\n" + BODY + "\n-----END PRIVATE KEY-----\n";

  @TempDir Path root;
  private ConfigWorld machine;

  @BeforeEach
  void makeMachine() {
    machine = new ConfigWorld(root);
    for (Field field : Field.required()) {
      machine.options.put(field, "https://example.my.salesforce.com");
    }
  }

  /** The forms in which a key lands in a field. */
  static Stream<String> values() {
    return Stream.of(
        PEM,
        PEM.replace("\n", "\r\n"),
        PEM.replace("\n", "\\n"),
        PEM.replace("\n", " "),
        PEM.replace("\n", ""),
        " \"" + PEM + "\"",
        PEM.replace("-----", "\u2014\u2014\u2013"),
        PEM.replace("PRIVATE", "RSA PRIVATE"),
        PEM.replace("PRIVATE", "ENCRYPTED PRIVATE"),
        BODY,
        BODY.replace("\n", "\\n"),
        BODY.replace("\n", ""),
        "\"" + BODY + "\"",
        Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isNotRepeatedWhereAPathBelongs(String value) {
    machine.options.put(Field.KEY_PATH, value);
    assertSilent(refused(() -> machine.fields(machine.settings())), "option --key-path");
    machine.options.remove(Field.KEY_PATH);
    machine.environment.put("AQUILA_KEY_PATH", value);
    assertSilent(
        refused(() -> machine.fields(machine.settings())), "environment variable AQUILA_KEY_PATH");
  }

  @ParameterizedTest
  @EnumSource
  void isNotRepeatedInAnyField(Field field) throws Failure {
    machine.options.put(field, PEM);
    Settings settings = machine.settings();
    assertSilent(
        refused(
            () -> {
              machine.fields(settings);
              Options.of(settings);
            }),
        "option " + field.option());
    assertFalse(settings.warnings().toString().contains("MII"));
  }

  /** What may stand before the pasted text in a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "key-path=", "key-path = \"", "key-path=\\\n", "client-secret: ", "a\\b=c\n"})
  void isNotRepeatedFromAFile(String before) {
    for (String value : values().toList()) {
      ConfigFailure failure = refused(() -> machine.settingsOf("\n" + before + value + "\n"));
      assertSilent(failure, machine.defaultFile() + ", line 2");
    }
  }

  @Test
  void isNotRepeatedFromTheMiddleOfAKey() throws Failure {
    String withoutTheFirstLine = BODY.substring(65);
    for (String before : List.of("", "key-path=", "client-secret=\\\n")) {
      Settings settings = machine.settingsOf(before + withoutTheFirstLine);
      assertNoPart(settings.warnings().toString());
      assertTrue(settings.warnings().size() > 20);
    }
  }

  @Test
  void isFoundInNoHonestValue() {
    for (String value :
        Set.of(
            "/etc/aquila/MII/server.key",
            "MII.key",
            "/MII" + "a".repeat(60) + "/x",
            "3MVG9" + "lKcPoNINVBIPJjdw1J9LLM82HnFVVX19KY1uA5mu0QqEWhqKpoW3svG3XHrXDiCQjK1mdgAvh",
            "https://begin.my.salesforce.com",
            "PRIVATE KEY.pem")) {
      assertFalse(PastedKey.isIn(value), value);
    }
  }

  @Test
  void mayBeSpokenOfInAComment() throws Failure {
    Settings settings = machine.settingsOf("# begins with -----BEGIN PRIVATE KEY-----\n");
    assertEquals(List.of(), settings.warnings());
  }

  private static void assertSilent(ConfigFailure failure, String place) {
    String words = words(failure);
    assertNoPart(words);
    assertTrue(words.contains(place), words);
  }

  /** No run of eight characters of the key, whatever was made of its line breaks. */
  private static void assertNoPart(String words) {
    String key = BODY.replace("\n", "");
    Set<String> parts =
        Stream.iterate(0, i -> i + 8 <= key.length(), i -> i + 1)
            .map(i -> key.substring(i, i + 8))
            .collect(Collectors.toSet());
    for (int i = 0; i + 8 <= words.length(); i++) {
      assertFalse(parts.contains(words.substring(i, i + 8)), words);
    }
    assertFalse(words.contains("BEGIN"), words);
    assertFalse(words.contains("LS0tLS1CRUdJTi"), words);
  }

  private static byte[] privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
