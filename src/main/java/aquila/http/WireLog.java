package aquila.http;

import aquila.secret.Secrets;
import aquila.world.ForeignText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, behind {@code --verbose}. SLF4J is loaded only when a log is asked
 * for, since it costs every start of the program some 20 ms.
 *
 * <p>A line names method, host, path, status, bytes and milliseconds. It has no query, no header
 * and no body, so there is no secret in it; what a server chose to say is struck anyway.
 */
public final class WireLog {
  private final @Nullable Logger logger;
  private final Secrets secrets;

  private WireLog(@Nullable Logger logger, Secrets secrets) {
    this.logger = logger;
    this.secrets = secrets;
  }

  /** No log. */
  public static WireLog off() {
    return new WireLog(null, new Secrets());
  }

  /**
   * A log on standard error.
   *
   * @param debug whether to log the steps of a request too
   * @param secrets what must not appear
   */
  public static WireLog on(boolean debug, Secrets secrets) {
    // SLF4J would look for a service file, which the index of the distribution's jars leaves out,
    // and would say at the level of information that it was told.
    String before = System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    // slf4j-simple reads these once, when the first logger is made.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "info");
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "HH:mm:ss.SSS");
    Logger logger = LoggerFactory.getLogger("aquila.http");
    // It has been read; another copy of SLF4J in this process would take it for its own.
    if (before == null) {
      System.clearProperty("slf4j.provider");
    } else {
      System.setProperty("slf4j.provider", before);
    }
    return new WireLog(logger, secrets);
  }

  void answered(HttpRequest request, int status, long bytes, Duration took) {
    if (logger != null) {
      logger.info("{} {} {} bytes {} ms", clean(request), status, bytes, took.toMillis());
    }
  }

  void failed(HttpRequest request, String reason, Duration took) {
    if (logger != null) {
      logger.info("{} failed after {} ms: {}", clean(request), took.toMillis(), clean(reason));
    }
  }

  void waits(Duration pause, int attempt, int attempts) {
    if (logger != null) {
      logger.info("waiting {} ms before attempt {} of {}", pause.toMillis(), attempt, attempts);
    }
  }

  void step(String what, Object... values) {
    if (logger != null && logger.isDebugEnabled()) {
      logger.debug(clean(what), values);
    }
  }

  private String clean(Object text) {
    return ForeignText.printable(secrets.strike(text.toString()));
  }
}
