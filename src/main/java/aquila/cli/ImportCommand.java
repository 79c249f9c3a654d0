package aquila.cli;

import aquila.config.Field;
import aquila.config.Mail;
import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Setup;
import aquila.doctor.SetupLadder;
import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code aquila import}: the six fields out of a mail. */
final class ImportCommand implements Command {
  private final Run run;
  private String file = "-";

  ImportCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Reads the text of a mail in which a customer has sent the six fields, and prints a"
                + " configuration file: each value in its normal form, and a comment line for each change"
                + " that was made. The labels of the set-up guide are found in lists, tables, quoted"
                + " replies and HTML. What check finds wrong goes to standard error.")
        .optionalParameter(
            String.class,
            "FILE",
            "the mail, or - for standard input (default: -)",
            value -> file = value)
        .footer(
            "",
            "Examples:",
            "  aquila import mail.txt",
            "  aquila import < mail.txt > acme.properties",
            "  xclip -o | aquila import - > ~/.config/aquila/acme.properties",
            "",
            "The exit code is 0 if all six were found, each with one value; else it is 3, and",
            "what was found is printed all the same.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    run.requireOneOrg();
    Path directory = run.world().directory();
    if (file.equals("-") && run.world().terminal().isInput()) {
      run.messages().summary("paste the mail, then press Ctrl-D on a line of its own");
    }
    MailSource source =
        MailSource.read(file.equals("-") ? null : directory.resolve(file), run.world());
    Mail mail = Mail.read(source.text());
    ImportedSettings imported = new ImportedSettings(mail, source, directory);
    run.print(run.world().secrets().strike(imported.text()));
    run.messages().warnings(mail.notes());
    warn(imported);
    requireAll(mail, imported);
    return 0;
  }

  private void warn(ImportedSettings imported) {
    String reason = "the mail is not on the machine of the key";
    Setup setup = Setup.ofSettings(imported.settings(), reason, run.world().clock().instant());
    Report report = SetupLadder.report(setup, false);
    for (Finding finding : report.troubles()) {
      if (!finding.id().equals("field.missing")) {
        String origin = finding.place().origin();
        run.messages()
            .warning((origin == null ? "" : origin + ": ") + finding.sentence(), finding.steps());
      }
    }
  }

  private static void requireAll(Mail mail, ImportedSettings imported) throws ConfigFailure {
    List<Field> doubled = mail.doubled();
    List<Field> missing = new ArrayList<>(imported.without());
    missing.removeAll(doubled);
    if (missing.isEmpty() && doubled.isEmpty()) {
      return;
    }
    List<String> facts = new ArrayList<>();
    if (!missing.isEmpty()) {
      facts.add("without a value: " + names(missing));
    }
    if (!doubled.isEmpty()) {
      facts.add("with more than one: " + names(doubled));
    }
    throw new ConfigFailure(
        "the mail does not hold all six fields once; " + String.join("; ", facts),
        "ask the customer for them under the labels of the guide: "
            + labels(missing.isEmpty() ? doubled : missing));
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::key).collect(Collectors.joining(", "));
  }

  private static String labels(List<Field> fields) {
    return fields.stream().map(Field::label).collect(Collectors.joining(", "));
  }
}
