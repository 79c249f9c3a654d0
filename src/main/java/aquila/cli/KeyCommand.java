package aquila.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aquila key}: making a key, and looking at one. */
@Command(
    name = "key",
    header = "Make a key with its certificate, or show one.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
final class KeyCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  /** The command with its own commands. */
  static CommandLine line(Run run) {
    return new CommandLine(new KeyCommand())
        .addSubcommand(new KeyNewCommand(run))
        .addSubcommand(new KeyShowCommand(run));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "give one of the commands new and show");
  }
}
