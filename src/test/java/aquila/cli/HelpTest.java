package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every help text, letter by letter: as in its golden file, and as in docs/reference.md.
 *
 * <p>After a wanted change, {@code mvn test -Dtest=HelpTest -Daquila.golden=write} writes both
 * anew; what changed is then read in the diff.
 */
class HelpTest {
  private static final boolean WRITES = "write".equals(System.getProperty("aquila.golden"));
  private static final Path GOLDEN = Path.of("src/test/resources/help");
  private static final Path REFERENCE = Path.of("docs/reference.md");
  private static final String BEGIN = "<!-- help:aquila -->\n";
  private static final String END = "<!-- /help -->\n";

  /**
   * A command that has a help.
   *
   * @param words what is typed behind {@code aquila}
   */
  record Helped(List<String> words) {

    Helped with(String word) {
      return new Helped(Stream.concat(words.stream(), Stream.of(word)).toList());
    }

    Path golden() {
      return GOLDEN.resolve((words.isEmpty() ? "aquila" : String.join("-", words)) + ".txt");
    }

    /** What a person reads who asks for it; the lines end as in this repository. */
    String text() {
      Bench bench = new Bench(Path.of("nobody-has-this-home"));
      int code = bench.run(with("--help").words().toArray(String[]::new));
      assertEquals(0, code, bench.err);
      assertEquals("", bench.err);
      return bench.out.lines().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The commands that the help itself offers, so that a new one cannot be forgotten. */
    List<Helped> offered() {
      return text()
          .lines()
          .dropWhile(line -> !line.equals("Commands:"))
          .skip(1)
          .takeWhile(line -> !line.isBlank())
          .map(line -> with(line.strip().split(" ", 2)[0]))
          .toList();
    }
  }

  @TempDir Path home;

  static List<Helped> commands() {
    List<Helped> commands = new ArrayList<>();
    add(new Helped(List.of()), commands);
    return commands;
  }

  private static void add(Helped command, List<Helped> commands) {
    commands.add(command);
    command.offered().forEach(offered -> add(offered, commands));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHelpIsAsInItsGoldenFile(Helped command) throws IOException {
    String text = command.text();
    if (WRITES) {
      Files.createDirectories(GOLDEN);
      Files.writeString(command.golden(), text);
    }
    assertTrue(Files.exists(command.golden()), command.golden() + " is missing");
    assertEquals(Files.readString(command.golden()), text);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHelpIsPlainTextThatFitsATerminal(Helped command) {
    command
        .text()
        .lines()
        .forEach(
            line -> {
              assertTrue(line.length() <= 80, "longer than 80: " + line);
              assertEquals(line.stripTrailing(), line, "blanks at the end of: " + line);
              assertTrue(line.chars().noneMatch(c -> c < ' '), "control characters: " + line);
            });
  }

  @Test
  void noGoldenFileIsLeftOfACommandThatIsGone() throws IOException {
    List<Path> known = commands().stream().map(Helped::golden).sorted().toList();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertEquals(known, files.sorted().toList());
    }
  }

  @Test
  void theReferenceHoldsEveryHelp() throws IOException {
    String document = Files.readString(REFERENCE);
    int from = document.indexOf(BEGIN);
    int to = document.indexOf(END);
    assertTrue(from >= 0 && to > from, "the markers of the reference are missing");
    String reference =
        commands().stream()
            .map(command -> "```text\n" + command.text() + "```\n")
            .collect(Collectors.joining());
    if (WRITES) {
      document = document.substring(0, from) + BEGIN + reference + document.substring(to);
      Files.writeString(REFERENCE, document);
      to = document.indexOf(END);
    }
    assertEquals(reference, document.substring(from + BEGIN.length(), to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help key new", "key new -h", "key new server.key --bits 2048 --help"})
  void theOtherSpellingsShowTheSame(String typed) {
    Bench bench = new Bench(home);
    assertEquals(0, bench.run(typed.split(" ", -1)), bench.err);
    assertEquals(new Helped(List.of("key", "new")).text(), bench.out.replace("\r\n", "\n"));
  }
}
