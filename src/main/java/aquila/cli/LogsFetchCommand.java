package aquila.cli;

import aquila.eventlog.ApiReserve;
import aquila.eventlog.FetchOptions;
import aquila.eventlog.FetchReport;
import aquila.eventlog.Selection;
import aquila.eventlog.StoreOptions;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aquila logs fetch}: stores what is not stored yet. */
@Command(
    name = "fetch",
    abbreviateSynopsis = true,
    header = "Store the event log files that are not stored yet.",
    description =
        "Downloads each file once, whole, in its newest revision, to DIR/interval=…/log_type=…/"
            + "log_date=…/ID.csv. Made for cron: a run that is killed loses nothing, and the next"
            + " one goes on. Prints the path of each file that it stored.",
    footer = {
      "",
      "Examples:",
      "  aquila logs fetch /var/lib/aquila/logs",
      "  aquila logs fetch logs --type Login --since 7d --gzip",
      "  aquila logs fetch logs --org prod --org sandbox -o json",
      "",
      "Exit code 0: all that was wanted is stored; 9: some of it is not, and the next",
      "run tries again. Global and setting options: see aquila --help."
    })
final class LogsFetchCommand implements Callable<Integer> {
  private static final int MOST_DOWNLOADS = 32;

  private final Run run;

  @Parameters(paramLabel = "DIR", description = "the store; made if it is not there")
  String directory = "";

  @Mixin LogsSelection selected = new LogsSelection();

  @Option(names = "--parallel", paramLabel = "N", description = "downloads at once (default: 4)")
  int parallel = 4;

  @Option(names = "--gzip", description = "store compressed, as .csv.gz")
  boolean isCompressed;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "end the run after this time (default: none)")
  @Nullable Duration deadline;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      description = "leave files that are younger to the next run (default: 0s)")
  Duration settle = Duration.ZERO;

  @Option(
      names = "--api-reserve",
      paramLabel = "N[%]",
      description = "API calls of the org that are left to others (default: 10%%)")
  String reserve = "10%";

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      description = "wait so long for another run that holds the store (default: 0s)")
  Duration patience = Duration.ZERO;

  @Option(
      names = "--mode",
      paramLabel = "OCTAL",
      description = "permissions of files; directories gain x where r is (default: 0600)")
  String mode = "0600";

  @Option(
      names = "--strict-length",
      description = "refuse a file whose length differs from LogFileLength")
  boolean isStrict;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "write gauges for Prometheus' textfile collector")
  @Nullable Path metrics;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text or json (default: text)")
  ReportForm form = ReportForm.TEXT;

  LogsFetchCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == ReportForm.JSON) {
      run.messages().speakJson();
    }
    FetchOptions options = new FetchOptions(parallel(), settle, reserve(), isStrict);
    StoreOptions store = new StoreOptions(isCompressed, modeBits(), patience);
    Selection selection = selected.selection(run.world().clock().instant());
    FetchScreen screen = new FetchScreen(run, form == ReportForm.TEXT);
    FetchRun fetch = new FetchRun(run, screen, run.deadline(deadline), metrics);
    List<FetchRun.Result> results =
        fetch.all(directory, new FetchRun.Order(selection, store, options));
    if (form == ReportForm.JSON) {
      run.print(Json.write(json(results)) + "\n");
    }
    if (screen.refused() != null) {
      throw screen.refused();
    }
    return FetchRun.exitCode(results).number();
  }

  private ObjectNode json(List<FetchRun.Result> results) {
    if (!run.isAboutSeveralOrgs()) {
      FetchReport report = results.get(0).report();
      return report == null ? Json.object() : FetchJson.of(report);
    }
    ObjectNode json = Json.object();
    ArrayNode orgs = json.putArray("orgs");
    for (FetchRun.Result result : results) {
      ObjectNode org = orgs.addObject().put("org", result.org());
      org.set("report", result.report() == null ? Json.object() : FetchJson.of(result.report()));
      org.put("exit", result.code().number());
    }
    return json;
  }

  private int parallel() throws UsageFailure {
    if (parallel < 1 || parallel > MOST_DOWNLOADS) {
      throw new UsageFailure("--parallel: from 1 to " + MOST_DOWNLOADS);
    }
    return parallel;
  }

  private ApiReserve reserve() throws UsageFailure {
    return ApiReserve.parse(reserve)
        .orElseThrow(
            () -> new UsageFailure("--api-reserve: a share such as 10%, or a number of calls"));
  }

  private int modeBits() throws UsageFailure {
    if (!mode.matches("0?[67][0-7][0-7]")) {
      throw new UsageFailure("--mode: permissions such as 0600 or 0640, with rw for the owner");
    }
    return Integer.parseInt(mode, 8);
  }
}
