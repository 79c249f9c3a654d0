package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import aquila.world.Terminal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A story: what a person types and what comes of it, line by line.
 *
 * <pre>
 * # a sentence that says what the story is about
 * org [SCENARIO] [WORD…]  start a simulated org, configured as the default; the words are days=N,
 *                         types=A,B, hourly, intervals=no, calls=N
 * file NAME               the lines up to "end" become a file below the home directory
 * mode NAME OCTAL         set the mode of a file
 * env NAME=VALUE          set a variable
 * $ aquila …              run a command; its exit code is 0 unless "exit" says otherwise
 * &gt; text                  a line of standard output
 * ! text                  a line of standard error
 * ? question &lt;&lt; answer    a question at the terminal, and what a person types; without
 *                         the arrows, the person has gone
 * exit N                  the exit code
 * exists NAME             a file is there
 * missing NAME            a file is not there
 * copy FROM TO            copy a file
 * remove GLOB             remove files, as log rotation does
 * append FILE TEXT        add a line to a file
 * hold DIR                another run takes the store, until "release"
 * asked N N N             how many tokens, queries and downloads the org was asked for
 * </pre>
 *
 * <p>In expected lines, {@code …} stands for anything; a line of only that, for any lines. {@code
 * {home}}, {@code {url}} and {@code {clientid}} are known everywhere.
 */
final class Story {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final Bench bench;
  private final StoryWorld world;
  private final List<String> lines;
  private int next;

  Story(Bench bench, List<String> lines) {
    this.bench = bench;
    this.world = new StoryWorld(bench);
    this.lines = lines;
  }

  void play() throws Exception {
    try (world) {
      playLines();
    }
  }

  private void playLines() throws Exception {
    while (next < lines.size()) {
      String line = lines.get(next++);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int blank = line.indexOf(' ');
      String verb = blank < 0 ? line : line.substring(0, blank);
      String rest = blank < 0 ? "" : line.substring(blank + 1);
      act(verb, rest);
    }
  }

  private void act(String verb, String rest) throws Exception {
    switch (verb) {
      case "org" -> world.startOrg(rest);
      case "copy" -> world.copy(rest);
      case "remove" -> world.remove(rest);
      case "append" -> world.append(rest);
      case "hold" -> world.hold(rest);
      case "release" -> world.release();
      case "asked" -> world.asked(rest);
      case "file" -> writeFile(bench.home.resolve(rest));
      case "mode" -> setMode(rest);
      case "env" -> setVariable(rest);
      case "$" -> command(rest);
      case "exists" -> assertEquals(true, isThere(rest), rest + " exists");
      case "missing" -> assertEquals(false, isThere(rest), rest + " exists");
      default -> fail("line " + next + " of the story has an unknown verb: " + verb);
    }
  }

  private boolean isThere(String name) {
    return Files.exists(bench.home.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private void writeFile(Path file) throws Exception {
    List<String> content = new ArrayList<>();
    while (!lines.get(next).equals("end")) {
      content.add(filled(lines.get(next++)));
    }
    next++;
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void setMode(String rest) throws Exception {
    String[] words = rest.split(" ", -1);
    Process chmod =
        new ProcessBuilder("chmod", words[1], bench.home.resolve(words[0]).toString()).start();
    assertEquals(0, chmod.waitFor());
  }

  private void setVariable(String rest) {
    int equals = rest.indexOf('=');
    bench.environment.put(rest.substring(0, equals), filled(rest.substring(equals + 1)));
  }

  private void command(String rest) {
    int code = 0;
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    while (next < lines.size()) {
      String line = lines.get(next);
      if (line.startsWith("> ") || line.equals(">")) {
        out.add(filled(line.substring(Math.min(2, line.length()))));
      } else if (line.startsWith("! ") || line.equals("!")) {
        err.add(filled(line.substring(Math.min(2, line.length()))));
      } else if (line.startsWith("? ")) {
        String[] parts = filled(line.substring(2)).split(" ?<< ?", 2);
        questions.add(parts[0]);
        if (parts.length > 1) {
          answers.add(parts[1]);
        }
      } else if (line.startsWith("exit ")) {
        code = Integer.parseInt(line.substring(5));
      } else {
        break;
      }
      next++;
    }
    String[] args = words(filled(rest));
    assertEquals("aquila", args[0]);
    ScriptedTerminal terminal = new ScriptedTerminal(answers);
    bench.terminal = answers.isEmpty() ? Terminal.none() : terminal;
    int actual = bench.run(List.of(args).subList(1, args.length).toArray(String[]::new));
    expect("standard error of " + rest, err, bench.err);
    String asked =
        terminal.questions.stream().map(it -> it.strip() + "\n").collect(Collectors.joining());
    expect("questions of " + rest, questions, asked);
    expect("standard output of " + rest, out, bench.out);
    assertEquals(code, actual, "exit code of " + rest);
  }

  private static void expect(String what, List<String> expected, String actual) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected) {
      if (line.equals("…")) {
        pattern.append("(?:.*\n)*");
      } else {
        pattern.append(Pattern.quote(line).replace("…", "\\E.*\\Q")).append("\n");
      }
    }
    if (!actual.matches(pattern.toString())) {
      assertEquals(String.join("\n", expected) + "\n", actual, what);
    }
  }

  private String filled(String text) {
    String result = text.replace("{home}", bench.home.toString());
    if (bench.org() != null) {
      result =
          result
              .replace("{url}", bench.org().url().toString())
              .replace("{clientid}", bench.org().setup().apps().get(0).clientId());
    }
    return result;
  }

  private static String[] words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }
}
