package aquila.doctor;

import java.util.ArrayList;
import java.util.List;

/**
 * All that {@code aquila doctor} looks at, in order: what needs no network, then the live steps. A
 * new step is added here, and names what it needs.
 */
public final class DoctorLadder {

  private DoctorLadder() {}

  /** The steps that need a network. */
  public static List<Check<Visit>> live() {
    List<Check<Visit>> steps = new ArrayList<>();
    steps.add(NameFindings.check());
    steps.add(ConnectionFindings.check());
    steps.add(ClockFindings.check());
    steps.add(VersionFindings.check());
    steps.add(OrgFindings.check());
    steps.add(TokenFindings.check());
    steps.addAll(GrantFindings.checks());
    steps.addAll(AccessFindings.checks());
    steps.addAll(LogFindings.checks());
    steps.add(DownloadFindings.check());
    return steps;
  }

  /** What the live steps can find, beside the refusals of {@link Remedies}. */
  static List<Verdict> verdicts() {
    List<Verdict> all = new ArrayList<>(NetworkFindings.all());
    all.addAll(
        List.of(
            NameFindings.NO_LOOKUP,
            NameFindings.AUDIENCE_UNKNOWN,
            ConnectionFindings.WEB_PAGE,
            ClockFindings.OFF,
            ClockFindings.DRIFTS,
            VersionFindings.MOVED,
            VersionFindings.NO_ORG,
            VersionFindings.OLD,
            OrgFindings.DIFFERENT,
            OrgFindings.OTHER_ENDPOINT,
            TokenFindings.CLOCK_FAST));
    all.addAll(RefusalFindings.verdicts());
    all.addAll(GrantFindings.verdicts());
    all.addAll(AccessFindings.verdicts());
    all.addAll(LogFindings.verdicts());
    all.addAll(DownloadFindings.verdicts());
    return all;
  }

  /** Looks at a set-up and at its org. */
  public static Report report(Visit visit) {
    List<Check<Visit>> all = new ArrayList<>();
    SetupLadder.ladder().checks().forEach(check -> all.add(check.in(Visit::setup)));
    live().forEach(check -> all.add(inTime(check)));
    return new Report(new Ladder<>(all).climb(visit), false);
  }

  private static Check<Visit> inTime(Check<Visit> check) {
    return new Check<>(
        check.id(),
        check.title(),
        check.needs(),
        visit ->
            visit.deadline().isOver()
                ? List.of(
                    Finding.skip(
                        check.id(), check.title(), Place.none(), "the time was over before this"))
                : check.probe().look(visit));
  }
}
