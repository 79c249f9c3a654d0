package aquila.cli;

import aquila.http.HostLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The table of commands, in the order of the help. */
final class Commands {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A command that can be made.
   *
   * @param header what it does, in one line
   * @param below the commands that stand behind its name, or null
   */
  private record Entry(String header, Function<Run, Command> maker, @Nullable Commands below) {}

  /** The commands of the program. */
  static Commands all() {
    return new Commands()
        .add("token", "Print an access token.")
        .add("query", "Run a SOQL query.")
        .add(
            "key",
            "Make a key with its certificate, or show one.",
            new Commands()
                .add("new", "Make a private key and its certificate.")
                .add("show", "Show what a key file is."))
        .add("check", "Check the six fields and the key, without a network.")
        .add("doctor", "Say what is wrong, from the settings to the event logs.")
        .add("import", "Read the six fields out of a mail.")
        .add("init", "Ask for the six fields, and write the configuration of an org.")
        .add(
            "logs",
            "List, fetch and read event log files.",
            new Commands()
                .add("list", "List the event log files that the org offers.")
                .add("fetch", "Store the event log files that are not stored yet.")
                .add("cat", "Print the rows of event log files.")
                .add("audit", "Compare what the org offers with what is stored.")
                .add("verify", "Read every stored file again and compare it with the ledger."))
        .add("simulate", "Run a Salesforce org on this machine.")
        .add("demo", "See it all work, without Salesforce.")
        .add("completion", "Print what a shell needs to complete command lines.");
  }

  /** A constructor in the table itself would load its class at every start. */
  private static Command make(String name, Run run) {
    return switch (name) {
      case "token" -> new TokenCommand(run);
      case "query" -> new QueryCommand(run);
      case "new" -> new KeyNewCommand(run);
      case "show" -> new KeyShowCommand(run);
      case "check" -> new CheckCommand(run);
      case "doctor" -> new DoctorCommand(run, HostLookup::isKnown);
      case "import" -> new ImportCommand(run);
      case "init" -> new InitCommand(run);
      case "list" -> new LogsListCommand(run);
      case "fetch" -> new LogsFetchCommand(run);
      case "cat" -> new LogsCatCommand(run);
      case "audit" -> new LogsAuditCommand(run);
      case "verify" -> new LogsVerifyCommand(run);
      case "simulate" -> new SimulateCommand(run);
      case "demo" -> new DemoCommand(run);
      case "completion" -> new CompletionCommand(run);
      default -> throw new IllegalStateException("no command is called " + name);
    };
  }

  /** Adds a command under a name, or puts it in the place of the one that has it. */
  Commands add(String name, String header, Function<Run, Command> maker) {
    entries.put(name, new Entry(header, maker, null));
    return this;
  }

  private Commands add(String name, String header) {
    return add(name, header, run -> make(name, run));
  }

  private Commands add(String name, String header, Commands below) {
    entries.put(name, new Entry(header, run -> new CommandGroup(name, below), below));
    return this;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What each of them does, in a line, by name. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    entries.forEach((name, entry) -> headers.put(name, entry.header()));
    return headers;
  }

  /** Those that stand behind the name of one of them. */
  Commands below(String name) {
    Entry entry = entries.get(name);
    return entry == null || entry.below() == null ? new Commands() : entry.below();
  }

  /** The one of them behind whose name a command of this name stands, or null. */
  @Nullable String groupOf(String name) {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      Commands below = entry.getValue().below();
      if (below != null && below.entries.containsKey(name)) {
        return entry.getKey();
      }
    }
    return null;
  }

  /**
   * Adds them to a command.
   *
   * @param isWanted by name, which of them: making one takes time
   */
  void addTo(CommandSpec parent, Run run, Globals globals, Predicate<String> isWanted) {
    entries.forEach(
        (name, entry) -> {
          if (isWanted.test(name)) {
            CommandSpec spec = made(entry, run, globals, isWanted);
            spec.name(name).usageMessage().header(entry.header());
            parent.addSubcommand(name, new CommandLine(spec));
          }
        });
  }

  private static CommandSpec made(
      Entry entry, Run run, Globals globals, Predicate<String> isWanted) {
    Command command = entry.maker().apply(run);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    Syntax syntax = new Syntax(spec);
    command.describe(syntax);
    globals.describe(syntax.hidden(true));
    // In the order of the source: sorting follows the rules of the user's language.
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    command.commands().addTo(spec, run, globals, isWanted);
    return spec;
  }
}
