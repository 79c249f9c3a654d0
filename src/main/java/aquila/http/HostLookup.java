package aquila.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks this machine for the address of a name. */
public final class HostLookup {

  private HostLookup() {}

  /**
   * Whether the name has an address. A look-up cannot be interrupted, so it has a thread of its own
   * that is left behind when the time is over.
   *
   * @param limit the longest wait; after it the name counts as unknown
   */
  public static boolean isKnown(String host, Duration limit) {
    FutureTask<Boolean> task = new FutureTask<>(() -> resolves(host));
    Thread thread = new Thread(task, "lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a look-up failed in an unknown way", e.getCause());
    }
  }

  private static boolean resolves(String host) {
    try {
      return InetAddress.getAllByName(host).length > 0;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
