package aquila.http;

import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.world.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request and its reply.
 *
 * <p>It runs on a thread of its own, because that is the only way to bound all of it: the look-up
 * of a name cannot be interrupted, and the time-outs of a connection count silence, not the whole.
 */
final class Exchange {

  /** Longer than any wait of ours, and short enough not to overflow. */
  static final Duration FOR_EVER = Duration.ofDays(365);

  private final HttpRequest request;
  private final HttpSettings settings;
  private final Trust trust;
  private final Clock clock;
  private final WireLog log;
  private final @Nullable ProxyAddress proxy;
  private final Connection connection;

  Exchange(HttpRequest request, HttpSettings settings, Trust trust, Clock clock, WireLog log) {
    this.request = request;
    this.settings = settings;
    this.trust = trust;
    this.clock = clock;
    this.log = log;
    this.proxy = settings.proxies().forAddress(request.uri()).orElse(null);
    this.connection = new Connection(request, settings, trust, proxy, log);
  }

  /** A reply, or the trouble that there was instead, which may be the receiver's. */
  record Outcome(
      @Nullable HttpReply answer, @Nullable Trouble trouble, Receiver.@Nullable Refused refused) {

    Outcome(@Nullable HttpReply answer, @Nullable Trouble trouble) {
      this(answer, trouble, null);
    }

    boolean isWorthRepeating(Predicate<HttpReply> again) {
      return answer != null ? again.test(answer) : trouble != null && trouble.isLost();
    }

    Optional<Duration> retryAfter(Clock clock) {
      return answer == null ? Optional.empty() : RetryPolicy.retryAfter(answer, clock);
    }

    void requireTaken() throws Receiver.Refused {
      if (refused != null) {
        throw refused;
      }
    }

    HttpReply reply() throws NetworkFailure {
      if (answer != null) {
        return answer;
      }
      if (trouble != null) {
        throw trouble.failure();
      }
      throw new IllegalStateException("an outcome has a reply or a trouble");
    }
  }

  /**
   * Sends the request.
   *
   * @throws Failure if its body could not be made, or the ca-file cannot be used
   */
  Outcome run(int limit, @Nullable Receiver receiver, Deadline deadline) throws Failure {
    Instant start = clock.instant();
    FutureTask<HttpReply> task = new FutureTask<>(() -> exchange(limit, receiver, deadline));
    Thread thread = new Thread(task, "http");
    thread.setDaemon(true);
    thread.start();
    makeBody();
    try {
      HttpReply reply = task.get(deadline.atMost(FOR_EVER).toMillis(), TimeUnit.MILLISECONDS);
      log.answered(request, reply.status(), reply.length(), since(start));
      if (reply.status() == 407) {
        return failed(new Trouble(trouble().proxyWantsLogin(), false), start);
      }
      return new Outcome(reply, null);
    } catch (TimeoutException e) {
      connection.abandon();
      return failed(new Trouble(trouble().deadline(), false), start);
    } catch (InterruptedException e) {
      connection.abandon();
      Thread.currentThread().interrupt();
      return failed(new Trouble(new NetworkFailure("interrupted"), false), start);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Receiver.Refused refused) {
        return new Outcome(null, null, refused);
      }
      if (e.getCause() instanceof IOException trouble) {
        return failed(trouble().of(trouble), start);
      }
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException("an exchange failed in an unknown way", e.getCause());
    }
  }

  /** In the meantime; what goes wrong here is what is said, however the connection fares. */
  private void makeBody() throws Failure {
    RequestBody body = request.body();
    if (body != null) {
      try {
        body.make();
      } catch (Failure e) {
        connection.abandon();
        throw e;
      }
    }
  }

  private HttpReply exchange(int limit, @Nullable Receiver receiver, Deadline deadline)
      throws ConfigFailure, IOException, Receiver.Refused {
    HttpURLConnection http = connection.connect(deadline);
    RequestBody body = request.body();
    byte[] text = body == null ? new byte[0] : body.await().getBytes(StandardCharsets.US_ASCII);
    Instant sent = clock.instant();
    if (body != null) {
      try (OutputStream out = http.getOutputStream()) {
        out.write(text);
      }
    }
    int status = http.getResponseCode();
    if (status < 100) {
      throw new IOException("the answer is not HTTP");
    }
    Instant received = clock.instant();
    Map<String, String> headers = headers(http);
    try (InputStream in = status >= 400 ? http.getErrorStream() : http.getInputStream()) {
      if (in == null) {
        return HttpReply.kept(status, headers, new byte[0], limit, sent, received);
      }
      Body answer = new Body(headers, in);
      if (receiver != null && status == 200 && !HttpReply.isHtml(headers)) {
        return HttpReply.passed(status, headers, answer.passTo(receiver), sent, received);
      }
      byte[] bytes = answer.keep(limit);
      if (bytes.length > limit) {
        // Closing would first read the rest, to keep the connection.
        http.disconnect();
      }
      return HttpReply.kept(status, headers, bytes, limit, sent, received);
    }
  }

  private static Map<String, String> headers(HttpURLConnection http) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> field : http.getHeaderFields().entrySet()) {
      if (field.getKey() != null && !field.getValue().isEmpty()) {
        headers.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue().get(0));
      }
    }
    return headers;
  }

  private Outcome failed(Trouble trouble, Instant start) {
    log.failed(request, trouble.failure().fact(), since(start));
    return new Outcome(null, trouble);
  }

  private NetworkTrouble trouble() {
    return new NetworkTrouble(request.uri(), proxy, settings, trust, connection.isMade());
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
