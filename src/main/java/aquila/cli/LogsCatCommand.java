package aquila.cli;

import aquila.eventlog.EventLogFile;
import aquila.eventlog.Listing;
import aquila.eventlog.LogRows;
import aquila.eventlog.Selection;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.file.TemporaryDirectory;
import aquila.world.Deadline;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code aquila logs cat}: the rows of event log files, without a store. */
final class LogsCatCommand implements Command {

  /** The forms of rows. */
  enum Form {
    CSV,
    NDJSON
  }

  private final Run run;
  private final LogsSelection selected = new LogsSelection();

  private Form form = Form.CSV;
  private final DeadlineOption deadline = new DeadlineOption();

  LogsCatCommand(Run run) {
    this.run = run;
  }

  /** The files of one org. */
  private record Part(Run run, Session session, List<EventLogFile> files) {}

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Prints the events of the selected files, oldest file first, without a store. csv has one"
                + " header for all of them; ndjson is an object a row, with numbers and booleans where"
                + " the org says so.")
        .manyOptions();
    selected.describe(syntax);
    syntax.option(
        Form.class, "-o, --output", "FORM", "csv or ndjson (default: csv)", value -> form = value);
    deadline.describe(syntax);
    syntax.footer(
        "",
        "Examples:",
        "  aquila logs cat --type Login --since 2d > logins.csv",
        "  aquila logs cat --type RestApi -o ndjson | jq -r .URI | sort | uniq -c",
        "",
        "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    Selection selection = selected.selection(run.world().clock().instant(), run.messages());
    List<Part> parts = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    Deadline end = run.deadline(deadline.time);
    List<ExitCode> codes = new ArrayList<>();
    for (String org : run.orgs()) {
      Run own = run.with(org);
      try {
        Session session = own.session(end);
        Listing.Found found =
            new Listing(session.org(), session.apiVersion(), true, true).all(selection, null);
        run.messages().warnings(found.strange());
        found.files().forEach(file -> columns.addAll(file.fieldNames()));
        parts.add(new Part(own, session, found.files()));
      } catch (Failure e) {
        codes.add(own.failed(e));
      }
    }
    Writer out = run.out();
    RowPrinter printer =
        form == Form.CSV
            ? RowPrinter.csv(out, List.copyOf(columns), run.messages())
            : RowPrinter.ndjson(out);
    try (TemporaryDirectory temporary =
        TemporaryDirectory.create(run.world().temporary(), run.world().cleanup())) {
      for (Part part : parts) {
        try {
          print(part, temporary.path(), printer);
          codes.add(ExitCode.OK);
        } catch (Failure e) {
          // What came before it is whole.
          out.flush();
          codes.add(part.run().failed(e));
        }
      }
    }
    out.flush();
    return ExitCodes.common(codes).number();
  }

  private void print(Part part, Path temporary, RowPrinter printer) throws Failure, IOException {
    LogRows rows =
        new LogRows(part.session().org(), run.world(), temporary, new WarningsOnly(run.messages()));
    for (EventLogFile file : part.files()) {
      rows.read(file, printer::print);
    }
  }
}
