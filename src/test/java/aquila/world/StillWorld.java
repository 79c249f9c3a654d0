package aquila.world;

import aquila.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A world of a test's own, in which time passes by sleeping only, and every sleep is kept. */
public final class StillWorld {
  public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  /** How long was slept, in order. */
  public final List<Duration> waits = new CopyOnWriteArrayList<>();

  public final Secrets secrets = new Secrets();
  private volatile Instant now = NOW;

  /** The clock of this world. */
  public Clock clock() {
    return new ToldClock(() -> now);
  }

  /** Lets time pass; a negative time turns the clock back. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** All of it, with this directory as home. */
  public World in(Path home) {
    return new World(
        clock(),
        time -> {
          waits.add(time);
          pass(time);
        },
        new SplittableRandom(1),
        Map.of(),
        home,
        home,
        home,
        home.resolve("etc"),
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new ByteArrayOutputStream(),
        Terminal.none(),
        new Cleanup(),
        secrets);
  }
}
