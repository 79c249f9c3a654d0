package aquila.simulator;

import java.util.List;

/**
 * Which event log files the org offers.
 *
 * @param days for how many days before today
 * @param types the event types
 * @param hourly whether there are hourly files beside the daily ones
 */
public record EventLogs(int days, List<String> types, boolean hourly) {

  /** A week of what every org has, and some that needs a licence. */
  public static final EventLogs USUAL =
      new EventLogs(
          7,
          List.of("Login", "Logout", "ApiTotalUsage", "RestApi", "ApexUnexpectedException"),
          false);

  /** An org that generates none. */
  public static final EventLogs NONE = new EventLogs(0, List.of(), false);

  public EventLogs {
    types = List.copyOf(types);
  }
}
