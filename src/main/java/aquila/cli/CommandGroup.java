package aquila.cli;

import aquila.failure.UsageFailure;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word that stands before other commands, such as {@code key} before {@code key new}. */
@Command(synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n")
final class CommandGroup implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  private CommandGroup() {}

  /** The group with its commands. */
  static CommandLine of(String name, String header, Object... commands) {
    CommandLine line = new CommandLine(new CommandGroup());
    line.getCommandSpec().name(name).usageMessage().header(header);
    Stream.of(commands).forEach(line::addSubcommand);
    return line;
  }

  @Override
  public Integer call() throws UsageFailure {
    String names = spec.subcommands().keySet().stream().collect(Collectors.joining(", "));
    throw new UsageFailure(
        "give one of the commands " + names.replaceFirst(", ([^,]*)$", " and $1"));
  }
}
