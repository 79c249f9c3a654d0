package aquila.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.world.Deadline;
import aquila.world.StillWorld;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks servers as the program does, but sleeps only in thought. */
public final class Caller {
  final StillWorld world = new StillWorld();
  Duration readTimeout = Duration.ofSeconds(20);
  Deadline deadline = Deadline.none(world.clock());
  Proxies proxies = Proxies.none();
  @Nullable Path caFile;
  int limit = Http.SMALL;
  private @Nullable Http http;

  /** The reply to a GET; 503 is worth another attempt. */
  HttpReply get(URI uri) throws Failure {
    return send(HttpRequest.get(uri));
  }

  /** The reply to a posted form. */
  HttpReply post(URI uri) throws Failure {
    return send(HttpRequest.postForm(uri, () -> Map.of("assertion", "x")));
  }

  NetworkFailure troubleAt(URI uri) {
    return assertThrows(NetworkFailure.class, () -> get(uri));
  }

  HttpReply send(HttpRequest request) throws Failure {
    if (http == null) {
      http = http(world, settings());
    }
    return http.send(() -> request, limit, reply -> reply.status() == 503, deadline);
  }

  /** A client with these settings. */
  public static Http http(StillWorld world, HttpSettings settings) {
    return new Http(settings, world.in(Path.of("")), WireLog.off());
  }

  /** Settings with no proxy and no authority but the platform's. */
  public static HttpSettings settings(Duration readTimeout) {
    return new HttpSettings(
        Duration.ofSeconds(20), readTimeout, null, Proxies.none(), "aquila/test");
  }

  private HttpSettings settings() {
    return new HttpSettings(Duration.ofSeconds(20), readTimeout, caFile, proxies, "aquila/test");
  }
}
