package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.key.NewKey;
import aquila.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aquila key new}: a private key for this machine, and the certificate for Salesforce. */
@Command(
    name = "new",
    header = "Make a private key and its certificate.",
    description =
        "Writes an RSA private key (mode 0600), and beside it the self-signed certificate to upload"
            + " to the app in Salesforce. An existing file is never replaced.",
    footer = {
      "",
      "Examples:",
      "  aquila key new server.key             makes server.key and server.crt",
      "  aquila key new server.key --encrypt   asks for a passphrase",
      "",
      "The passphrase is taken from AQUILA_KEY_PASSPHRASE, from key-passphrase-file or",
      "from the systemd credential aquila-key-passphrase where one of them is there."
    })
final class KeyNewCommand implements Callable<Integer> {
  private final Run run;

  @Parameters(paramLabel = "FILE", description = "where the private key goes")
  Path file = Path.of("");

  @Option(names = "--bits", paramLabel = "N", description = "2048, 3072 or 4096 (default: 2048)")
  int bits = 2048;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how long the certificate is valid (default: 730)")
  int days = 730;

  @Option(
      names = "--name",
      paramLabel = "CN",
      description = "the name in the certificate (default: aquila)")
  String commonName = "aquila";

  @Option(names = "--encrypt", description = "encrypt the private key with a passphrase")
  boolean encrypt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text or json (default: text)")
  ReportForm form = ReportForm.TEXT;

  KeyNewCommand(Run run) {
    this.run = run;
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
    if (passphrase.isEmpty()) {
      throw new UsageFailure(
          "--encrypt needs a passphrase, and there is nobody to ask",
          "set AQUILA_KEY_PASSPHRASE, or name a file with --key-passphrase-file");
    }
    return passphrase;
  }
}
