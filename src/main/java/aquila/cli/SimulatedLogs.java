package aquila.cli;

import aquila.failure.UsageFailure;
import aquila.simulator.EventLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which event log files a simulated org offers. */
final class SimulatedLogs {
  private static final int MOST_DAYS = 366;
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmg]?)");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "event log files for so many days (default: 7)")
  int days = EventLogs.USUAL.days();

  @Option(
      names = "--types",
      paramLabel = "T",
      split = ",",
      description = "event types (default: Login,Logout,ApiTotalUsage,RestApi and one more)")
  List<String> types = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      description = "least size of an event log file, such as 5m (k, m, g)")
  @Nullable String size;

  @Option(names = "--hourly", description = "hourly event log files too")
  boolean hourly;

  @Option(
      names = "--late",
      description = "late events: another hourly file of the same hour after a download")
  boolean late;

  @Option(
      names = "--regenerate",
      description = "make a daily file anew once after its download: same Id, longer")
  boolean regenerate;

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
    return types.isEmpty() ? logs : logs.withTypes(types);
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
