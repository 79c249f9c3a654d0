package aquila;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as the distribution sends them, whose libraries lie otherwise than in a build. */
@DisabledOnOs(OS.WINDOWS)
class ConnectionIT {
  private static final String LIBRARY = "lib/native/libconscrypt_openjdk_jni-linux-";

  @TempDir Path elsewhere;
  private Distribution distribution;

  @BeforeEach
  void files() {
    distribution = new Distribution(elsewhere);
  }

  @Test
  void theLogIsFound() throws Exception {
    String text = token(Distribution.ROOT, "--verbose");
    assertTrue(text.matches("[0-9:.]{12} INFO aquila.http - POST .* 200 .* ms\\R.*\\R"), text);
  }

  @Test
  void onlyAShortCommandAsksForMachineCode() throws Exception {
    String expected =
        " -Daquila.native=on -Djava.library.path=" + Distribution.ROOT + "/lib/native ";
    String token = distribution.arguments("token");
    assertTrue(token.contains(expected), token);
    assertFalse(distribution.arguments("logs fetch").contains("aquila.native"));
    Path copy = distribution.copy("copy");
    Files.move(copy.resolve("lib/native"), copy.resolve("lib/elsewhere"));
    assertFalse(distribution.arguments(copy, "token").contains("aquila.native"));
  }

  /** Newer ones would warn on standard error; an older one that is told so starts slower. */
  @ParameterizedTest
  @CsvSource({
    "'JAVA_VERSION=\"17.0.15\"', false",
    "'IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21\"', false",
    "'JAVA_VERSION=\"23.0.1\"', false",
    "'JAVA_VERSION=\"24\"', true",
    "'JAVA_VERSION=\"25\"', true",
    "'', true"
  })
  void onlyANewJavaIsToldThatMachineCodeMayBeLoaded(String release, boolean isTold)
      throws Exception {
    Path java = elsewhere.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.createSymbolicLink(elsewhere.resolve("java"), java);
    Files.writeString(elsewhere.resolve("jdk/release"), release + "\n");
    for (Path named : List.of(java, elsewhere.resolve("java"))) {
      String told = distribution.argumentsTo(named, Distribution.ROOT, "token");
      assertEquals(isTold, told.contains("--enable-native-access"), told);
    }
  }

  @Test
  void machineCodeOfAnotherProcessorIsSilentlyDoneWithout() throws Exception {
    Path copy = distribution.copy("copy");
    Path one = copy.resolve(LIBRARY + "x86_64.so");
    Path other = copy.resolve(LIBRARY + "aarch_64.so");
    Path between = copy.resolve("between");
    Files.move(one, between);
    Files.move(other, one, StandardCopyOption.REPLACE_EXISTING);
    Files.move(between, other);
    String text = token(copy);
    assertTrue(text.matches("[0-9A-Za-z]{15}!\\S+\\R"), text);
  }

  /** What it prints, signed in to a simulator over TLS. */
  private String token(Path root, String... options) throws Exception {
    String home = elsewhere.resolve("simulator").toString();
    String launcher = root.resolve("bin/aquila").toString();
    Process simulator = distribution.builder(launcher, "simulate", "--tls", "--home", home).start();
    try (BufferedReader said = simulator.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(said.lines().anyMatch("# ready"::equals), "it does not start");
      List<String> command = new ArrayList<>(List.of(launcher, "token"));
      command.addAll(List.of("--config", home + "/simulated.properties"));
      command.addAll(List.of(options));
      int code = Distribution.ended(distribution.start(command.toArray(new String[0])));
      String text = Files.readString(distribution.out());
      assertEquals(0, code, text);
      return text;
    } finally {
      simulator.destroy();
      Distribution.ended(simulator);
    }
  }
}
