package aquila.http;

import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.world.Deadline;
import aquila.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of the house.
 *
 * <p>It stands on {@code HttpURLConnection}: {@code java.net.http} costs a short program 300 ms at
 * its exit on Java 17, and can hang for ever in a stalled body (see docs/decisions/0003).
 */
public final class Http {

  /** No token answer and no error of a REST API is longer. */
  public static final int SMALL = 1 << 20;

  private final HttpSettings settings;
  private final World world;
  private final WireLog log;
  private final RetryPolicy retries;
  private final Trust trust;

  public Http(HttpSettings settings, World world, WireLog log) {
    this.settings = settings;
    this.world = world;
    this.log = log;
    this.trust = new Trust(settings.caFile());
    this.retries = new RetryPolicy(world.random());
    // Both are read once by the JVM. A POST is never repeated behind our back, and a proxy may ask
    // for a password (Basic) before it opens a tunnel.
    System.setProperty("sun.net.http.retryPost", "false");
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  /**
   * Begins, on a thread of its own, with what the first connection will need, so that a short
   * command has less to wait for.
   */
  public static void prepare() {
    TlsStart.begin();
  }

  /**
   * Whether a ca-file can be used.
   *
   * @throws ConfigFailure if it cannot be read or holds no certificate
   */
  public static void requireUsable(Path caFile) throws ConfigFailure {
    new Trust(caFile).requireUsable();
  }

  /**
   * Sends a request, again after a pause where the connection was lost or the reply says so.
   *
   * @param request makes the request of each attempt, so that what ages (an assertion, a token) is
   *     fresh
   * @param limit the most bytes of body that are kept; see {@link HttpReply#tooLong()}
   * @param again which replies are worth another attempt
   * @return the reply, whatever its status: also the last one of those worth another attempt
   * @throws Failure {@code NetworkFailure} if there was no whole answer within the time-outs and
   *     the deadline, {@code ConfigFailure} if the ca-file cannot be used, and what making the body
   *     threw
   */
  public HttpReply send(
      Supplier<HttpRequest> request, int limit, Predicate<HttpReply> again, Deadline deadline)
      throws Failure {
    try {
      return attempts(request, limit, null, again, deadline);
    } catch (Receiver.Refused e) {
      throw new IllegalStateException("there is no receiver", e);
    }
  }

  /**
   * Sends a request once: for those who want to see how it fails.
   *
   * @return the reply, whatever its status
   * @throws Failure as {@link #send} does
   */
  public HttpReply ask(HttpRequest request, Deadline deadline) throws Failure {
    return new Exchange(request, settings, trust, world.clock(), log)
        .run(SMALL, null, deadline)
        .reply();
  }

  /**
   * Sends a request as {@link #send} does, and passes the body of its answer on while it comes.
   *
   * @return the reply; its body is empty if the receiver got it
   * @throws Failure as {@link #send} does
   * @throws Receiver.Refused if the receiver did not take it
   */
  public HttpReply receive(
      Supplier<HttpRequest> request,
      Receiver receiver,
      Predicate<HttpReply> again,
      Deadline deadline)
      throws Failure, Receiver.Refused {
    return attempts(request, SMALL, receiver, again, deadline);
  }

  private HttpReply attempts(
      Supplier<HttpRequest> request,
      int limit,
      @Nullable Receiver receiver,
      Predicate<HttpReply> again,
      Deadline deadline)
      throws Failure, Receiver.Refused {
    for (int attempt = 1; ; attempt++) {
      Exchange exchange = new Exchange(request.get(), settings, trust, world.clock(), log);
      Exchange.Outcome outcome = exchange.run(limit, receiver, deadline);
      outcome.requireTaken();
      Optional<Duration> pause = pause(outcome, again, attempt, deadline);
      if (pause.isEmpty()) {
        HttpReply reply = outcome.reply();
        if (!again.test(reply)) {
          retries.refill();
        }
        return reply;
      }
      log.waits(pause.get(), attempt + 1, RetryPolicy.ATTEMPTS);
      sleep(pause.get());
    }
  }

  private Optional<Duration> pause(
      Exchange.Outcome outcome, Predicate<HttpReply> again, int attempt, Deadline deadline) {
    if (!outcome.isWorthRepeating(again)) {
      return Optional.empty();
    }
    return retries.pauseAfter(attempt, outcome.retryAfter(world.clock()), deadline);
  }

  private void sleep(Duration pause) throws NetworkFailure {
    try {
      world.sleep().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkFailure("interrupted while waiting for the next attempt");
    }
  }
}
