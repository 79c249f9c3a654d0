package aquila.cli;

import aquila.eventlog.Fetch;
import aquila.eventlog.FetchOptions;
import aquila.eventlog.FetchReport;
import aquila.eventlog.FetchedFile;
import aquila.eventlog.Selection;
import aquila.eventlog.Store;
import aquila.eventlog.StoreOptions;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.world.Deadline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fetches of one command line: one for each org, in turn. */
final class FetchRun {

  /** So many failed files are named; all of them are in the report. */
  private static final int NAMED = 10;

  private final Run run;
  private final FetchScreen screen;
  private final Deadline deadline;
  private final @Nullable MetricsFile metrics;
  private final List<Result> ended = new ArrayList<>();
  private @Nullable Going going;

  FetchRun(Run run, FetchScreen screen, Deadline deadline, @Nullable Path metrics)
      throws UsageFailure {
    this.run = run;
    this.screen = screen;
    this.deadline = deadline;
    this.metrics = metrics == null ? null : new MetricsFile(run.path(metrics));
  }

  /**
   * How the run of one org ended.
   *
   * @param report null if there was no listing
   */
  record Result(String org, @Nullable FetchReport report, ExitCode code) {
    Result with(ExitCode other) {
      return new Result(org, report, other);
    }
  }

  /** The run of one org, while it lasts. */
  private record Going(String org, Fetch fetch) {}

  /** What is asked for, and how. */
  record Order(Selection selection, StoreOptions store, FetchOptions options) {}

  /**
   * Fetches for each org.
   *
   * @param directory of the store, or of the stores of several orgs, as it was given
   * @throws Failure if the directory is empty, or there is one org, and no listing of it
   */
  List<Result> all(String directory, Order order) throws Failure {
    String shown = GivenDirectory.of(directory);
    for (String org : run.orgs()) {
      if (run.world().cleanup().isRun()) {
        break;
      }
      Run own = run.with(org);
      if (!run.isAboutSeveralOrgs()) {
        end(single(own, shown, order));
        continue;
      }
      try {
        end(one(own, shown + "/" + org, order));
      } catch (Failure e) {
        end(new Result(own.orgName(), null, own.failed(e)));
      }
    }
    return noted(List.copyOf(ended));
  }

  private synchronized void begin(Going next) {
    going = next;
  }

  private synchronized void end(Result result) {
    boolean isCut = run.world().cleanup().isRun();
    ended.add(isCut ? result.with(ExitCode.INTERRUPTED) : result);
    going = null;
  }

  /** The results if all ends now; for another thread. */
  synchronized List<Result> soFar() {
    List<Result> results = new ArrayList<>(ended);
    if (going != null) {
      String org = going.org();
      going
          .fetch()
          .soFar()
          .ifPresent(report -> results.add(new Result(org, report, ExitCode.INTERRUPTED)));
    }
    return results;
  }

  /** The metrics tell also of a run that ends in a failure. */
  private Result single(Run own, String directory, Order order) throws Failure {
    warnOfNeighbours(own, directory);
    try {
      return one(own, directory, order);
    } catch (Failure e) {
      noted(List.of(new Result(own.orgName(), null, e.exitCode())));
      throw e;
    }
  }

  /** A store beside those of several orgs is more often a slip than a wish. */
  private void warnOfNeighbours(Run own, String directory) throws Failure {
    Path path = run.path(Path.of(directory));
    List<String> below = Store.isThere(path) ? List.of() : Store.below(path);
    if (below.isEmpty()) {
      return;
    }
    own.settings();
    String name = own.orgName();
    run.messages()
        .warning(
            directory
                + " holds stores of several orgs ("
                + String.join(", ", below)
                + "), and becomes another store itself"
                + (below.contains(name) ? ": that of this org is " + directory + "/" + name : ""));
  }

  /** What was fetched is reported also where the metrics cannot be written. */
  private List<Result> noted(List<Result> results) {
    if (metrics == null) {
      return results;
    }
    try {
      metrics.write(results, run.world().clock().instant());
      return results;
    } catch (StoreFailure e) {
      run.messages().error("", e, e.hints());
      return results.stream()
          .map(result -> result.code() == ExitCode.OK ? result.with(e.exitCode()) : result)
          .toList();
    }
  }

  private Result one(Run own, String directory, Order order) throws Failure {
    Session session = own.session(deadline);
    Path path = run.path(Path.of(directory));
    StoreOptions options = order.store().withPatience(deadline.atMost(order.store().patience()));
    Store.Opened opened = Store.open(path, options, run.world());
    opened.warnings().forEach(text -> run.messages().warning(own.prefix() + text));
    try (Store store = opened.store()) {
      Fetch fetch =
          new Fetch(
              session.org(),
              session.apiVersion(),
              store,
              order.options(),
              run.world(),
              deadline,
              screen);
      begin(new Going(own.orgName(), fetch));
      FetchReport report = fetch.run(order.selection(), directory);
      screen.close();
      conclude(own, report);
      return new Result(own.orgName(), report, report.exitCode());
    } finally {
      screen.close();
    }
  }

  private void conclude(Run own, FetchReport report) {
    Stream.concat(
            report.strange().stream().map(record -> "a record is not used: " + record),
            report.files().stream().filter(file -> !file.isStored()).map(FetchRun::failed))
        .limit(NAMED)
        .forEach(text -> run.messages().warning(own.prefix() + text));
    if (report.failed() > NAMED) {
      run.messages().warning(own.prefix() + "and " + (report.failed() - NAMED) + " more failed");
    }
    if (!report.files().isEmpty() || run.world().terminal().isError()) {
      run.messages().summary(summary(own, report));
    }
    if (report.local() != null) {
      own.tell(report.local());
    } else if (report.failed() > 0) {
      run.messages()
          .error(
              ExitCode.PARTIAL,
              own.prefix() + report.failed() + " of " + Amount.files(report.listed()) + " failed",
              null,
              List.of("the next run tries them again"));
    }
  }

  private String summary(Run own, FetchReport report) {
    return own.prefix()
        + "stored "
        + Amount.files(report.stored())
        + " ("
        + Amount.bytes(report.bytes())
        + "), "
        + report.already()
        + " already there"
        + (report.waiting() == 0 ? "" : ", " + report.waiting() + " too fresh")
        + (report.failed() == 0 ? "" : ", " + report.failed() + " failed");
  }

  private static String failed(FetchedFile fetched) {
    return fetched.file().eventType()
        + " of "
        + fetched.file().logDate()
        + " ("
        + fetched.file().id()
        + ") failed: "
        + fetched.error();
  }

  /** All the same, or "some of it". */
  static ExitCode exitCode(List<Result> results) {
    return ExitCodes.common(results.stream().map(Result::code).toList());
  }
}
