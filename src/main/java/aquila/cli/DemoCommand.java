package aquila.cli;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.file.DiskTrouble;
import aquila.file.TemporaryDirectory;
import aquila.simulator.OrgSetup;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import aquila.simulator.SimulatedOrg;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code aquila demo}: the whole story on this machine, with the real commands. */
final class DemoCommand implements Command {
  private static final String NAMES = "SELECT Name FROM Account ORDER BY Name LIMIT 2";
  private static final String ALL = "SELECT Id, Name, Owner.Name FROM Account";

  private final Run run;

  DemoCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax.description(
        "Starts a simulated org, makes a key, checks the set-up, signs in, runs a query, and shows"
            + " what a refusal looks like: with the real commands, on this machine only, in a"
            + " temporary directory that is removed again.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    run.requireOneOrg();
    try (TemporaryDirectory temporary = temporary()) {
      return tell(new SimulatorHome(temporary.path()));
    } catch (DemoShell.Stopped e) {
      return stop(e);
    }
  }

  /** Passes on why it cannot go on: a network or a disk that is not as on other machines. */
  private int stop(DemoShell.Stopped stopped) {
    DemoShell.Shown shown = stopped.shown();
    // What a report says of it stands in the report.
    List<String> errors =
        Stream.concat(shown.messages("error").stream(), shown.failures().stream()).toList();
    List<String> causes = shown.messages("cause");
    run.messages()
        .error(
            ExitCode.of(shown.code()),
            "the demo ends at aquila "
                + stopped.getMessage()
                + ": "
                + (errors.isEmpty() ? "exit code " + shown.code() : errors.get(0)),
            causes.isEmpty() ? null : Cause.of(causes.get(0)),
            shown.messages("hint"));
    return shown.code();
  }

  private int tell(SimulatorHome home) throws Failure, IOException, DemoShell.Stopped {
    Instant now = run.world().clock().instant();
    DemoShell shell = new DemoShell(run, home.directory());
    shell.succeed("key", "new", home.keyFile().toString());
    OrgSetup setup =
        OrgSetup.of(home.pair(now).publicKey().orElseThrow(), run.world().clock())
            .withTls(home.tlsPair(now));
    try (SimulatedOrg org = SimulatorHome.start(setup)) {
      home.configuration(org, setup, home.keyFile());
      run.print("A Salesforce org starts on this machine, at " + org.url() + ".\n\n");
      step("key new server.key", "a key that stays here; the org gets server.crt");
      works(shell);
    }
    run.print("\nA mistake in the command line is told from one in the set-up.\n\n");
    isMistyped(shell);
    Scenario trouble = Scenarios.find("T2").orElseThrow();
    try (SimulatedOrg org = SimulatorHome.start(setup.with(trouble))) {
      home.configuration(org, setup, home.keyFile());
      run.print("\nNow its administrator takes the user off the app, a usual mistake.\n\n");
      isRefused(shell);
    }
    run.print("\nEverything is removed again. Your turn: aquila --help\n");
    return 0;
  }

  private void works(DemoShell shell) throws IOException, DemoShell.Stopped {
    List<String> report = shell.succeed("check", "--strict").lines();
    step("check", "fields and key: " + report.get(report.size() - 1));
    String token = shell.succeed("token").out().strip();
    step("token", "the org verified the signature: " + token.length() + " characters");
    shell.succeed("token", "--token-cache", "on");
    shell.succeed("token", "--token-cache", "on");
    step("token --token-cache on", "the second time from a file, without a sign-in");
    shell.succeed("doctor");
    step("doctor", "from host names to event logs: all well");
    List<String> names = shell.succeed("query", "-o", "csv", NAMES).lines();
    step(
        "query \"" + NAMES + "\"",
        String.join(", ", names.subList(1, names.size())).replace("\"", ""));
    int records = shell.succeed("query", "-o", "ndjson", ALL).lines().size();
    step("query -o ndjson \"" + ALL + "\" | wc -l", String.valueOf(records));
    int offered = shell.succeed("logs", "list", "-o", "ndjson").lines().size();
    step("logs list", Amount.files(offered) + " of event logs are on offer");
    int stored = shell.succeed("logs", "fetch", "logs").lines().size();
    step("logs fetch logs", Amount.files(stored) + " stored, each whole and once");
    int again = shell.succeed("logs", "fetch", "logs").lines().size();
    step("logs fetch logs", again + " more: nothing is new");
  }

  private void isMistyped(DemoShell shell) throws IOException {
    fails(shell, List.of("error", "hint"), "token", "--outptu", "json");
  }

  private void isRefused(DemoShell shell) throws IOException {
    fails(shell, List.of("error", "cause", "hint"), "token");
  }

  private void fails(DemoShell shell, List<String> words, String... args) throws IOException {
    DemoShell.Shown refusal = shell.run(args);
    step(String.join(" ", args), "exit code " + refusal.code());
    for (String word : words) {
      String said = refusal.messages(word).get(0);
      run.print(Paragraph.wrap(String.format("    %-7s", word), said, 80) + "\n");
    }
  }

  /** What is typed, and what comes of it: beside it if there is room. */
  private void step(String command, String result) throws IOException {
    String typed = "  $ aquila " + command;
    String gap = typed.length() < 30 ? " ".repeat(32 - typed.length()) : "\n" + " ".repeat(32);
    run.print(typed + gap + result + "\n");
  }

  private TemporaryDirectory temporary() throws StoreFailure {
    try {
      return TemporaryDirectory.create(run.world().temporary(), run.world().cleanup());
    } catch (IOException e) {
      throw new StoreFailure("no temporary directory can be made: " + DiskTrouble.writing(e));
    }
  }
}
