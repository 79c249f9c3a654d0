package aquila.world;

import java.time.Duration;

/** Waits on the real clock. Every start makes one, and Java makes a class quicker than a lambda. */
final class RealSleep implements Sleep {

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
