package aquila.cli;

import aquila.failure.UsageFailure;

/** A word that stands before other commands, such as {@code key} before {@code key new}. */
final class CommandGroup implements Command {
  private final String name;
  private final Commands commands;

  CommandGroup(String name, Commands commands) {
    this.name = name;
    this.commands = commands;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax.synopsis("@|bold aquila " + name + "|@ COMMAND").commands(commands);
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public Integer call() throws UsageFailure {
    String names = String.join(", ", commands.headers().keySet());
    throw new UsageFailure(
        "give one of the commands " + names.replaceFirst(", ([^,]*)$", " and $1"));
  }
}
