package aquila.eventlog;

import aquila.failure.Failure;
import aquila.file.UnfinishedFile;
import aquila.rest.Org;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The downloads of a run, several at once. */
final class Downloads {
  private final Org org;
  private final Store store;
  private final FetchOptions options;
  private final StopSign stop;
  private final Outcomes outcomes;
  private final FetchObserver observer;
  private final Placer placer;

  Downloads(
      Org org,
      Store store,
      FetchOptions options,
      StopSign stop,
      Outcomes outcomes,
      FetchObserver observer) {
    this.org = org;
    this.store = store;
    this.options = options;
    this.stop = stop;
    this.outcomes = outcomes;
    this.observer = observer;
    this.placer = new Placer(store, outcomes, options.parallel());
  }

  /** Deals with all of them, and returns when the last one is on the disk or has failed. */
  void run(List<Plan.Item> wanted) {
    Queue<Plan.Item> queue = new ConcurrentLinkedQueue<>(wanted);
    Thread placing = start(placer::run, "store");
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(options.parallel(), wanted.size()); i++) {
      workers.add(start(() -> work(queue), "fetch-" + i));
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
      placer.end();
      placing.join();
    } catch (InterruptedException e) {
      outcomes.bug(e);
      workers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    for (Plan.Item left = queue.poll(); left != null; left = queue.poll()) {
      outcomes.failed(left.file(), "not tried: " + stop.reason());
    }
  }

  private static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void work(Queue<Plan.Item> queue) {
    try {
      Plan.Item item = null;
      while (!stop.isSet() && (item = queue.poll()) != null) {
        observer.began(item.file());
        download(item);
      }
    } catch (RuntimeException | Error e) {
      outcomes.bug(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void download(Plan.Item item) throws InterruptedException {
    EventLogFile file = item.file();
    try {
      UnfinishedFile disk = store.begin(file.id());
      boolean isHandedOver = false;
      try {
        Content content = content(item, disk);
        if (isOfOtherLength(file, content) && options.isStrict()) {
          outcomes.failed(file, otherLength(file, content));
          return;
        }
        if (item.isKnown(content)) {
          confirm(item, content);
          return;
        }
        if (isOfOtherLength(file, content)) {
          outcomes.warning(
              otherLength(file, content) + "; it is stored, and downloaded again by the next run");
        }
        placer.add(downloaded(item, disk, content));
        isHandedOver = true;
      } finally {
        if (!isHandedOver) {
          disk.close();
        }
      }
    } catch (Failure e) {
      outcomes.failed(file, e);
    } catch (Download.Unusable e) {
      outcomes.failed(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      outcomes.refused(item, e);
    }
  }

  /** Downloads a file, and once more if its length is not the listed one. */
  private Content content(Plan.Item item, UnfinishedFile disk) throws Failure, IOException {
    Download download = new Download(item.file(), disk, store.isCompressed(), observer);
    Content content = download.run(org);
    return isOfOtherLength(item.file(), content) && !item.isKnown(content)
        ? download.run(org)
        : content;
  }

  /** What was in doubt has come again as it was. */
  private void confirm(Plan.Item item, Content content) throws IOException {
    Known before = item.before();
    boolean isCompressed = before == null ? store.isCompressed() : before.line().isCompressed();
    LedgerLine again = LedgerLine.of(item.file(), content, isCompressed);
    store.confirm(again);
    outcomes.confirmed(item, again);
  }

  private Placer.Downloaded downloaded(Plan.Item item, UnfinishedFile disk, Content content) {
    Known before = item.before();
    LedgerLine line = LedgerLine.of(item.file(), content, store.isCompressed());
    return new Placer.Downloaded(
        item, content, new Store.Whole(disk, line, before == null ? null : before.line()));
  }

  private static boolean isOfOtherLength(EventLogFile file, Content content) {
    return file.length() >= 0 && file.length() != content.bytes();
  }

  private static String otherLength(EventLogFile file, Content content) {
    return file.id() + " has " + content.bytes() + " bytes, and was listed with " + file.length();
  }
}
