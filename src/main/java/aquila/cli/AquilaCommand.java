package aquila.cli;

import aquila.config.ConfigPlaces;
import aquila.config.Settings;
import aquila.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code aquila} itself: what a person types first. */
final class AquilaCommand implements Command {
  private final Run run;
  private final Commands commands;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private boolean isVersion;

  AquilaCommand(Run run, Commands commands) {
    this.run = run;
    this.commands = commands;
  }

  /**
   * The command line as a whole.
   *
   * @param isWanted by name, which commands it knows
   * @param isFirst whether options may stand before the command; describing them takes time
   */
  CommandLine line(Globals globals, Predicate<String> isWanted, boolean isFirst) {
    spec.name("aquila");
    Syntax syntax = new Syntax(spec);
    if (isFirst) {
      globals.describe(syntax);
    }
    describe(syntax);
    commands.addTo(spec, run, globals, isWanted);
    spec.usageMessage()
        .header("A client for Salesforce's OAuth 2.0 JWT bearer flow.")
        .sortOptions(false)
        .optionListHeading("%nOptions of every command, before or after its name:%n");
    return new CommandLine(spec);
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .flag("-V, --version", "show the version, if no command is named", () -> isVersion = true)
        .synopsis("@|bold aquila|@ [OPTIONS] COMMAND")
        .commands(commands)
        .footer(
            "",
            "A setting is looked for in this order: its option, its variable in the",
            "environment (--client-id is AQUILA_CLIENT_ID), the configuration file.",
            "",
            "aquila help COMMAND shows the same as aquila COMMAND --help.",
            "",
            "Exit codes:");
  }

  @Override
  public Commands commands() {
    return commands;
  }

  /** Whether only the version is wanted. */
  boolean isVersion() {
    return isVersion;
  }

  @Override
  public Integer call() throws Failure, IOException {
    Settings settings = run.settings();
    if (settings.values().isEmpty()) {
      run.print(steps(settings.file(), new ConfigPlaces(run.world())));
    } else {
      CommandLine line = spec.commandLine();
      run.print(line.getUsageMessage(line.getColorScheme()));
    }
    return 0;
  }

  private static String steps(@Nullable Path file, ConfigPlaces places) {
    if (file != null) {
      return file
          + "\nsets nothing yet. config.example.properties explains its lines; what is missing is"
          + " told by:\n\n  aquila check\n";
    }
    List<String> orgs = places.names();
    if (orgs.isEmpty() && places.closed().isPresent()) {
      return Paragraph.wrap("", places.closed().get() + ".", 80) + "\n\n" + firstSteps(places);
    }
    return orgs.isEmpty() ? firstSteps(places) : nextSteps(orgs);
  }

  /** There are configurations, and none that is used without a name. */
  private static String nextSteps(List<String> orgs) {
    String named = "--org " + orgs.get(0);
    return String.join(
        "\n",
        Paragraph.wrap("Configured: ", String.join(", ", orgs), 80),
        "None of them is used unless it is named, here or by the variable AQUILA_ORG:",
        "",
        "  aquila check " + named,
        "  aquila token " + named,
        "  aquila --help",
        "");
  }

  private static String firstSteps(ConfigPlaces places) {
    return String.join(
        "\n",
        "Aquila signs in to Salesforce with a key instead of a password.",
        "",
        "No org is configured yet. To begin:",
        "",
        "  aquila demo                 see it work, without Salesforce",
        "  aquila init                 answer six questions; it can make a key, too",
        "",
        "The answers go to",
        places.userDirectory().resolve("default.properties").toString(),
        "(config.example.properties shows how to write it by hand). Then:",
        "",
        "  aquila check                is anything wrong with them?",
        "  aquila token                print an access token",
        "  aquila --help               all commands and options",
        "");
  }
}
