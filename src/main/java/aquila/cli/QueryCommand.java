package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.output.RecordFormat;
import aquila.output.RecordWriter;
import aquila.rest.Query;
import java.io.IOException;

/** {@code aquila query}: any SOQL query, all its pages. */
final class QueryCommand implements Command {
  private final Run run;
  private String soql = "";
  private RecordFormat format = RecordFormat.TABLE;
  private final DeadlineOption deadline = new DeadlineOption();

  QueryCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Prints all records of a query, following all its pages. Parents are flattened to"
                + " Account.Name in a table and in CSV, and stay objects in JSON.")
        .parameter(String.class, "SOQL", "the query", value -> soql = value)
        .option(
            RecordFormat.class,
            "-o, --output",
            "FORM",
            "table, json, ndjson or csv (default: table)",
            value -> format = value);
    deadline.describe(syntax);
    syntax.footer(
        "",
        "Examples:",
        "  aquila query \"SELECT Id, Name FROM Account LIMIT 5\"",
        "  aquila query -o ndjson \"SELECT Id FROM Contact\" | jq -r .Id",
        "  aquila query -o csv \"SELECT Name, Owner.Name FROM Account\" > accounts.csv",
        "",
        "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (soql.isBlank()) {
      throw new UsageFailure("the query is empty");
    }
    if (format == RecordFormat.JSON) {
      run.messages().speakJson();
    }
    Session session = run.session(run.deadline(deadline.time));
    Query query = new Query(session.org(), session.apiVersion(), soql);
    RecordWriter writer = format.writer(run.out());
    while (query.hasNext()) {
      writer.write(query.nextPage());
    }
    writer.end();
    return 0;
  }
}
