package aquila.cli;

import aquila.config.Field;
import aquila.config.Options;
import aquila.doctor.DoctorLadder;
import aquila.doctor.Report;
import aquila.doctor.Setup;
import aquila.doctor.Visit;
import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** {@code aquila doctor}: what is wrong between this machine and the event logs of an org. */
final class DoctorCommand implements Command {
  private final Run run;
  private final BiPredicate<String, Duration> lookup;
  private FindingsForm form = FindingsForm.TEXT;
  private @Nullable Path certificate;
  private boolean triesAudiences;
  private final DeadlineOption deadline = new DeadlineOption();

  /**
   * The command.
   *
   * @param lookup whether a host's name has an address, within a time
   */
  DoctorCommand(Run run, BiPredicate<String, Duration> lookup) {
    this.run = run;
    this.lookup = lookup;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Does what check does, then looks at the names of the hosts, the connection, the clock, the"
                + " org, the access token, the user's permissions and the event logs. A step whose"
                + " ground has given way is skipped. Signs in once; nothing is changed.")
        .option(
            FindingsForm.class,
            "-o, --output",
            "FORM",
            "text, json or markdown (default: text)",
            value -> form = value)
        .option(
            Path.class,
            "--cert",
            "CRT",
            "the certificate that was uploaded to the app, to compare with the key",
            value -> certificate = value)
        .flag(
            "--try-audiences",
            "where the audience is refused, try others: at most three sign-ins in all, each of which"
                + " leaves a line in the org's Login History",
            () -> triesAudiences = true);
    deadline.describe(syntax);
    syntax.footer(
        "",
        "Examples:",
        "  aquila doctor                          the default org",
        "  aquila doctor --org acme -o markdown   a report to send, without secrets",
        "  aquila doctor --deadline 30s           be done in half a minute",
        "  aquila doctor -o json | jq '.findings[] | select(.status == \"fail\")'",
        "",
        "The exit code is that of the first finding that fails; 0 if none does.",
        "",
        "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == FindingsForm.JSON) {
      run.messages().speakJson();
    }
    Path compared = certificate == null ? null : run.world().directory().resolve(certificate);
    Setup setup = Setup.look(run.survey(), run.world(), compared);
    Report report = DoctorLadder.report(new Visit(setup, tools(setup)));
    return form.show(report, run, run.again("doctor", certificate));
  }

  private Visit.Tools tools(Setup setup) throws Failure {
    Options options = options(setup);
    HttpSettings settings = Session.httpSettings(run.world(), options);
    return new Visit.Tools(
        lookup,
        new Http(settings, run.world(), run.wireLog()),
        settings.proxies(),
        options,
        run.world(),
        run.deadline(deadline.time),
        triesAudiences);
  }

  /**
   * Where one of them cannot be used, which is a finding, the usual ones: nothing is asked then.
   */
  private Options options(Setup setup) throws ConfigFailure {
    try {
      Options options = Options.of(setup.settings());
      Session.httpSettings(run.world(), options);
      return options;
    } catch (ConfigFailure e) {
      return Options.of(setup.settings().only(Field.USERNAME));
    }
  }
}
