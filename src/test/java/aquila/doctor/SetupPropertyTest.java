package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.config.Field;
import aquila.config.Origin;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.config.SixFields;
import aquila.failure.ConfigFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the six fields hold: what the other commands refuse fails here, and nothing breaks. */
class SetupPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "https://",
          "http://",
          "https:/",
          "//",
          "acme",
          ".my.salesforce.com",
          ".lightning.force.com",
          "login.salesforce.com",
          "--uat.sandbox",
          "/services/oauth2/token",
          "/",
          "?a=b",
          "#c",
          ":443",
          ":0",
          ":",
          "jane",
          "@",
          "acme.com",
          ".uat",
          "3MVG9abcdefghijklmnopqrstuvwxyz",
          "005A00000012345",
          "0H4A00000012345",
          " ",
          "\u00a0",
          "\u200b",
          "\"",
          "\u201c",
          "~",
          "C:",
          "\\",
          "server.key",
          "<your>",
          "xxxx",
          "_",
          "\u2013",
          "{",
          "}",
          "%",
          "[::1]",
          "127.0.0.1",
          "..",
          ",",
          "\ud800",
          "\u0000",
          "\n",
          "0123456789abcdef");

  @Test
  void failsWhereverTheOtherCommandsRefuse() {
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      Field field = Field.required().get(random.nextInt(6));
      Setting setting = setting(field, text(random));
      List<Finding> findings = findings(setting);
      assertFalse(findings.isEmpty());
      if (refused(setting)) {
        assertTrue(findings.stream().anyMatch(Finding::isFailed), () -> field + " " + setting);
      }
    }
  }

  @Test
  void theNormalFormIsItsOwnNormalForm() {
    Random random = new Random(11);
    for (int i = 0; i < 1_500; i++) {
      Field field = Field.required().get(random.nextInt(6));
      Setting setting = setting(field, text(random));
      String once = NormalForm.of(settings(setting), setting).value();
      if (!once.isEmpty() && !once.equals(setting.value())) {
        Setting again = setting(field, once);
        assertEquals(
            once, NormalForm.of(settings(again), again).value(), () -> field + " " + setting);
      }
    }
  }

  @Test
  void longValuesEndSoon() {
    for (String piece : PIECES) {
      for (int length : List.of(1900, 3_000)) {
        Field field = Field.required().get(Math.floorMod(piece.hashCode(), 6));
        String text = "x" + piece.repeat(length / piece.length());
        assertTimeout(Duration.ofSeconds(10), () -> findings(setting(field, text)));
        Setting url = setting(Field.INSTANCE_URL, "https://a" + text);
        assertTimeout(Duration.ofSeconds(10), () -> findings(url));
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(5); k >= 0; k--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    // An empty value counts as not given.
    return text.toString().isBlank() ? "x" : text.toString();
  }

  private static boolean refused(Setting setting) {
    try {
      SixFields.used(setting, new ArrayList<>());
      return false;
    } catch (ConfigFailure e) {
      return true;
    }
  }

  private static List<Finding> findings(Setting setting) {
    Setup setup = Setup.ofSettings(settings(setting), "not here", Instant.EPOCH);
    return SetupLadder.findings(setup, List.of("field." + setting.field().key(), "field.fit"));
  }

  private static Settings settings(Setting setting) {
    Map<Field, Setting> all = new EnumMap<>(Field.class);
    all.put(Field.TOKEN_URL, setting(Field.TOKEN_URL, "https://acme.my.salesforce.com"));
    all.put(setting.field(), setting);
    return new Settings(all, null, List.of());
  }

  private static Setting setting(Field field, String value) {
    return new Setting(field, value, new Origin.Elsewhere("a test", Path.of("/")));
  }
}
