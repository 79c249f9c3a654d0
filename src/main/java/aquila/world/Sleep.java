package aquila.world;

import java.time.Duration;

/** A way to wait: the real one, or a test's that only remembers how long. */
@FunctionalInterface
public interface Sleep {

  /** Waits for the given time. */
  void sleep(Duration time) throws InterruptedException;

  /** Waits on the real clock. */
  static Sleep real() {
    return time -> Thread.sleep(time.toMillis());
  }
}
