package aquila.cli;

import aquila.failure.Failure;
import aquila.token.AccessToken;
import java.io.IOException;
import java.time.Duration;

/** {@code aquila token}: the one command that prints a token. */
final class TokenCommand implements Command {
  private final Run run;
  private TokenForm form = TokenForm.TEXT;
  private Duration deadline = Duration.ofSeconds(60);

  TokenCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Signs an assertion with the private key, posts it to the token endpoint, and prints the"
                + " access token that comes back.")
        .option(
            TokenForm.class,
            "-o, --output",
            "FORM",
            "text, json, header or env (default: text)",
            value -> form = value)
        .option(
            Duration.class,
            "--deadline",
            "TIME",
            "give up after this time (default: 60s)",
            value -> deadline = value)
        .footer(
            "",
            "Examples:",
            "  aquila token                      the token on one line",
            "  aquila token --org acme -o json   the token and what came with it",
            "  curl -H @<(aquila token -o header) \"$URL\"",
            "  eval \"$(aquila token -o env)\"     sets SF_ACCESS_TOKEN and SF_INSTANCE_URL",
            "",
            "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    if (form == TokenForm.JSON) {
      run.messages().speakJson();
    }
    AccessToken token = run.session(run.deadline(deadline)).token();
    run.print(form.print(token));
    return 0;
  }
}
