package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays the stories under src/test/resources/stories; {@link Story} says how they are written. */
class StoryTest {

  @TempDir Path homes;

  @TestFactory
  List<DynamicTest> theCommandsDoAsTheStoriesTell() throws IOException, URISyntaxException {
    Path root = Path.of(StoryTest.class.getResource("/stories").toURI());
    List<DynamicTest> tests;
    try (Stream<Path> files = Files.walk(root)) {
      tests =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .sorted()
              .map(file -> test(root.relativize(file).toString(), file))
              .toList();
    }
    assertFalse(tests.isEmpty());
    return tests;
  }

  private DynamicTest test(String name, Path file) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path home = Files.createDirectory(homes.resolve(name.replace('/', '-')));
          try (Bench bench = new Bench(home.toRealPath())) {
            new Story(bench, Files.readAllLines(file)).play();
          }
        });
  }
}
