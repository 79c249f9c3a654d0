package aquila.cli;

import aquila.config.Field;
import aquila.config.Origin;
import aquila.config.PropertiesLine;
import aquila.config.Setting;
import aquila.config.Settings;
import aquila.doctor.Finding;
import aquila.doctor.NormalForm;
import aquila.doctor.Setup;
import aquila.doctor.SetupLadder;
import aquila.doctor.Status;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.world.ForeignText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the six fields. The instance comes first, because the defaults of the other URLs follow
 * from it. An answer that cannot be is told at once, and asked for again.
 */
final class Interview {
  private static final List<Field> ORDER =
      List.of(
          Field.INSTANCE_URL, Field.TOKEN_URL, Field.AUDIENCE_URL, Field.USERNAME, Field.CLIENT_ID);

  private static final Set<String> YES = Set.of("y", "yes");
  private static final Set<String> NO = Set.of("n", "no");

  private final Run run;
  private final Path file;
  private final Origin origin;
  private final Map<Field, Setting> answers = new EnumMap<>(Field.class);

  Interview(Run run, Path file) {
    this.run = run;
    this.file = file;
    this.origin = new Origin.Elsewhere("your answer", run.world().directory());
  }

  /**
   * The text of the configuration file.
   *
   * @throws UsageFailure if the person ends it
   */
  String ask() throws Failure, IOException {
    run.messages()
        .say(
            "Six fields of one org. Enter takes what stands in brackets; Ctrl-C ends this, and"
                + " nothing is written.");
    do {
      for (Field field : ORDER) {
        answers.put(field, new Setting(field, answer(field), origin));
      }
    } while (!isFit());
    String key = new KeyQuestion(run, file, this::question).ask().toString();
    answers.put(Field.KEY_PATH, new Setting(Field.KEY_PATH, key, origin));
    StringBuilder text = new StringBuilder();
    for (Field field : Field.required()) {
      Setting setting = answers.get(field);
      if (setting != null) {
        text.append(PropertiesLine.of(field, setting.value()));
      }
    }
    return text.toString();
  }

  /** One answer, in its normal form. */
  private String answer(Field field) throws UsageFailure {
    run.messages().say("");
    run.messages().say(field.label() + ": " + field.description() + ".");
    Optional<String> usual =
        Optional.ofNullable(answers.get(field))
            .map(Setting::value)
            .or(() -> NormalForm.usual(settings(), field));
    String typed = question(field.key(), usual);
    while (true) {
      Setting setting = new Setting(field, typed, origin);
      List<Finding> troubles = troubles(setting);
      tell(troubles);
      String normal = NormalForm.of(with(setting), setting).value();
      boolean isMended = !normal.equals(typed);
      if (troubles.isEmpty() || (isMended && !hasFailure(troubles))) {
        return normal;
      }
      String reply = "n";
      if (isMended) {
        reply = decision("take " + ForeignText.printable(normal) + " instead?", "y");
      } else if (!hasFailure(troubles)) {
        reply = decision("keep it all the same?", "n");
      }
      if (YES.contains(reply.toLowerCase(Locale.ROOT))) {
        return normal;
      }
      // Some type what is right at once.
      typed = NO.contains(reply.toLowerCase(Locale.ROOT)) ? question(field.key(), usual) : reply;
    }
  }

  /** What was typed, or the default. */
  private String question(String name, Optional<String> usual) throws UsageFailure {
    String prompt = name + usual.map(text -> " [" + text + "]").orElse("") + ": ";
    while (true) {
      String typed =
          run.world()
              .terminal()
              .ask(prompt)
              .orElseThrow(
                  () -> new UsageFailure("there is no more answer, and nothing was written"))
              .strip();
      if (!typed.isEmpty() || usual.isPresent()) {
        return typed.isEmpty() ? usual.orElse("") : typed;
      }
    }
  }

  /** Yes, no, or what is meant to be a value: that is long, or has something that no word has. */
  private String decision(String words, String usual) throws UsageFailure {
    while (true) {
      String reply = question(words, Optional.of(usual));
      String word = reply.toLowerCase(Locale.ROOT);
      if (YES.contains(word) || NO.contains(word) || word.matches("(?s).*[^a-z].*|.{10,}")) {
        return reply;
      }
      run.messages().say("Please answer y or n.");
    }
  }

  private static boolean hasFailure(List<Finding> troubles) {
    return troubles.stream().anyMatch(finding -> finding.status() == Status.FAIL);
  }

  private List<Finding> troubles(Setting setting) {
    return found(with(setting), Set.of("field." + setting.field().key()));
  }

  /** Whether the answers fit together, or are wanted all the same. */
  private boolean isFit() throws UsageFailure {
    List<Finding> troubles = found(settings(), Set.of("field.fit"));
    tell(troubles);
    if (!hasFailure(troubles)) {
      return true;
    }
    String reply = decision("go on all the same?", "n");
    if (YES.contains(reply.toLowerCase(Locale.ROOT))) {
      return true;
    }
    run.messages().say("Once more, then; Enter takes what you gave.");
    return false;
  }

  private List<Finding> found(Settings settings, Set<String> checks) {
    Setup setup = Setup.ofSettings(settings, "not asked yet", run.world().clock().instant());
    return SetupLadder.findings(setup, checks).stream().filter(Finding::isTrouble).toList();
  }

  private void tell(List<Finding> troubles) {
    for (Finding finding : troubles) {
      run.messages().remark(finding.sentence(), finding.steps());
    }
  }

  private Settings settings() {
    return new Settings(answers, null, List.of());
  }

  private Settings with(Setting setting) {
    Map<Field, Setting> all = new EnumMap<>(Field.class);
    all.putAll(answers);
    all.put(setting.field(), setting);
    return new Settings(all, null, List.of());
  }
}
