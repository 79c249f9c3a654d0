package aquila.cli;

import aquila.eventlog.Listing;
import aquila.eventlog.Selection;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.json.Json;
import aquila.output.RecordFormat;
import aquila.output.RecordWriter;
import aquila.world.Deadline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aquila logs list}: the event log files that the org offers. */
final class LogsListCommand implements Command {
  private static final List<String> TABLE =
      List.of("EventType", "Interval", "LogDate", "Sequence", "LogFileLength", "CreatedDate", "Id");

  private final Run run;
  private final LogsSelection selected = new LogsSelection();

  private RecordFormat format = RecordFormat.TABLE;
  private final DeadlineOption deadline = new DeadlineOption();

  LogsListCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Lists EventLogFile records, oldest first. A daily file appears on the next day, an hourly"
                + " one three to six hours later; there is none where there was no event.")
        .manyOptions();
    selected.describe(syntax);
    syntax.option(
        RecordFormat.class,
        "-o, --output",
        "FORM",
        "table, json, ndjson or csv (default: table)",
        value -> format = value);
    deadline.describe(syntax);
    syntax.footer(
        "",
        "Examples:",
        "  aquila logs list --since 7d",
        "  aquila logs list --type Login,RestApi --interval hourly --since 36h",
        "  aquila logs list -o ndjson | jq -r .EventType | sort | uniq -c",
        "",
        "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (format == RecordFormat.JSON) {
      run.messages().speakJson();
    }
    Selection selection = selected.selection(run.world().clock().instant(), run.messages());
    RecordWriter writer = format.writer(run.out());
    Deadline end = run.deadline(deadline.time);
    List<ExitCode> codes = new ArrayList<>();
    for (String org : run.orgs()) {
      Run own = run.with(org);
      try {
        writer.write(records(own, org, selection, end));
        codes.add(ExitCode.OK);
      } catch (Failure e) {
        codes.add(own.failed(e));
      }
    }
    writer.end();
    return ExitCodes.common(codes).number();
  }

  private List<ObjectNode> records(Run own, @Nullable String org, Selection selection, Deadline end)
      throws Failure {
    Session session = own.session(end);
    List<ObjectNode> records = new ArrayList<>();
    new Listing(session.org(), session.apiVersion(), true, false)
        .each(selection, null, record -> records.add(row(org, record)));
    return records;
  }

  /** Machines get what was sent; people get what they look for, in the order of interest. */
  private ObjectNode row(@Nullable String org, ObjectNode record) {
    ObjectNode row = Json.object();
    if (run.isAboutSeveralOrgs()) {
      row.put("Org", org);
    }
    if (format != RecordFormat.TABLE) {
      return row.setAll(record);
    }
    for (String field : TABLE) {
      if (record.has(field)) {
        row.set(field, record.path(field));
      }
    }
    return row;
  }
}
