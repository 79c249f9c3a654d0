package aquila.cli;

import aquila.failure.Failure;
import aquila.failure.KeyFailure;
import aquila.key.CertificateFile;
import aquila.key.KeyFile;
import aquila.key.KeyPassport;
import aquila.key.KeySource;
import aquila.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code aquila key show}: the passport of a key file. */
final class KeyShowCommand implements Command {
  private final Run run;
  private Path file = Path.of("");

  private @Nullable Path certificate;
  private @Nullable String alias;
  private ReportForm form = ReportForm.TEXT;

  KeyShowCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Shows the format, size and public key of a key file, and never the key. With --cert, tells"
                + " whether a certificate belongs to it.")
        .parameter(Path.class, "FILE", "the key file", value -> file = value)
        .option(
            Path.class,
            "--cert",
            "CRT",
            "the certificate to compare with",
            value -> certificate = value)
        .option(
            "--key-alias",
            "NAME",
            "which private key of a PKCS#12 or JKS store that holds several",
            value -> alias = value)
        .option(
            ReportForm.class,
            "-o, --output",
            "FORM",
            "text or json (default: text)",
            value -> form = value)
        .footer(
            "",
            "Examples:",
            "  aquila key show server.key",
            "  aquila key show server.key --cert server.crt",
            "",
            "The public key's SHA-256 is what this prints for the certificate of the same pair:",
            "  openssl x509 -in server.crt -pubkey -noout |",
            "    openssl pkey -pubin -outform DER | sha256sum");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == ReportForm.JSON) {
      run.messages().speakJson();
    }
    Path key = run.path(file);
    KeyPassport passport =
        KeyFile.inspect(new KeySource(key, () -> run.passphrase(key).find(), alias));
    CertificateFile beside =
        certificate == null ? null : CertificateFile.read(run.path(certificate));
    run.messages().warnings(passport.warnings());
    run.print(
        form == ReportForm.JSON
            ? KeyText.json(passport, beside)
            : KeyText.of(passport, beside, run.world().clock().instant()));
    requireMatch(passport.key(), beside);
    return 0;
  }

  private static void requireMatch(@Nullable SigningKey key, @Nullable CertificateFile beside)
      throws KeyFailure {
    if (key != null && beside != null && !beside.matches(key)) {
      throw new KeyFailure(
          "the certificate does not belong to this key",
          "upload to the app the certificate that was made with this key, or use the key that was"
              + " made with this certificate");
    }
  }
}
