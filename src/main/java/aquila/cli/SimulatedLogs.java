package aquila.cli;

import aquila.failure.UsageFailure;
import aquila.simulator.EventLogs;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that say which event log files a simulated org offers. */
final class SimulatedLogs {
  private static final int MOST_DAYS = 366;
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmg]?)");

  private int days = EventLogs.USUAL.days();

  private final RepeatableOption types = new RepeatableOption();

  private @Nullable String size;
  private boolean hourly;
  private boolean late;
  private boolean regenerate;

  /** Adds them to a command. */
  void describe(Syntax syntax) {
    syntax
        .number(
            "--days", "N", "event log files for so many days (default: 7)", value -> days = value)
        .commaList(
            "--types",
            "T",
            "event types (default: Login,Logout,ApiTotalUsage,RestApi and one more)",
            types)
        .option(
            "--size",
            "BYTES",
            "least size of an event log file, such as 5m (k, m, g)",
            value -> size = value)
        .flag("--hourly", "hourly event log files too", () -> hourly = true)
        .flag(
            "--late",
            "late events: another hourly file of the same hour after a download",
            () -> late = true)
        .flag(
            "--regenerate",
            "make a daily file anew once after its download: same Id, longer",
            () -> regenerate = true);
  }

  /** What they say. */
  EventLogs eventLogs() throws UsageFailure {
    if (days < 0 || days > MOST_DAYS) {
      throw new UsageFailure("--days: from 0 to " + MOST_DAYS);
    }
    EventLogs logs =
        EventLogs.USUAL
            .withDays(days)
            .withHourly(hourly || late)
            .withLate(late)
            .withRegenerated(regenerate)
            .withSize(size == null ? 0 : bytes(size));
    return types.values().isEmpty() ? logs : logs.withTypes(types.values());
  }

  private static long bytes(String text) throws UsageFailure {
    Matcher form = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new UsageFailure("--size: bytes, such as 800, 64k, 5m or 2g");
    }
    int power = " kmg".indexOf(form.group(2).isEmpty() ? " " : form.group(2));
    return Long.parseLong(form.group(1)) << (10 * power);
  }
}
