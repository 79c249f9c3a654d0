package aquila.cli;

import aquila.config.ConfigChoice;
import aquila.config.ConfigPlaces;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.file.AtomicFile;
import aquila.file.DiskTrouble;
import aquila.world.ForeignText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** {@code aquila init}: the six fields, asked one by one. */
final class InitCommand implements Command {
  private final Run run;

  InitCommand(Run run) {
    this.run = run;
  }

  @Override
  public void describe(Syntax syntax) {
    syntax
        .description(
            "Asks on a terminal for the six fields, one by one, looks at each answer at once, and can"
                + " make a key. Then writes NAME.properties (default.properties without --org) into the"
                + " user's own configuration directory, mode 0600. An existing file is never replaced.")
        .footer(
            "",
            "Examples:",
            "  aquila init               the org that is used if none is named",
            "  aquila init --org acme    used with: aquila token --org acme",
            "",
            "Enter takes what stands in brackets. Ctrl-C ends it, and nothing is written.",
            "",
            "Global and setting options: see aquila --help.");
  }

  @Override
  public Integer call() throws Failure, IOException {
    Path file = target();
    requireAbsent(file);
    if (!run.world().terminal().isInput()) {
      throw new UsageFailure(
          "init asks questions, and there is nobody to ask: standard input is no terminal",
          "write " + shown(file) + " with an editor (config.example.properties shows how)",
          "or out of a mail: aquila import mail.txt > " + shown(file));
    }
    String text = new Interview(run, file).ask();
    write(file, text);
    String org = org(file).equals("default") ? "" : " --org " + org(file);
    run.print(
        String.join(
            "\n",
            "configuration  " + shown(file),
            "",
            "next: aquila check" + org,
            "      aquila token" + org + "   when the app in Salesforce is ready",
            ""));
    return 0;
  }

  private Path target() throws UsageFailure {
    ConfigChoice choice = run.choice();
    if (choice.file() != null) {
      throw new UsageFailure(
          "init does not write the file of --config", "give the name of the org with --org");
    }
    return new ConfigPlaces(run.world()).fileFor(choice.org());
  }

  private static void requireAbsent(Path file) throws StoreFailure {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw alreadyThere(file);
    }
  }

  private static void write(Path file, String text) throws StoreFailure {
    try {
      Path directory = file.getParent();
      if (directory != null) {
        AtomicFile.createDirectory(directory);
      }
      AtomicFile.create(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw alreadyThere(file);
    } catch (IOException e) {
      throw new StoreFailure(shown(file) + " cannot be written: " + DiskTrouble.writing(e));
    }
  }

  private static StoreFailure alreadyThere(Path file) {
    return new StoreFailure(
        shown(file) + " is already there, and nothing was written",
        "look at it with: aquila check --org " + org(file),
        "or give another name with --org");
  }

  private static String org(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
  }

  private static String shown(Path file) {
    return ForeignText.printable(file.toString());
  }
}
