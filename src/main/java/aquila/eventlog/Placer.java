package aquila.eventlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Brings downloaded files to the disk while the next ones are on their way: several at a time, if
 * the disk is slower than the net.
 */
final class Placer {
  private final Store store;
  private final Outcomes outcomes;
  private final BlockingQueue<Step> queue;

  /**
   * A placer that does not run yet.
   *
   * @param most how many files may wait; then those who download wait too
   */
  Placer(Store store, Outcomes outcomes, int most) {
    this.store = store;
    this.outcomes = outcomes;
    this.queue = new ArrayBlockingQueue<>(most);
  }

  private sealed interface Step {}

  private record End() implements Step {}

  /**
   * A file that was downloaded.
   *
   * @param item what was wanted
   * @param content what came
   * @param whole what is to be kept
   */
  record Downloaded(Plan.Item item, Content content, Store.Whole whole) implements Step {}

  /** Takes a file over, when there is room. */
  void add(Downloaded file) throws InterruptedException {
    queue.put(file);
  }

  /** There are no more. */
  void end() throws InterruptedException {
    queue.put(new End());
  }

  /** Works until the end. */
  void run() {
    boolean isOpen = true;
    while (isOpen) {
      List<Step> steps = new ArrayList<>();
      try {
        steps.add(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        outcomes.bug(e);
        return;
      }
      queue.drainTo(steps);
      isOpen = steps.stream().noneMatch(End.class::isInstance);
      place(
          steps.stream().filter(Downloaded.class::isInstance).map(Downloaded.class::cast).toList());
    }
  }

  private void place(List<Downloaded> files) {
    if (files.isEmpty()) {
      return;
    }
    try {
      store.keep(files.stream().map(Downloaded::whole).toList());
      files.forEach(file -> outcomes.stored(file.item(), file.content(), file.whole().line()));
    } catch (IOException e) {
      files.forEach(file -> outcomes.refused(file.item(), e));
    } catch (RuntimeException | Error e) {
      outcomes.bug(e);
    } finally {
      files.forEach(file -> file.whole().file().close());
    }
  }
}
