package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.file.TemporaryDirectory;
import aquila.simulator.OrgSetup;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import aquila.simulator.SimulatedOrg;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aquila demo}: the whole story on this machine, with the real commands. */
@Command(
    name = "demo",
    header = "See it all work, without Salesforce.",
    description =
        "Starts a simulated org, makes a key, signs in, runs a query, and shows what a refusal looks"
            + " like: with the real commands, on this machine only, in a temporary directory that"
            + " is removed again.")
final class DemoCommand implements Callable<Integer> {
  private static final String QUERY =
      "SELECT Name, Industry, Owner.Name FROM Account ORDER BY Name LIMIT 3";

  private final Run run;

  DemoCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws Failure, IOException {
    run.requireOneOrg();
    try (TemporaryDirectory temporary = temporary()) {
      return tell(new SimulatorHome(temporary.path()));
    }
  }

  private int tell(SimulatorHome home) throws Failure, IOException {
    Instant now = run.world().clock().instant();
    DemoShell shell = new DemoShell(run, home.directory());
    shell.say("A new key, and the certificate that goes to Salesforce:");
    shell.show("key", "new", "server.key");
    OrgSetup setup =
        OrgSetup.of(home.pair(now).publicKey().orElseThrow(), run.world().clock())
            .withTls(home.tlsPair(now));
    try (SimulatedOrg org = SimulatorHome.start(setup)) {
      home.configuration(org, setup, home.keyFile());
      shell.say("A Salesforce org on this machine, " + org.url() + ", which has that certificate.");
      shell.say("Sign in:");
      shell.showToken("token", "--config", "simulated.properties");
      shell.say("Ask it something:");
      shell.show("query", "--config", "simulated.properties", QUERY);
    }
    Scenario trouble = Scenarios.find("T2").orElseThrow();
    try (SimulatedOrg org = SimulatorHome.start(setup.with(trouble))) {
      home.configuration(org, setup, home.keyFile());
      shell.say("The usual trouble, an app without an assigned user:");
      shell.showRefusal("token", "--config", "simulated.properties");
    }
    shell.say("All of this was removed again. Your turn: aquila --help");
    return 0;
  }

  private TemporaryDirectory temporary() throws StoreFailure {
    try {
      return TemporaryDirectory.create(run.world().temporary(), run.world().cleanup());
    } catch (IOException e) {
      throw new StoreFailure("no temporary directory can be made: " + e.getMessage());
    }
  }
}
