package aquila;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to the code: the table of rooms, and every file and link they name. */
class DocumentsTest {
  private static final Path HOUSE = Path.of("docs/how-aquila-works.md");
  private static final Path CODE = Path.of("src/main/java/aquila");

  /** A class file in backticks, named from the root package: {@code cli/Aquila.java}. */
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+/)?[A-Z][A-Za-z]*\\.java)`");

  /** A path in backticks, named from the root of the repository, without a wildcard. */
  private static final Pattern PATH =
      Pattern.compile("`((?:src|docs|\\.github|\\.ci)/[A-Za-z0-9_./-]*)`");

  /** A test in backticks: {@code PlanTest.skipsFilesAlreadyStored}. */
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z]*(?:Test|IT)\\.[a-z][A-Za-z0-9]*)`");

  private static final Pattern METHOD = Pattern.compile("(?m)^  void ([A-Za-z0-9]+)\\(");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("`([a-z]+)`");

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path root : List.of(Path.of(""), Path.of("docs"), Path.of("docs/decisions"))) {
      try (Stream<Path> files = Files.list(root)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  @Test
  void theTableOfRoomsIsThatOfTheArchitectureTest() throws IOException {
    String house = Files.readString(HOUSE);
    String table =
        house.substring(house.indexOf("<!-- imports -->"), house.indexOf("<!-- /imports -->"));
    Map<String, Set<String>> shown = new TreeMap<>();
    for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
      String[] cells = row.split("\\|", -1);
      List<String> room = words(cells[1]);
      assertEquals(1, room.size(), row);
      assertEquals(null, shown.put(room.get(0), Set.copyOf(words(cells[2]))), row);
    }
    assertEquals(new TreeMap<>(ArchitectureTest.IMPORTS), shown);
  }

  @Test
  void theGroundIsThatOfTheArchitectureTest() throws IOException {
    String sentence =
        Files.readString(HOUSE)
            .lines()
            .flatMap(line -> Stream.of(line.split("(?<=\\.) ", -1)))
            .filter(part -> part.startsWith("Everyone may import "))
            .collect(Collectors.joining());
    assertEquals(ArchitectureTest.GROUND, Set.copyOf(words(sentence)));
  }

  @Test
  void everyRoomIsIntroduced() throws IOException {
    String house = Files.readString(HOUSE);
    String before = house.substring(0, house.indexOf("<!-- imports -->"));
    for (String room : ArchitectureTest.IMPORTS.keySet()) {
      assertTrue(before.contains("\n| `" + room + "` | "), room);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyClassThatIsNamedExists(Path document) throws IOException {
    for (String name : found(CLASS, document)) {
      assertTrue(Files.isRegularFile(CODE.resolve(name)), document + " names " + name);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPathThatIsNamedExists(Path document) throws IOException {
    for (String name : found(PATH, document)) {
      assertTrue(Files.exists(Path.of(name)), document + " names " + name);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTestThatIsNamedExists(Path document) throws IOException {
    Set<String> tests = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", ".");
        METHOD.matcher(Files.readString(file)).results().forEach(m -> tests.add(name + m.group(1)));
      }
    }
    for (String test : found(TEST, document)) {
      assertTrue(tests.contains(test), document + " names " + test);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) throws IOException {
    for (String link : found(LINK, document)) {
      Path target = document.toAbsolutePath().resolveSibling(link);
      assertTrue(Files.exists(target), document + " links to " + link);
    }
  }

  @Test
  void decisionsAreNumberedOneByOne() throws IOException {
    List<String> numbers = new ArrayList<>();
    for (Path document : documents()) {
      if (document.startsWith("docs/decisions")) {
        String number = document.getFileName().toString().substring(0, 4);
        assertTrue(Files.readString(document).startsWith("# " + number + ": "), number);
        numbers.add(number);
      }
    }
    assertFalse(numbers.isEmpty());
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(String.format("%04d", i + 1), numbers.get(i));
    }
  }

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(result -> result.group(1)).toList();
  }
}
