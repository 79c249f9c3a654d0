package aquila.cli;

import aquila.http.HostLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The table of commands, in the order of the help. */
final class Commands {
  private final Map<String, Function<Run, Object>> makers = new LinkedHashMap<>();

  /** The commands of the program. */
  static Commands all() {
    Commands commands = new Commands();
    commands.add("token", TokenCommand::new);
    commands.add("query", QueryCommand::new);
    commands.add(
        "key",
        run ->
            CommandGroup.of(
                "key",
                "Make a key with its certificate, or show one.",
                new KeyNewCommand(run),
                new KeyShowCommand(run)));
    commands.add("check", CheckCommand::new);
    commands.add("doctor", run -> new DoctorCommand(run, HostLookup::isKnown));
    commands.add("import", ImportCommand::new);
    commands.add("init", InitCommand::new);
    commands.add(
        "logs",
        run ->
            CommandGroup.of(
                "logs",
                "List, fetch and read event log files.",
                new LogsListCommand(run),
                new LogsFetchCommand(run),
                new LogsCatCommand(run),
                new LogsAuditCommand(run),
                new LogsVerifyCommand(run)));
    commands.add("simulate", SimulateCommand::new);
    commands.add("demo", DemoCommand::new);
    return commands;
  }

  /** Adds a command under a name. */
  Commands add(String name, Function<Run, Object> maker) {
    makers.put(name, maker);
    return this;
  }

  Map<String, Function<Run, Object>> makers() {
    return makers;
  }
}
