package aquila.cli;

import aquila.http.HostLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        .add("token", "Print an access token.", TokenCommand::new)
        .add("query", "Run a SOQL query.", QueryCommand::new)
        .add(
            "key",
            "Make a key with its certificate, or show one.",
            new Commands()
                .add("new", "Make a private key and its certificate.", KeyNewCommand::new)
                .add("show", "Show what a key file is.", KeyShowCommand::new))
        .add("check", "Check the six fields and the key, without a network.", CheckCommand::new)
        .add(
            "doctor",
            "Say what is wrong, from the settings to the event logs.",
            run -> new DoctorCommand(run, HostLookup::isKnown))
        .add("import", "Read the six fields out of a mail.", ImportCommand::new)
        .add(
            "init",
            "Ask for the six fields, and write the configuration of an org.",
            InitCommand::new)
        .add(
            "logs",
            "List, fetch and read event log files.",
            new Commands()
                .add("list", "List the event log files that the org offers.", LogsListCommand::new)
                .add(
                    "fetch",
                    "Store the event log files that are not stored yet.",
                    LogsFetchCommand::new)
                .add("cat", "Print the rows of event log files.", LogsCatCommand::new)
                .add(
                    "audit",
                    "Compare what the org offers with what is stored.",
                    LogsAuditCommand::new)
                .add(
                    "verify",
                    "Read every stored file again and compare it with the ledger.",
                    LogsVerifyCommand::new))
        .add("simulate", "Run a Salesforce org on this machine.", SimulateCommand::new)
        .add("demo", "See it all work, without Salesforce.", DemoCommand::new);
  }

  /** Adds a command under a name, or puts it in the place of the one that has it. */
  Commands add(String name, String header, Function<Run, Command> maker) {
    entries.put(name, new Entry(header, maker, null));
    return this;
  }

  private Commands add(String name, String header, Commands below) {
    entries.put(name, new Entry(header, run -> new CommandGroup(below), below));
    return this;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Which of the commands are there; making one takes time. */
  enum Extent {
    /** Those that are typed. */
    NAMED,
    /** Those that are typed, and the names and headers of the others. */
    LISTED,
    /** All of them. */
    WHOLE
  }

  /** The least that is needed to run what is typed, or to say what is wrong with it. */
  Extent extent(Set<String> typed) {
    return extent(Extent.NAMED, typed);
  }

  private Extent extent(Extent above, Set<String> typed) {
    return above == Extent.NAMED && names().stream().noneMatch(typed::contains)
        ? Extent.LISTED
        : above;
  }

  /**
   * Adds them to a command.
   *
   * @param typed the words of the command line
   */
  void addTo(CommandSpec parent, Run run, Globals globals, Extent extent, Set<String> typed) {
    entries.forEach(
        (name, entry) -> {
          boolean isMade = extent == Extent.WHOLE || typed.contains(name);
          if (isMade || extent == Extent.LISTED) {
            CommandSpec spec =
                isMade ? made(entry, run, globals, extent, typed) : CommandSpec.create();
            spec.name(name).usageMessage().header(entry.header());
            parent.addSubcommand(name, new CommandLine(spec));
          }
        });
  }

  private static CommandSpec made(
      Entry entry, Run run, Globals globals, Extent extent, Set<String> typed) {
    Command command = entry.maker().apply(run);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    Syntax syntax = new Syntax(spec);
    command.describe(syntax);
    globals.describe(syntax.hidden(true));
    // In the order of the source: sorting follows the rules of the user's language.
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    if (entry.below() != null) {
      entry.below().addTo(spec, run, globals, entry.below().extent(extent, typed), typed);
    }
    return spec;
  }
}
