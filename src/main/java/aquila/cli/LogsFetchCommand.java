package aquila.cli;

import aquila.eventlog.ApiReserve;
import aquila.eventlog.FetchOptions;
import aquila.eventlog.FetchReport;
import aquila.eventlog.Selection;
import aquila.eventlog.StoreOptions;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.json.Json;
import aquila.world.Cleanup;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aquila logs fetch}: stores what is not stored yet. */
final class LogsFetchCommand implements Command {
  private static final int MOST_DOWNLOADS = 32;

  private final Run run;
  private String directory = "";
  private final LogsSelection selected = new LogsSelection();

  private int parallel = 4;
  private boolean isCompressed;
  private @Nullable Duration deadline;
  private Duration settle = Duration.ZERO;
  private String reserve = "10%";
  private Duration patience = Duration.ZERO;
  private String mode = "0600";
  private boolean isStrict;
  private @Nullable Path metrics;
  private ReportForm form = ReportForm.TEXT;
  private boolean isReported;

  LogsFetchCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Downloads each file once, whole, in its newest revision, to DIR/interval=…/log_type=…/"
                + "log_date=…/ID.csv. Made for cron: a run that is killed loses nothing, and the next"
                + " one goes on. Prints the path of each file that it stored.")
        .manyOptions()
        .parameter(
            String.class, "DIR", "the store; made if it is not there", value -> directory = value);
    selected.describe(syntax);
    syntax
        .number("--parallel", "N", "downloads at once (default: 4)", value -> parallel = value)
        .flag("--gzip", "store compressed, as .csv.gz", () -> isCompressed = true)
        .option(
            Duration.class,
            "--deadline",
            "TIME",
            "end the run after this time (default: none)",
            value -> deadline = value)
        .option(
            Duration.class,
            "--settle",
            "TIME",
            "leave files that are younger to the next run (default: 0s)",
            value -> settle = value)
        .option(
            "--api-reserve",
            "N[%]",
            "API calls of the org that are left to others (default: 10%%)",
            value -> reserve = value)
        .option(
            Duration.class,
            "--wait",
            "TIME",
            "wait so long for another run that holds the store (default: 0s)",
            value -> patience = value)
        .option(
            "--mode",
            "OCTAL",
            "permissions of files; directories gain x where r is (default: 0600)",
            value -> mode = value)
        .flag(
            "--strict-length",
            "refuse a file whose length differs from LogFileLength",
            () -> isStrict = true)
        .option(
            Path.class,
            "--metrics-file",
            "FILE",
            "write gauges for Prometheus' textfile collector",
            value -> metrics = value)
        .option(
            ReportForm.class,
            "-o, --output",
            "FORM",
            "text or json (default: text)",
            value -> form = value)
        .footer(
            "",
            "Examples:",
            "  aquila logs fetch /var/lib/aquila/logs",
            "  aquila logs fetch logs --type Login --since 7d --gzip",
            "  aquila logs fetch logs --org prod --org sandbox -o json",
            "",
            "Exit code 0: all that was wanted is stored; 9: some of it is not, and the next",
            "run tries again. Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == ReportForm.JSON) {
      run.messages().speakJson();
    }
    FetchOptions options = new FetchOptions(parallel(), settle, reserve(), isStrict);
    StoreOptions store = new StoreOptions(isCompressed, modeBits(), patience);
    Selection selection = selected.selection(run.world().clock().instant(), run.messages());
    FetchScreen screen = new FetchScreen(run, form == ReportForm.TEXT);
    FetchRun fetch = new FetchRun(run, screen, run.deadline(deadline), metrics);
    FetchRun.Order order = new FetchRun.Order(selection, store, options);
    Cleanup.Pending lastWords = run.world().cleanup().add(() -> sayLastWords(fetch, screen));
    try {
      List<FetchRun.Result> results = fetch.all(directory, order);
      report(results);
      if (screen.refused() != null) {
        throw screen.refused();
      }
      return FetchRun.exitCode(results).number();
    } finally {
      lastWords.close();
    }
  }

  /** Reports what was done by a run that is interrupted, unless nobody takes it. */
  private void sayLastWords(FetchRun fetch, FetchScreen screen) {
    Thread words =
        new Thread(
            () -> {
              screen.end();
              run.messages().lastWords();
              run.messages()
                  .error(
                      ExitCode.INTERRUPTED,
                      "interrupted",
                      null,
                      List.of("what is stored is whole; the next run goes on from there"));
              try {
                report(fetch.soFar());
              } catch (IOException e) {
                // Whoever read it may have gone first.
              }
            });
    words.setDaemon(true);
    // A class may be gone by now, because the package was replaced.
    words.setUncaughtExceptionHandler((thread, e) -> {});
    words.start();
    try {
      words.join(Duration.ofSeconds(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Prints the report once. */
  private synchronized void report(List<FetchRun.Result> results) throws IOException {
    if (form == ReportForm.JSON && !isReported && !results.isEmpty()) {
      isReported = true;
      run.print(Json.write(json(results)) + "\n");
    }
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
