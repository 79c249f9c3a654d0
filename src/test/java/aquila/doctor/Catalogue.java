package aquila.doctor;

import aquila.key.KeyOddity;
import aquila.key.KeyTrouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All findings there are, from the tables that make them. */
final class Catalogue {

  private Catalogue() {}

  static List<Verdict> fields() {
    List<Verdict> all = new ArrayList<>(FileFindings.verdictsInOrder());
    all.add(FieldFindings.MISSING);
    FieldFindings.RULES.stream().map(FieldRule::verdict).forEach(all::add);
    all.add(FieldFindings.UNUSABLE);
    all.addAll(FitRules.verdicts());
    all.addAll(
        List.of(
            OptionFindings.UNUSABLE,
            OptionFindings.CA_FILE,
            OptionFindings.PROXY,
            KeyFindings.PASSPHRASE_FILE));
    return all.stream().distinct().toList();
  }

  static List<Verdict> keys() {
    return Stream.of(
            Arrays.stream(KeyTrouble.values()).map(KeyFindings::verdict),
            Arrays.stream(KeyOddity.values()).map(KeyFindings::verdict),
            Stream.of(
                PairFindings.OTHER_PAIR,
                PairFindings.UNREADABLE,
                PairFindings.LARGE,
                PairFindings.EXPIRED))
        .flatMap(verdicts -> verdicts)
        .toList();
  }

  /** What Salesforce says; a row of several wordings counts once. */
  static List<Verdict> refusals() {
    List<Verdict> all = new ArrayList<>();
    for (Remedy remedy : Remedies.all()) {
      if (all.stream().noneMatch(verdict -> verdict.id().equals(remedy.id()))) {
        all.add(RefusalFindings.verdict(remedy));
      }
    }
    return all;
  }

  /** What the live steps find, beside what Salesforce says. */
  static List<Verdict> live() {
    return DoctorLadder.verdicts();
  }

  static List<Verdict> all() {
    return Stream.of(fields(), keys(), live(), refusals()).flatMap(List::stream).toList();
  }
}
