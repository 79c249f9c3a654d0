package aquila.cli;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code aquila completion}: the script by which a shell completes aquila's command lines. */
final class CompletionCommand implements Command {
  private final Run run;
  private @Nullable Completion shell;

  CompletionCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Prints a script that makes a shell complete commands, options, names of orgs, event"
                + " types and scenarios. The Debian package has installed it already.")
        .parameter(Completion.class, "SHELL", "bash, zsh or fish", value -> shell = value)
        .footer(
            "",
            "Examples:",
            "  source <(aquila completion bash)     for ~/.bashrc",
            "  source <(aquila completion zsh)      for ~/.zshrc, behind compinit",
            "  aquila completion fish | source      for ~/.config/fish/config.fish");
  }

  @Override
  public Integer call() throws IOException {
    run.print(Objects.requireNonNull(shell).script(whole()));
    return 0;
  }

  private CommandLine whole() {
    return new AquilaCommand(run, Commands.all()).line(new Globals(), name -> true, true);
  }
}
