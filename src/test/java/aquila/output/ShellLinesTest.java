package aquila.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that a real shell evaluates. */
class ShellLinesTest {

  @Test
  void areOneExportAVariable() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("A", "00D!x.y");
    variables.put("B", "it's");
    assertEquals("export A='00D!x.y'\nexport B='it'\\''s'\n", ShellLines.exports(variables));
    assertEquals("", ShellLines.exports(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00D5g000000abcd!AQEAQ.x_y",
        "",
        " two  words ",
        "it's",
        "'",
        "''''",
        "\"$HOME\" `id` $(id) \\ \\n",
        "a\nb\n\nc",
        "!history ~ * ? [a] {a,b} ; & | < > #",
        "-n",
        "\u00e9\u4e2d",
      })
  void areReadByAShellAsTheyWereMeant(String value) throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")));
    String script =
        ShellLines.exports(Collections.singletonMap("VALUE", value)) + "printf '%s.' \"$VALUE\"";
    Process shell = new ProcessBuilder("/bin/sh", "-eu", "-c", script).start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(30, TimeUnit.SECONDS));
    assertEquals(value + ".", printed);
  }
}
