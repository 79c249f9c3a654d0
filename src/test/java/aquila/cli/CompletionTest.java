package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What real shells offer behind a beginning; a shell that is not installed is left out. */
class CompletionTest {

  /** Asks a shell as its own completion would, and prints a candidate a line. */
  private static final String BASH =
      """
      source "$1"
      read -ra COMP_WORDS <<< "$2"
      [[ $2 == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _aquila aquila "${COMP_WORDS[COMP_CWORD]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  private static final String ZSH =
      """
      compdef() { : }
      compset() { PREFIX=${PREFIX##$~2} }
      _describe() { local list=${@[-1]}; print -l -- ${${(M)${(P)list}:#$PREFIX*}%%:*} }
      compadd() { local list=${@[-1]}; print -l -- ${(M)${(P)list}:#$PREFIX*} }
      _files() { print -- files "$@" }
      source "$1"
      words=(${=2})
      [[ $2 == *' ' ]] && words+=('')
      CURRENT=${#words}
      PREFIX=${words[CURRENT]}
      _aquila
      """;

  private static final String FISH = "source $argv[1]; complete -C $argv[2]";

  @TempDir Path home;

  @BeforeEach
  void configureOrgs() throws IOException {
    Path directory = Files.createDirectories(home.resolve("aquila"));
    Files.createFile(directory.resolve("acme.properties"));
    Files.createFile(directory.resolve("beta.properties"));
    for (String strange : List.of("$(touch PWNED)", "two words", "-n", "star*", ".hidden")) {
      Files.createFile(directory.resolve(strange + ".properties"));
    }
  }

  static Stream<Arguments> lines() {
    return Stream.of(Completion.values())
        .flatMap(
            shell ->
                Stream.of(
                    Arguments.of(shell, "", List.of("token", "logs", "completion", "help")),
                    Arguments.of(shell, "help logs fe", List.of("fetch")),
                    Arguments.of(shell, "logs f", List.of("fetch")),
                    Arguments.of(shell, "key ", List.of("new", "show")),
                    Arguments.of(
                        shell, "logs fetch --interval ", List.of("daily", "hourly", "both")),
                    Arguments.of(shell, "token -o ", List.of("text", "json", "header", "env")),
                    Arguments.of(shell, "token --org ", List.of("acme", "beta")),
                    Arguments.of(shell, "logs list --org ", List.of("acme", "beta", "all")),
                    Arguments.of(shell, "--org acme token --outp", List.of("--output")),
                    Arguments.of(shell, "token --client-i", List.of("--client-id")),
                    Arguments.of(shell, "logs list --type Log", List.of("Login", "Logout")),
                    Arguments.of(
                        shell, "simulate --scenario token.not", List.of("token.not-preauthorized")),
                    Arguments.of(shell, "completion ", List.of("bash", "zsh", "fish"))));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aShellOffersWhatMayCome(Completion shell, String line, List<String> wanted)
      throws Exception {
    List<String> offered = offered(shell, line);
    assertTrue(offered.containsAll(wanted), offered + " instead of " + wanted);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aShellOffersNothingTwice(Completion shell, String line, List<String> wanted)
      throws Exception {
    List<String> offered = offered(shell, line);
    assertEquals(offered.stream().distinct().toList(), offered);
    assertTrue(offered.size() >= wanted.size(), offered::toString);
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void aSecondNameIsOfferedBehindAComma(Completion shell) throws Exception {
    // The part before the comma is put back by zsh itself.
    String before = shell == Completion.ZSH ? "" : "Login,";
    for (String line :
        List.of("logs list --type Login,ReportE", "simulate --types Login,ReportE")) {
      assertEquals(List.of(before + "ReportExport"), offered(shell, line));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Completion.class,
      names = {"ZSH", "FISH"}) // Bash parts a line at the = before it asks.
  void aValueIsOfferedBehindItsEqualsSign(Completion shell) throws Exception {
    String before = shell == Completion.ZSH ? "" : "--type=";
    String list = shell == Completion.ZSH ? "" : "--type=Login,";
    assertEquals(List.of(before + "ReportExport"), offered(shell, "logs list --type=ReportE"));
    assertEquals(List.of(list + "ReportExport"), offered(shell, "logs list --type=Login,ReportE"));
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void onlyWhatCanBeAnOrgIsOfferedAsOne(Completion shell) throws Exception {
    assertEquals(List.of("acme", "beta"), offered(shell, "token --org "));
    assertFalse(Files.exists(home.resolve("PWNED")), "a file name was run");
  }

  @ParameterizedTest
  @EnumSource(Completion.class)
  void onlyLogsAreOfferedAllOrgs(Completion shell) throws Exception {
    assertFalse(offered(shell, "token --org ").contains("all"));
    assertFalse(offered(shell, "token ").contains("help"));
  }

  @Test
  void behindARedirectionThereAreFiles() throws Exception {
    Files.createFile(home.resolve("token.txt"));
    assertEquals(List.of("token.txt"), offered(Completion.BASH, "token -o json > token.t"));
    assertEquals(List.of("token.txt"), offered(Completion.BASH, "import < token.t"));
  }

  @Test
  void noCommandIsOfferedWhereAValueIsMeant() throws Exception {
    assertEquals(List.of("json"), offered(Completion.BASH, "token -o j"));
    assertEquals(List.of("json"), offered(Completion.BASH, "token --output = j"));
    assertEquals(List.of(), offered(Completion.BASH, "query --deadline "));
  }

  private List<String> offered(Completion shell, String line) throws Exception {
    String name = shell.name().toLowerCase(Locale.ROOT);
    assumeTrue(isInstalled(name), name + " is not installed");
    Bench bench = new Bench(home);
    assertEquals(0, bench.run("completion", name), bench.err);
    Path script = Files.writeString(home.resolve("script"), bench.out);
    List<String> command =
        switch (shell) {
          case BASH -> List.of("bash", "-c", BASH, "bash", script.toString());
          case ZSH -> List.of("zsh", "-f", "-c", ZSH, "zsh", script.toString());
          case FISH -> List.of("fish", "--no-config", "-c", FISH, script.toString());
        };
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of("aquila " + line)).toList());
    builder.environment().put("XDG_CONFIG_HOME", home.toString());
    builder.environment().put("HOME", home.toString());
    builder.directory(home.toFile());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    return text.lines()
        .map(candidate -> candidate.split("\t", 2)[0])
        .filter(candidate -> !candidate.isEmpty())
        .toList();
  }

  private static boolean isInstalled(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }
}
