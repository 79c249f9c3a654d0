package aquila.cli;

import aquila.config.ConfigPlaces;
import aquila.config.Settings;
import aquila.failure.Failure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aquila} itself: what a person types first. */
@Command(
    name = "aquila",
    synopsisSubcommandLabel = "COMMAND",
    header = "A client for Salesforce's OAuth 2.0 JWT bearer flow.",
    abbreviateSynopsis = true,
    sortOptions = false,
    optionListHeading = "%nOptions of every command, before or after its name:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "A setting is looked for in this order: its option, its variable in the",
      "environment (--client-id is AQUILA_CLIENT_ID), the configuration file.",
      "",
      "Exit codes:"
    })
final class AquilaCommand implements Callable<Integer> {
  private final Run run;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-V", "--version"},
      order = 1, // behind all others, which have none
      description = "show the version")
  boolean version;

  AquilaCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws Failure, IOException {
    Settings settings = run.settings();
    if (settings.values().isEmpty()) {
      run.print(firstSteps());
    } else {
      CommandLine line = spec.commandLine();
      run.print(line.getUsageMessage(line.getColorScheme()));
    }
    return 0;
  }

  private String firstSteps() {
    ConfigPlaces places = new ConfigPlaces(run.world());
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
