package aquila.cli;

import aquila.doctor.Report;
import aquila.world.World;
import java.io.IOException;

/** The forms in which a report of findings is printed. */
enum FindingsForm {
  TEXT {
    @Override
    String print(Report report, World world, String command) {
      return new FindingsText(Colour.on(world, world.terminal().isOutput()), command).of(report);
    }
  },
  JSON {
    @Override
    String print(Report report, World world, String command) {
      return FindingsJson.of(report);
    }
  },
  MARKDOWN {
    @Override
    String print(Report report, World world, String command) {
      return new FindingsMarkdown(command).of(report, world.clock().instant());
    }
  };

  /**
   * Prints the report without secrets, and returns its exit code.
   *
   * @param command how to look again
   */
  int show(Report report, Run run, String command) throws IOException {
    run.print(run.world().secrets().strike(print(report, run.world(), command)));
    return report.exitCode().number();
  }

  /**
   * The report in this form.
   *
   * @param command how to look again
   */
  abstract String print(Report report, World world, String command);
}
