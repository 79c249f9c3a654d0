package aquila.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What must be undone if the process is interrupted: unfinished files, temporary directories, a
 * terminal without echo. Normal ends undo their own work and take it off this list.
 */
public final class Cleanup {
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private volatile boolean isRun;

  /** Something that will be undone at an interruption, unless it is closed before. */
  public interface Pending extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Adds a task; closing the result takes it off again. The task must be quick and not throw. What
   * is begun after an interruption is undone at once.
   */
  public synchronized Pending add(Runnable task) {
    if (isRun) {
      task.run();
      return () -> {};
    }
    pending.push(task);
    AtomicBoolean isOpen = new AtomicBoolean(true);
    return () -> {
      // Closing twice must not take off the same task of somebody else.
      if (isOpen.getAndSet(false)) {
        remove(task);
      }
    };
  }

  private synchronized void remove(Runnable task) {
    pending.remove(task);
  }

  /**
   * Whether the process was interrupted. What fails from then on may do so because its files and
   * directories were taken away.
   */
  public boolean isRun() {
    return isRun;
  }

  /** Runs what is pending, the newest first. A task that throws does not stop the others. */
  public void run() {
    isRun = true;
    List<Runnable> tasks;
    synchronized (this) {
      tasks = new ArrayList<>(pending);
      pending.clear();
    }
    for (Runnable task : tasks) {
      try {
        task.run();
      } catch (RuntimeException | Error ignored) {
        // The process is on its way out: the next task matters more than this one's reason, which
        // may be a class that is gone because the jar was replaced meanwhile.
      }
    }
  }
}
