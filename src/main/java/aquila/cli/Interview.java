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
import aquila.failure.ConfigFailure;
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
   * @throws ConfigFailure if the answers do not fit together, and the person does not want them
   */
  String ask() throws Failure, IOException {
    run.messages()
        .say(
            "Six fields of one org. Enter takes what stands in brackets; Ctrl-C ends this, and"
                + " nothing is written.");
    for (Field field : ORDER) {
      answers.put(field, new Setting(field, answer(field), origin));
    }
    requireFit();
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
    Optional<String> usual = NormalForm.usual(settings(), field);
    while (true) {
      String typed = question(field.key(), usual);
      Setting setting = new Setting(field, typed, origin);
      List<Finding> troubles = troubles(setting);
      tell(troubles);
      String normal = NormalForm.of(with(setting), setting).value();
      boolean isMended = !normal.equals(typed);
      if (troubles.isEmpty() || (isMended && !hasFailure(troubles))) {
        return normal;
      }
      if (isMended && isYes("take " + ForeignText.printable(normal) + " instead?", "y")) {
        return normal;
      }
      if (!isMended && !hasFailure(troubles) && isYes("keep it all the same?", "n")) {
        return normal;
      }
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

  private boolean isYes(String words, String usual) throws UsageFailure {
    return question(words, Optional.of(usual)).toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static boolean hasFailure(List<Finding> troubles) {
    return troubles.stream().anyMatch(finding -> finding.status() == Status.FAIL);
  }

  private List<Finding> troubles(Setting setting) {
    return found(with(setting), Set.of("field." + setting.field().key()));
  }

  private void requireFit() throws Failure {
    List<Finding> troubles = found(settings(), Set.of("field.fit"));
    tell(troubles);
    if (hasFailure(troubles) && !isYes("go on all the same?", "n")) {
      throw new ConfigFailure("the answers do not fit together, and nothing was written");
    }
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
