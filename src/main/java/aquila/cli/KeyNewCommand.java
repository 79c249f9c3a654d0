package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.key.NewKey;
import aquila.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code aquila key new}: a private key for this machine, and the certificate for Salesforce. */
final class KeyNewCommand implements Command {
  private final Run run;
  private Path file = Path.of("");

  private int bits = 2048;
  private int days = 730;
  private String commonName = "aquila";
  private boolean encrypt;
  private ReportForm form = ReportForm.TEXT;

  KeyNewCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Writes an RSA private key (mode 0600), and beside it the self-signed certificate to upload"
                + " to the app in Salesforce. An existing file is never replaced.")
        .parameter(Path.class, "FILE", "where the private key goes", value -> file = value)
        .number("--bits", "N", "2048, 3072 or 4096 (default: 2048)", value -> bits = value)
        .number(
            "--days",
            "N",
            "how long the certificate is valid (default: 730)",
            value -> days = value)
        .option(
            "--name",
            "CN",
            "the name in the certificate (default: aquila)",
            value -> commonName = value)
        .flag("--encrypt", "encrypt the private key with a passphrase", () -> encrypt = true)
        .option(
            ReportForm.class,
            "-o, --output",
            "FORM",
            "text or json (default: text)",
            value -> form = value)
        .footer(
            "",
            "Examples:",
            "  aquila key new server.key             makes server.key and server.crt",
            "  aquila key new server.key --encrypt   asks for a passphrase",
            "",
            "The passphrase is taken from AQUILA_KEY_PASSPHRASE, from key-passphrase-file or",
            "from the systemd credential aquila-key-passphrase where one of them is there.",
            "",
            "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == ReportForm.JSON) {
      run.messages().speakJson();
    }
    Path key = run.path(file);
    NewKey.Made made =
        new NewKey(key, bits, days, commonName, passphrase(key))
            .write(run.world().clock().instant());
    run.print(form == ReportForm.JSON ? KeyText.json(made) : KeyText.of(made));
    return 0;
  }

  private Optional<Secret> passphrase(Path key) throws Failure {
    if (!encrypt) {
      run.requireOneOrg();
      return Optional.empty();
    }
    Optional<Secret> passphrase = run.passphrase(key).findNew();
    if (passphrase.isEmpty() && run.world().terminal().isInput()) {
      throw new UsageFailure("the passphrase is empty, and nothing was written");
    }
    if (passphrase.isEmpty()) {
      throw new UsageFailure(
          "--encrypt needs a passphrase, and there is nobody to ask",
          "set AQUILA_KEY_PASSPHRASE, or name a file with --key-passphrase-file");
    }
    return passphrase;
  }
}
