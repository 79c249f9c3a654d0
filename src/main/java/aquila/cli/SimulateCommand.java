package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.file.DiskTrouble;
import aquila.file.TemporaryDirectory;
import aquila.key.CertificateFile;
import aquila.simulator.Fault;
import aquila.simulator.OrgSetup;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import aquila.simulator.SimulatedOrg;
import aquila.world.ForeignText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code aquila simulate}: a Salesforce org on this machine. */
final class SimulateCommand implements Command {
  private static final int LAST_PORT = 65_535;

  private final Run run;
  private int port;
  private boolean tls;
  private @Nullable Path certificate;
  private @Nullable String clientId;
  private final RepeatableOption usernames = new RepeatableOption();

  private @Nullable Path home;
  private @Nullable String scenario;
  private final RepeatableOption faults = new RepeatableOption();

  private final SimulatedLogs logs = new SimulatedLogs();

  private long seed = 1;

  SimulateCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Runs on 127.0.0.1 until it is interrupted. It verifies assertions for real, answers"
                + " queries, and prints a ready configuration.")
        .manyOptions()
        .number("--port", "N", "the port (default: any free one)", value -> port = value)
        .flag("--tls", "speak https, with a throw-away certificate", () -> tls = true)
        .option(
            Path.class,
            "--cert",
            "CRT",
            "the certificate uploaded to the app (default: of a fresh pair)",
            value -> certificate = value)
        .option("--client-id", "C", "the Consumer Key of the app", value -> clientId = value)
        .list("--username", "U", "a user who may sign in (repeatable)", usernames)
        .option(
            Path.class,
            "--home",
            "DIR",
            "receives a key pair and the configuration, simulated.properties (default: a"
                + " temporary directory, removed at the end)",
            value -> home = value)
        .option(
            "--scenario",
            "NAME",
            "fail in this way: an id or a row of the catalogue; list shows them",
            value -> scenario = value)
        .list(
            "--fault",
            "NAME[:COUNT]",
            "trouble with REST replies: reset, stall, truncate, 500, 401 or limit (repeatable)",
            faults);
    logs.describe(syntax);
    syntax
        .option(
            Long.class,
            "--seed",
            "N",
            "what the org's data grow from (default: 1)",
            value -> seed = value)
        .footer(
            "",
            "Examples:",
            "  aquila simulate --home sim",
            "  aquila token --config sim/simulated.properties    (in another terminal)",
            "",
            "  aquila simulate --scenario T1       fail as row T1 of the failure catalogue",
            "  aquila simulate --scenario list     what there is: id, row and title",
            "  aquila simulate --cert server.crt   an org to which server.crt was uploaded",
            "  aquila simulate --hourly --late --regenerate --fault reset:3    a hard life");
  }

  @Override
  public Integer call() throws Failure, IOException {
    run.requireOneOrg();
    if ("list".equals(scenario)) {
      run.print(list());
      return 0;
    }
    if (home != null) {
      return serve(new SimulatorHome(directory(home)));
    }
    try (TemporaryDirectory temporary =
        TemporaryDirectory.create(run.world().temporary(), run.world().cleanup())) {
      return serve(new SimulatorHome(temporary.path()));
    }
  }

  private int serve(SimulatorHome place) throws Failure, IOException {
    Path keyFile = certificate == null ? place.keyFile() : keyBeside(resolved(certificate));
    RSAPublicKey uploaded = uploaded(place);
    OrgSetup given = setup(place, uploaded);
    OrgSetup played = scenario == null ? given : given.with(scenario(scenario));
    try (SimulatedOrg org = SimulatorHome.start(played)) {
      run.print(place.configuration(org, given, keyFile) + "# ready\n");
      return untilInterrupted();
    }
  }

  private RSAPublicKey uploaded(SimulatorHome place) throws Failure {
    CertificateFile file =
        certificate == null
            ? place.pair(run.world().clock().instant())
            : CertificateFile.read(resolved(certificate));
    return file.publicKey()
        .orElseThrow(() -> new UsageFailure("the certificate holds no RSA key: " + certificate));
  }

  private OrgSetup setup(SimulatorHome place, RSAPublicKey uploaded) throws Failure {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageFailure("--port: from 0 to " + LAST_PORT);
    }
    OrgSetup setup =
        OrgSetup.of(uploaded, run.world().clock())
            .withPort(port)
            .withSeed(seed)
            .with(logs.eventLogs());
    if (tls) {
      setup = setup.withTls(place.tlsPair(run.world().clock().instant()));
    }
    if (clientId != null) {
      String id = clientId;
      setup = setup.withEachApp(app -> app.withClientId(id));
    }
    if (!usernames.values().isEmpty()) {
      setup = setup.withUsernames(usernames.values());
    }
    for (String fault : faults.values()) {
      setup = setup.with(fault(fault));
    }
    return setup;
  }

  private static Fault fault(String text) throws UsageFailure {
    return Fault.parse(text)
        .orElseThrow(
            () ->
                new UsageFailure(
                    "unknown fault " + ForeignText.printable(text),
                    "there are reset, stall, truncate, 500, 401 and limit, each with a count:"
                        + " 500:3"));
  }

  private static Scenario scenario(String name) throws UsageFailure {
    return Scenarios.find(name)
        .orElseThrow(
            () ->
                new UsageFailure(
                    "unknown scenario " + ForeignText.printable(name),
                    "aquila simulate --scenario list shows what there is"));
  }

  private static String list() {
    return Scenarios.all().stream()
        .map(scenario -> scenario.id() + "\t" + scenario.row() + "\t" + scenario.title() + "\n")
        .collect(Collectors.joining());
  }

  private Path directory(Path wanted) throws StoreFailure, UsageFailure {
    Path directory = resolved(wanted);
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreFailure(directory + " cannot be made: " + DiskTrouble.writing(e));
    }
  }

  /** Whoever made {@code server.crt} with {@code key new} has {@code server.key} beside it. */
  private static Path keyBeside(Path certificate) {
    String name = String.valueOf(certificate.getFileName());
    int dot = name.lastIndexOf('.');
    return certificate.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".key");
  }

  private Path resolved(Path path) throws UsageFailure {
    return run.path(path).normalize();
  }

  private static int untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 130;
  }
}
