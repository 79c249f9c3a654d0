package aquila.doctor;

import aquila.config.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is checked without a network, in order: the file, the fields, the key. */
public final class SetupLadder {

  private SetupLadder() {}

  /** The checks as they stand, for those who go on from here. */
  public static Ladder<Setup> ladder() {
    List<Check<Setup>> checks = new ArrayList<>();
    checks.add(
        new Check<>(
            FileFindings.ID,
            FileFindings.TITLE,
            List.of(),
            setup -> FileFindings.of(setup.settings())));
    for (Field field : Field.required()) {
      checks.add(
          new Check<>(
              FieldFindings.id(field),
              field.key(),
              List.of(),
              setup -> FieldFindings.of(setup, field)));
    }
    checks.add(new Check<>(FitRules.ID, FitRules.TITLE, List.of(), FitRules::of));
    checks.add(new Check<>(OptionFindings.ID, OptionFindings.TITLE, List.of(), OptionFindings::of));
    checks.add(
        new Check<>(
            KeyFindings.ID,
            KeyFindings.TITLE,
            List.of(FieldFindings.id(Field.KEY_PATH)),
            KeyFindings::of));
    checks.add(
        new Check<>(
            PairFindings.ID,
            PairFindings.TITLE,
            List.of(FieldFindings.id(Field.KEY_PATH)),
            PairFindings::of));
    return new Ladder<>(checks);
  }

  /** What some of the checks find by themselves. */
  public static List<Finding> findings(Setup setup, Collection<String> ids) {
    return new Ladder<>(
            ladder().checks().stream().filter(check -> ids.contains(check.id())).toList())
        .climb(setup);
  }

  /** Looks at a set-up. */
  public static Report report(Setup setup, boolean strict) {
    return new Report(ladder().climb(setup), strict);
  }
}
