package aquila.cli;

import aquila.failure.UsageFailure;

/** A word that stands before other commands, such as {@code key} before {@code key new}. */
final class CommandGroup implements Command {
  private final Commands commands;

  CommandGroup(Commands commands) {
    this.commands = commands;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax.commands();
  }

  @Override
  public Integer call() throws UsageFailure {
    String names = String.join(", ", commands.names());
    throw new UsageFailure(
        "give one of the commands " + names.replaceFirst(", ([^,]*)$", " and $1"));
  }
}
