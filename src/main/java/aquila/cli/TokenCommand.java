package aquila.cli;

import aquila.failure.Failure;
import aquila.token.AccessToken;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aquila token}: the one command that prints a token. */
@Command(
    name = "token",
    header = "Print an access token.",
    description =
        "Signs an assertion with the private key, posts it to the token endpoint, and prints the"
            + " access token that comes back.",
    footer = {
      "",
      "Examples:",
      "  aquila token                      the token on one line",
      "  aquila token --org acme -o json   the token and what came with it",
      "  curl -H @<(aquila token -o header) \"$URL\"",
      "  eval \"$(aquila token -o env)\"     sets SF_ACCESS_TOKEN and SF_INSTANCE_URL",
      "",
      "Global and setting options: see aquila --help."
    })
final class TokenCommand implements Callable<Integer> {
  private final Run run;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "text, json, header or env (default: text)")
  TokenForm form = TokenForm.TEXT;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "give up after this time (default: 60s)")
  Duration deadline = Duration.ofSeconds(60);

  TokenCommand(Run run) {
    this.run = run;
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
