package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aquila.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The manual pages in src/main/man, which the packages install: made from the commands, letter by
 * letter.
 *
 * <p>After a wanted change, {@code mvn test -Dtest=ManPageTest -Daquila.golden=write} writes them
 * anew.
 */
class ManPageTest {
  private static final boolean WRITES = "write".equals(System.getProperty("aquila.golden"));
  private static final Path DIRECTORY = Path.of("src/main/man");

  @TempDir Path home;

  static Set<Map.Entry<String, String>> pages() {
    Bench bench = new Bench(Path.of("nobody-has-this-home"));
    OutputStream nowhere = OutputStream.nullOutputStream();
    Globals globals = new Globals();
    World world = bench.world(nowhere, nowhere);
    Run run = new Run(world, globals, new Messages(world));
    Map<String, String> pages = new TreeMap<>();
    ManPage.collect(
        new AquilaCommand(run, Commands.all()).line(globals, name -> true, true), "", pages);
    return pages.entrySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysWhatItsCommandDoes(Map.Entry<String, String> page) throws IOException {
    Path file = DIRECTORY.resolve(page.getKey());
    if (WRITES) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, page.getValue());
    }
    assertTrue(Files.exists(file), file + " is missing");
    assertEquals(Files.readString(file), page.getValue());
  }

  @Test
  void noPageIsLeftOfACommandThatIsGone() throws IOException {
    Set<String> made = new TreeSet<>();
    pages().forEach(page -> made.add(page.getKey()));
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      assertEquals(made, new TreeSet<>(files.map(Path::getFileName).map(Path::toString).toList()));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void groffUnderstandsEveryPage(Map.Entry<String, String> page) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
    Path file = Files.writeString(home.resolve("page.1"), page.getValue());
    Path out = home.resolve("out");
    Process process =
        new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    assertTrue(!text.contains("warning:") && !text.contains("error:"), text);
  }
}
