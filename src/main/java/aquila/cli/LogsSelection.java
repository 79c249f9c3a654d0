package aquila.cli;

import aquila.config.NearestName;
import aquila.eventlog.EventTypes;
import aquila.eventlog.Interval;
import aquila.eventlog.Selection;
import aquila.failure.UsageFailure;
import aquila.world.ForeignText;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options that say which event log files are meant. */
final class LogsSelection {

  /** Daily and hourly files hold the same events, so both is a wish of its own. */
  enum Intervals {
    DAILY,
    HOURLY,
    BOTH;

    Set<Interval> intervals() {
      return switch (this) {
        case DAILY -> Set.of(Interval.DAILY);
        case HOURLY -> Set.of(Interval.HOURLY);
        case BOTH -> Set.of(Interval.DAILY, Interval.HOURLY);
      };
    }
  }

  private final RepeatableOption types = new RepeatableOption();

  private Intervals interval = Intervals.DAILY;
  private @Nullable String since;
  private @Nullable String until;

  /** Adds them to a command. */
  void describe(Syntax syntax) {
    syntax
        .commaList(
            "--type",
            "T",
            "event types, for example Login,RestApi (repeatable; default: all)",
            types)
        .option(
            Intervals.class,
            "--interval",
            "I",
            "daily, hourly or both, which hold the same events (default: daily)",
            value -> interval = value)
        .option(
            "--since",
            "WHEN",
            "the first LogDate: 2026-11-01, 2026-11-01T05:00Z, or an age such as 36h or 7d"
                + " (default: all that the org keeps)",
            value -> since = value)
        .option(
            "--until",
            "WHEN",
            "the LogDate before which to stop, in the same forms",
            value -> until = value);
  }

  /**
   * What is selected, as of a moment.
   *
   * @param messages hears of a type that was probably mistyped
   */
  Selection selection(Instant now, Messages messages) throws UsageFailure {
    Set<String> names = new HashSet<>();
    for (String type : types.values()) {
      String name = type.strip();
      if (!Selection.isType(name)) {
        throw new UsageFailure(
            "--type: not the name of an event type: " + ForeignText.printable(name));
      }
      if (names.add(name) && EventTypes.KNOWN.stream().noneMatch(name::equalsIgnoreCase)) {
        NearestName.slip(name, EventTypes.KNOWN)
            .ifPresent(
                known ->
                    messages.warning(
                        "--type " + name + " is not known here: did you mean " + known + "?"));
      }
    }
    Instant from = moment("--since", since, now);
    Instant to = moment("--until", until, now);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UsageFailure("--until is not after --since");
    }
    return new Selection(names, interval.intervals(), from, to);
  }

  private static @Nullable Instant moment(String option, @Nullable String text, Instant now)
      throws UsageFailure {
    if (text == null) {
      return null;
    }
    return MomentText.parse(text, now)
        .orElseThrow(
            () ->
                new UsageFailure(
                    option
                        + ": '"
                        + ForeignText.printable(text)
                        + "' is not a moment such as 2026-11-01, 2026-11-01T05:00Z, 36h or 7d"));
  }
}
