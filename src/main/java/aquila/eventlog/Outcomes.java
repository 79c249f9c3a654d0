package aquila.eventlog;

import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.file.DiskTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the files of a run, told by several threads. */
final class Outcomes {
  private static final String INTERRUPTED = "the run was interrupted";

  private final Store store;
  private final StopSign stop;
  private final String directory;
  private final FetchObserver observer;
  private final Queue<FetchedFile> ended = new ConcurrentLinkedQueue<>();
  private final Queue<EventLogFile> unfinished = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();

  /**
   * Nothing has ended yet.
   *
   * @param directory of the store, as paths shall begin with it
   */
  Outcomes(Store store, StopSign stop, String directory, FetchObserver observer) {
    this.store = store;
    this.stop = stop;
    this.directory = directory;
    this.observer = observer;
  }

  /** A file is on the disk. */
  void stored(Plan.Item item, Content content, LedgerLine line) {
    doubt(item, line);
    stop.answered();
    end(
        new FetchedFile(
            item.file(),
            item.before() == null ? FetchedFile.Status.STORED : FetchedFile.Status.REPLACED,
            directory + "/" + line.place(),
            content,
            null));
  }

  /** A file whose length is in doubt has come again as it was. */
  void confirmed(Plan.Item item, LedgerLine line) {
    doubt(item, line);
    stop.answered();
    end(new FetchedFile(item.file(), FetchedFile.Status.CONFIRMED, null, null, null));
  }

  /** What is in doubt shall be listed again by the next run. */
  private void doubt(Plan.Item item, LedgerLine line) {
    Known before = item.before();
    if (!(before == null ? Known.first(line) : before.and(line)).isSettled()) {
      unfinished.add(item.file());
    }
  }

  /** A file was not to be had. */
  void failed(EventLogFile file, Failure failure) {
    stop.consider(failure);
    Cause words = failure.words();
    failed(file, failure.fact() + (words == null ? "" : ": " + words.text()));
  }

  /** A file was not to be had, for this reason. */
  void failed(EventLogFile file, String error) {
    unfinished.add(file);
    end(FetchedFile.failed(file, error));
  }

  /** The disk did not take a file. */
  void refused(Plan.Item item, IOException e) {
    if (store.isInterrupted()) {
      stop.because(INTERRUPTED);
      failed(item.file(), INTERRUPTED);
      return;
    }
    stop.local(store.refused(e));
    failed(item.file(), "the disk refused it: " + DiskTrouble.writing(e));
  }

  /** An error in the program itself. */
  void bug(Throwable bug) {
    stop.because("an error in Aquila itself");
    bugs.add(bug);
  }

  void warning(String text) {
    observer.warning(text);
  }

  private void end(FetchedFile file) {
    ended.add(file);
    observer.ended(file);
  }

  /** All that have ended, in that order. */
  List<FetchedFile> ended() {
    Throwable bug = bugs.peek();
    if (bug != null) {
      throw new IllegalStateException("a thread of the run has died", bug);
    }
    return List.copyOf(ended);
  }

  /** What has become of these files, if the run ends now. */
  List<FetchedFile> soFar(List<Plan.Item> wanted) {
    List<FetchedFile> files = new ArrayList<>(ended);
    Set<EventLogFile> done = files.stream().map(FetchedFile::file).collect(Collectors.toSet());
    wanted.stream()
        .map(Plan.Item::file)
        .filter(file -> !done.contains(file))
        .forEach(file -> files.add(FetchedFile.failed(file, INTERRUPTED)));
    return files;
  }

  /** Failed, or stored with a length that is in doubt: the next run shall list them again. */
  List<EventLogFile> unfinished() {
    return List.copyOf(unfinished);
  }

  /** What the local disk refused, or null. */
  @Nullable Failure local() {
    return stop.local();
  }
}
