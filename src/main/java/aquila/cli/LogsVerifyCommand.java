package aquila.cli;

import aquila.eventlog.Content;
import aquila.eventlog.LedgerLine;
import aquila.eventlog.Verification;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** {@code aquila logs verify}: a store against its ledger. */
final class LogsVerifyCommand implements Command {
  private final Run run;
  private String directory = "";
  private boolean isAll;
  private ReportForm form = ReportForm.TEXT;

  LogsVerifyCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Compares length and SHA-256 of each file with what was stored. Needs no network. A file"
                + " that is gone was rotated away, and is no difference unless --all is given.")
        .parameter(String.class, "DIR", "the store", value -> directory = value)
        .flag("--all", "take a file that is gone for a difference too", () -> isAll = true)
        .option(
            ReportForm.class,
            "-o, --output",
            "FORM",
            "text or json (default: text)",
            value -> form = value)
        .footer(
            "",
            "Examples:",
            "  aquila logs verify /var/lib/aquila/logs",
            "  aquila logs verify logs --all -o json | jq '.absent[].path'",
            "",
            "Exit code 8 where anything differs.",
            "",
            "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    StoreReports reports = new StoreReports(run, form, directory);
    return reports.each(
        store -> {
          Verification.Result result = Verification.of(store.path());
          boolean isGood =
              result.differing().isEmpty()
                  && result.damagedLines() == 0
                  && (!isAll || result.absent().isEmpty());
          return new StoreReports.Report(
              text(result, store),
              json(result, store),
              isGood ? ExitCode.OK : ExitCode.STORE,
              problem(result));
        });
  }

  private String problem(Verification.Result result) {
    if (result.damagedLines() > 0) {
      return "the ledger has damaged lines: the next fetch mends it";
    }
    int count = result.differing().size() + (isAll ? result.absent().size() : 0);
    return Amount.files(count) + " not as stored";
  }

  private static String text(Verification.Result result, StoreReports.Store store) {
    StringBuilder text = new StringBuilder();
    for (Verification.Difference one : result.differing()) {
      text.append("differs  ").append(store.shown(one.line().place())).append('\n');
    }
    for (LedgerLine line : result.absent()) {
      text.append("absent   ").append(store.shown(line.place())).append('\n');
    }
    return text.append(Amount.files(result.good()))
        .append(" as stored, ")
        .append(result.differing().size())
        .append(" differ, ")
        .append(result.absent().size())
        .append(" absent\n")
        .toString();
  }

  private static ObjectNode json(Verification.Result result, StoreReports.Store store) {
    ObjectNode json = Json.object();
    json.put("ok", result.good());
    json.put("damaged_ledger_lines", result.damagedLines());
    ArrayNode differing = json.putArray("differing");
    for (Verification.Difference one : result.differing()) {
      ObjectNode file = differing.addObject();
      put(file, one.line(), store);
      Content found = one.found();
      if (found != null) {
        file.put("found_length", found.bytes()).put("found_sha256", found.sha256());
      }
    }
    ArrayNode absent = json.putArray("absent");
    result.absent().forEach(line -> put(absent.addObject(), line, store));
    return json;
  }

  private static void put(ObjectNode file, LedgerLine line, StoreReports.Store store) {
    file.put("id", line.id());
    file.put("path", store.shown(line.place()));
    file.put("length", line.bytes());
    file.put("sha256", line.sha256());
  }
}
