package aquila.simulator;

/**
 * A reply that is given without asking what the request says.
 *
 * @param place where
 * @param times how often, from the first request there on; then the org answers for real
 * @param reply what
 */
public record CannedReply(Place place, int times, Reply reply) {

  /** Where a canned reply is given. */
  public enum Place {
    /** {@code /services/oauth2/token}. */
    TOKEN,
    /** {@code /services/oauth2/userinfo}. */
    USER_INFO,
    /** Everything under a version of {@code /services/data}, which needs a token. */
    REST,
    /** The part of REST that speaks of EventLogFile: query, describe, download. */
    EVENT_LOG_FILE;

    boolean holds(Request request) {
      String path = request.path();
      return switch (this) {
        case TOKEN -> path.equals("/services/oauth2/token");
        case USER_INFO -> path.equals("/services/oauth2/userinfo");
        case REST -> path.startsWith("/services/data/v") && path.indexOf('/', 16) > 0;
        case EVENT_LOG_FILE ->
            REST.holds(request) && (path + request.query()).contains("EventLogFile");
      };
    }
  }

  /** Always. */
  public static CannedReply always(Place place, Reply reply) {
    return new CannedReply(place, Integer.MAX_VALUE, reply);
  }
}
