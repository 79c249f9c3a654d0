package aquila.doctor;

import aquila.failure.ApiRefused;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The event log files that the org offers: rows Q1 to Q6. */
final class LogFindings {
  static final String VISIBLE = "logs.visible";
  private static final String TYPES = "logs.types";
  private static final String VISIBLE_TITLE = "the event logs";
  private static final String TYPES_TITLE = "their types";

  private static final String FIELDS = "SELECT Id, EventType, LogDate, LogFileLength, LogFile";
  private static final String NEWEST = " FROM EventLogFile ORDER BY LogDate DESC LIMIT 200";

  /** What an org without the licence Event Monitoring has, as far as the documents say. */
  private static final Set<String> FREE =
      Set.of(
          "Login",
          "Logout",
          "ApiTotalUsage",
          "InsecureExternalAssets",
          "CorsViolation",
          "CspViolation",
          "HostnameRedirects",
          "ApexUnexpectedException");

  static final Verdict NONE =
      Verdict.warn(
          "logs.none",
          "Q5",
          ExitCode.API_REFUSED,
          "the org offers no event log file yet",
          Advice.by(
                  Who.ADMINISTRATOR,
                  SetupHint.FIND
                      + "Event Monitoring Settings: switch on Generate event log files > Save if"
                      + " the page has such a button (leave Event Manager > Enable Storage as it is: it"
                      + " is another feature)",
                  "sign in once more after that, for example with aquila token: that makes an event"
                      + " of the type Login")
              .because(
                  "it seems that generation is off, as in every org until somebody switches it on")
              .after("wait for the day after tomorrow, when the file of that day is there")
              .or("it was switched on a short while ago: the first file takes up to two days", "")
              .or("nothing has happened that makes an event, as in a sandbox nobody uses", "")
              .or(
                  "all files are gone again: they are kept for a day, or 30 days"
                      + " with the licence Event Monitoring",
                  ""));
  static final Verdict FREE_TIER =
      new Verdict(
          "logs.free-tier",
          "Q6",
          Status.PASS,
          ExitCode.OK,
          "only what every org has, daily, kept for a day",
          Advice.none());

  /** What other clients hear when they ask for the object itself may come here, too. */
  static final Verdict NOT_FOUND =
      Verdict.fail(
          "logs.not-found",
          "Q2",
          ExitCode.API_REFUSED,
          "the org shows {username} no event log files",
          Remedies.row("logs.not-visible").advice());

  private LogFindings() {}

  static List<Verdict> verdicts() {
    return List.of(NONE, FREE_TIER, NOT_FOUND);
  }

  static List<Check<Visit>> checks() {
    return List.of(
        new Check<>(VISIBLE, VISIBLE_TITLE, List.of(AccessFindings.ACCESS), LogFindings::visible),
        new Check<>(TYPES, TYPES_TITLE, List.of(VISIBLE), LogFindings::types));
  }

  private static List<Finding> visible(Visit visit) {
    boolean isForbidden = visit.permissions().map(has -> !has.seesLogs()).orElse(false);
    if (isForbidden) {
      String reason = "this needs View Event Log Files or View All Data, which has to be given";
      return List.of(Finding.skip(VISIBLE, VISIBLE_TITLE, Place.none(), reason));
    }
    try {
      return offered(
          visit, new LogOffer(AccessFindings.query(visit, FIELDS + ", Interval" + NEWEST), true));
    } catch (ApiRefused e) {
      boolean isNoInterval =
          Remedies.find(e).map(row -> row.id().equals("logs.no-interval")).orElse(false);
      return isNoInterval ? withoutIntervals(visit, e) : List.of(refused(visit, e));
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
  }

  /** Other queries were answered at the same address, so what is not found is the object. */
  private static Finding refused(Visit visit, ApiRefused refusal) {
    Finding usual = RefusalFindings.of(visit, refusal);
    return usual.id().equals("api.version-unknown")
        ? visit.filled(Finding.of(NOT_FOUND, usual.place(), null))
        : usual;
  }

  private static List<Finding> withoutIntervals(Visit visit, ApiRefused refusal) {
    Finding words = RefusalFindings.of(visit, refusal);
    Verdict row = words.verdict();
    Verdict verdict =
        new Verdict(row.id(), row.row(), Status.PASS, ExitCode.OK, row.title(), Advice.none());
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.of(
            verdict, words.place(), "Aquila asks for daily files without this column", List.of()));
    try {
      findings.addAll(
          offered(visit, new LogOffer(AccessFindings.query(visit, FIELDS + NEWEST), false)));
    } catch (Failure e) {
      findings.add(RefusalFindings.of(visit, e));
    }
    return findings;
  }

  private static List<Finding> offered(Visit visit, LogOffer offer) {
    visit.learned(offer);
    return offer.files().isEmpty()
        ? List.of(Finding.of(NONE, Place.none(), null))
        : List.of(
            Finding.pass(
                VISIBLE, VISIBLE_TITLE, Place.seen("the newest is " + offer.newest()), null));
  }

  private static List<Finding> types(Visit visit) {
    LogOffer offer = visit.logs();
    if (offer.files().isEmpty()) {
      return List.of(Finding.skip(TYPES, TYPES_TITLE, Place.none(), "there is no file yet"));
    }
    try {
      Set<String> daily = typesOf(visit, offer, "Daily");
      Set<String> hourly = offer.hasIntervals() ? typesOf(visit, offer, "Hourly") : Set.of();
      String found =
          "daily: " + names(daily) + "; hourly: " + (hourly.isEmpty() ? "none" : names(hourly));
      if (hourly.isEmpty() && FREE.containsAll(daily)) {
        return List.of(
            Finding.of(
                FREE_TIER,
                Place.seen(found),
                "more types, hourly files and longer retention need the licence Event Monitoring",
                List.of()));
      }
      return List.of(Finding.pass(TYPES, TYPES_TITLE, Place.seen(found), null));
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
  }

  /** Without a condition on Interval such a count is too low (Q7). */
  private static Set<String> typesOf(Visit visit, LogOffer offer, String interval) throws Failure {
    String where = offer.hasIntervals() ? " WHERE Interval = '" + interval + "'" : "";
    String soql = "SELECT EventType, COUNT(Id) FROM EventLogFile" + where + " GROUP BY EventType";
    Set<String> types = new TreeSet<>();
    AccessFindings.query(visit, soql)
        .forEach(record -> types.add(record.path("EventType").asText()));
    return types;
  }

  private static String names(Set<String> types) {
    return types.size() > 8 ? types.size() + " types" : String.join(", ", types);
  }
}
