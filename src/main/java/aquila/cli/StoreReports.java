package aquila.cli;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports about the store of one org, or of several. */
final class StoreReports {
  private final Run run;
  private final ReportForm form;
  private final String directory;

  /**
   * Reports that are still to be made; from now on, messages are in their form.
   *
   * @param directory the store, or the directory above those of several orgs, as it was given
   * @throws UsageFailure if it is empty
   */
  StoreReports(Run run, ReportForm form, String directory) throws UsageFailure {
    this.run = run;
    this.form = form;
    this.directory = GivenDirectory.of(directory);
    if (form == ReportForm.JSON) {
      run.messages().speakJson();
    }
  }

  /**
   * One store.
   *
   * @param run the run of its org
   * @param given where it is, as it was given
   * @param path where it is
   */
  record Store(Run run, String given, Path path) {

    /** How a place in it is shown. */
    String shown(String place) {
      return given + "/" + place;
    }
  }

  /**
   * What is to be said of one store.
   *
   * @param problem in words, if the code is not 0
   */
  record Report(String text, ObjectNode json, ExitCode code, String problem) {}

  /** Makes the report of one store. */
  @FunctionalInterface
  interface Maker {
    Report of(Store store) throws Failure, IOException;
  }

  /** Makes and prints all of them, and returns the exit code. */
  int each(Maker maker) throws Failure, IOException {
    if (!run.isAboutSeveralOrgs()) {
      Run own = run.with(run.orgs().get(0));
      Report report = maker.of(new Store(own, directory, resolved(directory)));
      run.print(form == ReportForm.JSON ? Json.write(report.json()) + "\n" : report.text());
      tell(own, report);
      return report.code().number();
    }
    return several(maker);
  }

  private int several(Maker maker) throws Failure, IOException {
    ObjectNode all = Json.object();
    ArrayNode orgs = all.putArray("orgs");
    List<ExitCode> codes = new ArrayList<>();
    for (String org : run.orgs()) {
      Run own = run.with(org);
      String given = directory + "/" + org;
      ObjectNode entry = orgs.addObject().put("org", org);
      try {
        Report report = maker.of(new Store(own, given, resolved(given)));
        codes.add(report.code());
        entry.set("report", report.json());
        if (form == ReportForm.TEXT) {
          run.print(org + "\n" + report.text());
        }
        tell(own, report);
      } catch (Failure e) {
        codes.add(own.failed(e));
        entry.set("report", Json.object());
      }
    }
    if (form == ReportForm.JSON) {
      run.print(Json.write(all) + "\n");
    }
    return ExitCodes.common(codes).number();
  }

  private void tell(Run own, Report report) {
    if (report.code() != ExitCode.OK) {
      run.messages().error(report.code(), own.prefix() + report.problem(), null, List.of());
    }
  }

  private Path resolved(String given) throws UsageFailure {
    return run.path(Path.of(given));
  }
}
