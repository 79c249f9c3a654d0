package aquila.cli;

import aquila.doctor.Report;
import aquila.doctor.Setup;
import aquila.doctor.SetupLadder;
import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code aquila check}: all that can be told about a set-up without a network. */
final class CheckCommand implements Command {
  private final Run run;
  private FindingsForm form = FindingsForm.TEXT;
  private boolean strict;
  private @Nullable Path certificate;

  CheckCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Looks at the configuration file, the six fields, whether they fit together, and the private"
                + " key. All that is wrong is told at once, each with the place it comes from, the form"
                + " it should have and what to do. Nothing is sent anywhere.")
        .option(
            FindingsForm.class,
            "-o, --output",
            "FORM",
            "text, json or markdown (default: text)",
            value -> form = value)
        .flag("--strict", "let a warning fail, too", () -> strict = true)
        .option(
            Path.class,
            "--cert",
            "CRT",
            "the certificate that was uploaded to the app, to compare with the key",
            value -> certificate = value)
        .footer(
            "",
            "Examples:",
            "  aquila check                        the default org",
            "  aquila check --org acme --strict    for a script that wants no warning either",
            "  aquila check --cert server.crt      does the certificate belong to the key?",
            "  aquila check -o json | jq '.findings[] | select(.status == \"fail\")'",
            "",
            "The exit code is that of the first finding that fails, fields before the key:",
            "3 for a setting, 4 for the key.",
            "",
            "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == FindingsForm.JSON) {
      run.messages().speakJson();
    }
    Path compared = certificate == null ? null : run.world().directory().resolve(certificate);
    Report report = SetupLadder.report(Setup.look(run.survey(), run.world(), compared), strict);
    return form.show(report, run, run.again("check", certificate));
  }
}
