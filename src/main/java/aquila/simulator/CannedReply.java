package aquila.simulator;

import java.util.regex.Pattern;

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
    /** Every address, also what a proxy is asked with CONNECT. */
    EVERYWHERE,
    /** {@code /services/oauth2/token}. */
    TOKEN,
    /** {@code /services/oauth2/userinfo}. */
    USER_INFO,
    /** Everything under a version of {@code /services/data}, which needs a token. */
    REST,
    /** The part of REST that speaks of EventLogFile: query, describe, download. */
    EVENT_LOG_FILE,
    /** The content of an event log file. */
    DOWNLOAD,
    /** Which org it is of, as the host tells under its other name, localhost. */
    ORG_OF_LOCALHOST;

    /** Not the permission View Event Log Files, which a query may name, too. */
    private static final Pattern OBJECT = Pattern.compile("EventLogFile(?![A-Za-z])");

    boolean holds(Request request) {
      String path = request.path();
      return switch (this) {
        case EVERYWHERE -> true;
        case TOKEN -> path.equals("/services/oauth2/token");
        case USER_INFO -> path.equals("/services/oauth2/userinfo");
        case REST -> path.startsWith("/services/data/v") && path.indexOf('/', 16) > 0;
        case EVENT_LOG_FILE -> REST.holds(request) && OBJECT.matcher(path + request.query()).find();
        case DOWNLOAD -> path.endsWith("/LogFile");
        case ORG_OF_LOCALHOST ->
            path.equals("/.well-known/auth-configuration")
                && request.header("host").orElse("").startsWith("localhost");
      };
    }
  }

  /** Always. */
  public static CannedReply always(Place place, Reply reply) {
    return new CannedReply(place, Integer.MAX_VALUE, reply);
  }
}
