package aquila.cli;

import aquila.config.Field;
import aquila.config.Origin;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.config.SixFields;
import aquila.doctor.Finding;
import aquila.doctor.Setup;
import aquila.doctor.SetupLadder;
import aquila.doctor.Status;
import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.file.AtomicFile;
import aquila.key.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which key signs: one that is there, or a new one. */
final class KeyQuestion {

  /** Asks a question and takes no empty answer, unless there is a default. */
  interface Asker {
    String ask(String name, Optional<String> usual) throws UsageFailure;
  }

  private final Run run;
  private final Path usual;
  private final Asker asker;

  KeyQuestion(Run run, Path file, Asker asker) {
    this.run = run;
    this.asker = asker;
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", ".key");
    this.usual = file.resolveSibling(name);
  }

  /** The path of a key that can be used. */
  Path ask() throws Failure, IOException {
    run.messages().say("");
    run.messages()
        .say(
            Field.KEY_PATH.label()
                + ": the file with the private key. If it is not there, it can be made now.");
    while (true) {
      String typed = asker.ask(Field.KEY_PATH.key(), Optional.of(usual.toString()));
      Origin origin = new Origin.Elsewhere("your answer", run.world().directory());
      Setting setting = new Setting(Field.KEY_PATH, typed, origin);
      Setup setup =
          Setup.look(
              new Settings(Map.of(Field.KEY_PATH, setting), null, List.of()), run.world(), null);
      List<Finding> found = SetupLadder.findings(setup, Set.of("field.key-path", "key.file"));
      if (found.stream().anyMatch(finding -> finding.id().equals("key.missing"))) {
        if (isYes("there is no such file; make a new key there?")) {
          return make(path(setting));
        }
      } else if (tell(found)) {
        return path(setting);
      }
    }
  }

  private static Path path(Setting setting) throws ConfigFailure {
    return Path.of(SixFields.used(setting, new ArrayList<>()));
  }

  private boolean isYes(String words) throws UsageFailure {
    return asker.ask(words, Optional.of("y")).toLowerCase(Locale.ROOT).startsWith("y");
  }

  private Path make(Path path) throws Failure, IOException {
    Path directory = path.getParent();
    if (directory != null && !Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      AtomicFile.createDirectory(directory);
    }
    NewKey.Made made =
        new NewKey(path, 2048, 730, "aquila", Optional.empty())
            .write(run.world().clock().instant());
    run.print(KeyText.of(made) + "\n");
    return made.keyFile();
  }

  /** Tells what is wrong with the key; false if it cannot be used. */
  private boolean tell(List<Finding> found) {
    boolean isUsable = true;
    for (Finding finding : found) {
      if (finding.isTrouble()) {
        run.messages().remark(finding.sentence(), finding.steps());
      }
      isUsable = isUsable && finding.status() != Status.FAIL;
    }
    return isUsable;
  }
}
