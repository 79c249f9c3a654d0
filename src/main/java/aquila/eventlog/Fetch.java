package aquila.eventlog;

import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.file.UnfinishedFile;
import aquila.rest.Org;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run: lists what is new, plans, downloads several files at once, and remembers how far it has
 * come.
 */
public final class Fetch {
  private final Org org;
  private final String apiVersion;
  private final Store store;
  private final FetchOptions options;
  private final World world;
  private final Deadline deadline;
  private final FetchObserver observer;

  /** A run that has not begun. Nothing is asked of the org before {@link #run}. */
  public Fetch(
      Org org,
      String apiVersion,
      Store store,
      FetchOptions options,
      World world,
      Deadline deadline,
      FetchObserver observer) {
    this.org = org;
    this.apiVersion = apiVersion;
    this.store = store;
    this.options = options;
    this.world = world;
    this.deadline = deadline;
    this.observer = observer;
  }

  /**
   * Stores what is not stored yet.
   *
   * @param directory of the store, as paths shall begin with it
   * @throws Failure if there was no listing, or the store cannot be read; everything later is in
   *     the report
   */
  public FetchReport run(Selection selection, String directory) throws Failure {
    Instant now = world.clock().instant();
    ResumePoints resume = store.resume();
    boolean asksForIntervals = resume.hasIntervals(now);
    Listing listing = new Listing(org, apiVersion, asksForIntervals, false);
    Listing.Found found =
        listing.all(
            selection, resume.from(asksForIntervals ? selection : selection.withoutHourly()));
    resume.setHasIntervals(listing.hasIntervals(), now);
    Set<String> ids =
        found.files().stream().map(EventLogFile::id).collect(Collectors.toUnmodifiableSet());
    // Without a wish to wait, the clock of this machine has no say.
    Instant settled = options.settle().isZero() ? Instant.MAX : now.minus(options.settle());
    Plan plan = Plan.of(found.files(), store.known(ids), settled);
    Work work = new Work(plan, directory);
    work.run();
    // Hourly files that an org begins to make are a backlog of their own.
    Selection done = listing.hasIntervals() ? selection : selection.withoutHourly();
    Failure local = advance(done, upTo(found, plan, work, now), work);
    List<FetchedFile> touched =
        work.ended.stream().filter(file -> file.isStored() || file.isFailed()).toList();
    return new FetchReport(
        ids.size() + found.strange().size(),
        plan.already() + work.ended.size() - touched.size(),
        plan.waiting().size(),
        touched,
        found.strange(),
        local,
        org.usage().orElse(null),
        resume.newestLogDate());
  }

  /** Never past a file that is still to come, nor past this moment; empty if that is unknown. */
  private static Optional<Instant> upTo(Listing.Found found, Plan plan, Work work, Instant now) {
    if (!found.strange().isEmpty()) {
      return Optional.empty();
    }
    Stream<EventLogFile> open = Stream.concat(plan.waiting().stream(), work.unfinished.stream());
    Optional<Instant> first = open.map(EventLogFile::createdDate).min(Instant::compareTo);
    Optional<Instant> last =
        found.files().stream().map(EventLogFile::createdDate).max(Instant::compareTo);
    return first.or(() -> last).map(created -> created.isAfter(now) ? now : created);
  }

  private @Nullable Failure advance(Selection selection, Optional<Instant> upTo, Work work) {
    if (work.stop.local() != null) {
      return work.stop.local();
    }
    work.ended.stream()
        .filter(FetchedFile::isStored)
        .forEach(file -> store.resume().stored(file.file().logDate()));
    try {
      store.advance(selection, upTo);
      return null;
    } catch (IOException e) {
      return store.refused(e);
    }
  }

  /** The downloads of a run, by several threads. */
  private final class Work {
    private final Queue<Plan.Item> queue;
    private final String directory;
    private final Queue<FetchedFile> ended = new ConcurrentLinkedQueue<>();

    /** Failed, or stored with a length that is in doubt: the next run shall list them again. */
    private final Queue<EventLogFile> unfinished = new ConcurrentLinkedQueue<>();

    private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private final StopSign stop = new StopSign(org, options.reserve(), deadline);

