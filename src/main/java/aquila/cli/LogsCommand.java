package aquila.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aquila logs}: event log files. */
@Command(
    name = "logs",
    header = "List, fetch and read event log files.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
final class LogsCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  /** The command with its own commands. */
  static CommandLine line(Run run) {
    return new CommandLine(new LogsCommand())
        .addSubcommand(new LogsListCommand(run))
        .addSubcommand(new LogsFetchCommand(run))
        .addSubcommand(new LogsCatCommand(run))
        .addSubcommand(new LogsAuditCommand(run))
        .addSubcommand(new LogsVerifyCommand(run));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "give one of the commands list, fetch, cat, audit and verify");
  }
}
