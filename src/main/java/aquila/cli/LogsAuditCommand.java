package aquila.cli;

import aquila.eventlog.Audit;
import aquila.eventlog.Listing;
import aquila.eventlog.Selection;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import java.io.IOException;
import java.time.Instant;

/** {@code aquila logs audit}: what the org offers against what is stored. */
final class LogsAuditCommand implements Command {
  private final Run run;
  private String directory = "";
  private final LogsSelection selected = new LogsSelection();

  private final DeadlineOption deadline = new DeadlineOption();

  private ReportForm form = ReportForm.TEXT;

  LogsAuditCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Draws which days or hours of each type are stored, and names what is missing and for how"
                + " long the org will still have it. What was stored once and rotated away counts as"
                + " stored.")
        .manyOptions()
        .parameter(String.class, "DIR", "the store", value -> directory = value);
    selected.describe(syntax);
    deadline.describe(syntax);
    syntax
        .option(
            ReportForm.class,
            "-o, --output",
            "FORM",
            "text or json (default: text)",
            value -> form = value)
        .footer(
            "",
            "Examples:",
            "  aquila logs audit /var/lib/aquila/logs",
            "  aquila logs audit logs --interval hourly --since 2d",
            "  aquila logs audit logs -o json | jq '.missing[].id'",
            "",
            "Exit code 9 where anything is missing. Global and setting options: see",
            "aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    StoreReports reports = new StoreReports(run, form, directory);
    Instant now = run.world().clock().instant();
    Selection selection = selected.selection(now, run.messages());
    boolean isAll = selection.since() == null && selection.until() == null;
    boolean hasColour = Colour.on(run.world(), run.world().terminal().isOutput());
    return reports.each(
        store -> {
          Session session = store.run().session(run.deadline(deadline.time));
          Listing.Found found =
              new Listing(session.org(), session.apiVersion(), true, false).all(selection, null);
          found.strange().forEach(text -> run.messages().warning(text));
          Audit.Result result = Audit.of(found.files(), isAll, store.path(), now);
          AuditText text = new AuditText(result, hasColour);
          return new StoreReports.Report(
              text.text(),
              text.json(),
              result.isComplete() ? ExitCode.OK : ExitCode.PARTIAL,
              problem(result));
        });
  }

  private static String problem(Audit.Result result) {
    return result.gaps().isEmpty()
        ? Amount.files(result.missing().size()) + " missing"
        : Amount.files(result.missing().size())
            + " missing, and gaps in "
            + result.gaps().size()
            + " hours";
  }
}