    Work(Plan plan, String directory) {
      this.queue = new ConcurrentLinkedQueue<>(plan.wanted());
      this.directory = directory;
      observer.planned(
          queue.size(), queue.stream().mapToLong(item -> Math.max(0, item.file().length())).sum());
    }

    void run() {
      List<Thread> threads = new ArrayList<>();
      int count = Math.min(options.parallel(), queue.size());
      for (int i = 0; i < count; i++) {
        Thread thread = new Thread(this::work, "fetch-" + i);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          stop.because("interrupted");
          threads.forEach(Thread::interrupt);
          Thread.currentThread().interrupt();
        }
      }
      if (!bugs.isEmpty()) {
        throw new IllegalStateException("a worker died", bugs.peek());
      }
      for (Plan.Item left = queue.poll(); left != null; left = queue.poll()) {
        end(FetchedFile.failed(left.file(), "not tried: " + stop.reason()));
      }
    }

    private void work() {
      try {
        Plan.Item item = null;
        while (!stop.isSet() && (item = queue.poll()) != null) {
          end(fetched(item));
        }
      } catch (RuntimeException | Error e) {
        stop.because("an error in Aquila itself");
        bugs.add(e);
      }
    }

    private void end(FetchedFile file) {
      if (file.isFailed()) {
        unfinished.add(file.file());
      }
      ended.add(file);
      observer.ended(file);
    }

    private FetchedFile fetched(Plan.Item item) {
      EventLogFile file = item.file();
      observer.began(file);
      try {
        FetchedFile done = stored(item);
        stop.answered();
        return done;
      } catch (Failure e) {
        stop.consider(e);
        return FetchedFile.failed(file, words(e));
      } catch (Download.Unusable e) {
        return FetchedFile.failed(file, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        stop.local(store.refused(e));
        return FetchedFile.failed(file, "the disk refused it: " + e.getMessage());
      } finally {
        store.giveUp(file.id());
      }
    }

    private FetchedFile stored(Plan.Item item) throws Failure, IOException {
      EventLogFile file = item.file();
      try (UnfinishedFile disk = store.begin(file.id())) {
        Download download = new Download(file, disk, store.isCompressed(), observer);
        Content content = download.run(org);
        if (isOfOtherLength(file, content) && !isKnown(item, content)) {
          content = download.run(org);
        }
        if (isOfOtherLength(file, content)) {
          String words =
              file.id()
                  + " has "
                  + content.bytes()
                  + " bytes, and was listed with "
                  + file.length();
          if (options.isStrict()) {
            return FetchedFile.failed(file, words);
          }
          if (!isKnown(item, content)) {
            observer.warning(words + "; it is stored, and downloaded again by the next run");
          }
        }
        return kept(item, disk, content);
      }
    }

    private FetchedFile kept(Plan.Item item, UnfinishedFile disk, Content content)
        throws IOException {
      Known before = item.before();
      if (before != null && isKnown(item, content)) {
        LedgerLine again = LedgerLine.of(item.file(), content, before.line().isCompressed());
        store.confirm(again);
        doubt(item, before.and(again));
        return new FetchedFile(item.file(), FetchedFile.Status.CONFIRMED, null, null, null);
      }
      LedgerLine line = LedgerLine.of(item.file(), content, store.isCompressed());
      String place = store.keep(disk, line, before == null ? null : before.line());
      doubt(item, before == null ? Known.first(line) : before.and(line));
      return new FetchedFile(
          item.file(),
          before == null ? FetchedFile.Status.STORED : FetchedFile.Status.REPLACED,
          directory + "/" + place,
          content,
          null);
    }

    /** What is in doubt shall be listed again by the next run. */
    private void doubt(Plan.Item item, Known now) {
      if (!now.isSettled()) {
        unfinished.add(item.file());
      }
    }

    private static boolean isOfOtherLength(EventLogFile file, Content content) {
      return file.length() >= 0 && file.length() != content.bytes();
    }

    private static boolean isKnown(Plan.Item item, Content content) {
      Known before = item.before();
      return before != null && item.isInDoubt() && before.line().sha256().equals(content.sha256());
    }

    private static String words(Failure failure) {
      Cause words = failure.words();
      return failure.fact() + (words == null ? "" : ": " + words.text());
    }
  }
}
