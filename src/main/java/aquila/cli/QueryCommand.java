package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.output.RecordFormat;
import aquila.output.RecordWriter;
import aquila.rest.Query;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aquila query}: any SOQL query, all its pages. */
@Command(
    name = "query",
    header = "Run a SOQL query.",
    description =
        "Prints all records of a query, following all its pages. Parents are flattened to"
            + " Account.Name in a table and in CSV, and stay objects in JSON.",
    footer = {
      "",
      "Examples:",
      "  aquila query \"SELECT Id, Name FROM Account LIMIT 5\"",
      "  aquila query -o ndjson \"SELECT Id FROM Contact\" | jq -r .Id",
      "  aquila query -o csv \"SELECT Name, Owner.Name FROM Account\" > accounts.csv",
      "",
      "Global and setting options: see aquila --help."
    })
final class QueryCommand implements Callable<Integer> {
  private final Run run;

  @Parameters(paramLabel = "SOQL", description = "the query")
  String soql = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "table, json, ndjson or csv (default: table)")
  RecordFormat format = RecordFormat.TABLE;

  @Mixin DeadlineOption deadline = new DeadlineOption();

  QueryCommand(Run run) {
    this.run = run;
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
