package aquila.eventlog;

import aquila.failure.BusyFailure;
import aquila.failure.StoreFailure;
import aquila.file.DirectoryLock;
import aquila.file.DiskTrouble;
import aquila.file.StoreDirectory;
import aquila.file.UnfinishedFile;
import aquila.world.Deadline;
import aquila.world.ForeignText;
import aquila.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of event log files, one for each Id, held by this run alone.
 *
 * <p>The order of writing is what keeps it whole: the bytes under another name, on the disk; the
 * name, on the disk; the line in the ledger, on the disk. Wherever that is cut, a file is stored
 * twice at worst, and what lies about is removed by the next run.
 */
public final class Store implements AutoCloseable {
  static final String PRIVATE = ".aquila";

  /** What to do where a user may not read or write. */
  static final String OWNER = "run this as the user whom the directory belongs to, or name another";

  private static final Duration POLL = Duration.ofMillis(200);

  private final StoreDirectory directory;
  private final StoreOptions options;
  private final World world;
  private final DirectoryLock lock;
  private final Ledger ledger;
  private final ResumePoints resume;

  private Store(
      StoreDirectory directory,
      StoreOptions options,
      World world,
      DirectoryLock lock,
      Ledger ledger,
      ResumePoints resume) {
    this.directory = directory;
    this.options = options;
    this.world = world;
    this.lock = lock;
    this.ledger = ledger;
    this.resume = resume;
  }

  /** A store that was opened, and what had to be mended. */
  public record Opened(Store store, List<String> warnings) {}

  /**
   * Opens a store for writing, made if it is not there, mended if a crash has left something.
   *
   * @throws BusyFailure if another run holds it for longer than this one is willing to wait
   * @throws StoreFailure if it cannot be written, or was made by a newer program
   */
  public static Opened open(Path path, StoreOptions options, World world)
      throws BusyFailure, StoreFailure {
    try {
      StoreDirectory directory = StoreDirectory.make(path, options.directoryMode());
      Path own = directory.child(PRIVATE, 0700);
      DirectoryLock lock = lock(own.resolve("lock"), options.patience(), world);
      try {
        Path resume = own.resolve("resume.json");
        Ledger.Opened opened =
            Ledger.open(
                own.resolve("ledger"),
                path,
                ResumePoints.read(resume).ledgerLength(),
                () -> {
                  directory.remove(PRIVATE + "/resume.json");
                  directory.sync(PRIVATE);
                },
                world.cleanup());
        directory.empty(directory.child(PRIVATE + "/incoming", 0700));
        directory.removeTemporaries(own);
        Store store =
            new Store(directory, options, world, lock, opened.ledger(), ResumePoints.read(resume));
        return new Opened(store, opened.warnings());
      } catch (IOException | StoreFailure e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** The private part of a store. */
  static Path privately(Path store) {
    return store.resolve(PRIVATE);
  }

  /** Whether a directory is a store. */
  public static boolean isThere(Path path) {
    return Files.isDirectory(privately(path));
  }

  /** The directories in a directory that are stores, as those of several orgs are. */
  public static List<String> below(Path path) {
    try (Stream<Path> directories = Files.list(path)) {
      return directories
          .filter(directory -> Files.isDirectory(privately(directory)))
          .map(directory -> ForeignText.printable(String.valueOf(directory.getFileName())))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static StoreFailure unwritable(Path path, IOException e) {
    String fact = DiskTrouble.place(e, path) + " cannot be written: " + DiskTrouble.writing(e);
    return DiskTrouble.isForbidden(e) ? new StoreFailure(fact, OWNER) : new StoreFailure(fact);
  }

  /** What the disk refused. */
  StoreFailure refused(IOException e) {
    return unwritable(directory.path(), e);
  }

  /** Whether the disk refuses because an interruption has taken unfinished files away. */
  boolean isInterrupted() {
    return world.cleanup().isRun();
  }

  Map<String, Known> known(Set<String> ids) throws StoreFailure {
    try {
      return ledger.known(ids);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  ResumePoints resume() {
    return resume;
  }

  /** Remembers how far a run has come. */
  void advance(Selection selection, Optional<Instant> created) throws IOException {
    resume.advance(selection, created, ledger.length());
  }

  boolean isCompressed() {
    return options.isCompressed();
  }

  /** A file for the bytes of an Id, in the same file system as the store. A plan has it once. */
  UnfinishedFile begin(String id) throws IOException {
    Path incoming = privately(directory.path()).resolve("incoming").resolve(id);
    return UnfinishedFile.begin(incoming, UnfinishedFile.mode(options.mode()), world.cleanup());
  }

  /**
   * A whole file that waits for its name.
   *
   * @param file its bytes
   * @param line what the ledger will say of it
   * @param before where the ledger says that this Id is, or null
   */
  record Whole(UnfinishedFile file, LedgerLine line, @Nullable LedgerLine before) {}

  /**
   * Gives whole files their names, in the place of older revisions under either suffix, and
   * remembers them. Together they need fewer waits for the disk than one after the other.
   */
  void keep(List<Whole> files) throws IOException {
    Set<String> partitions = new LinkedHashSet<>();
    for (Whole whole : files) {
      LedgerLine line = whole.line();
      directory.child(line.partition(), options.directoryMode());
      whole.file().finish(line.createdDate());
    }
    for (Whole whole : files) {
      LedgerLine line = whole.line();
      whole.file().place(directory.path().resolve(line.place()));
      directory.remove(line.otherPlace());
      partitions.add(line.partition());
      LedgerLine before = whole.before();
      if (before != null && !before.partition().equals(line.partition())) {
        directory.remove(before.place());
        partitions.add(before.partition());
      }
    }
    for (String partition : partitions) {
      directory.sync(partition);
    }
    ledger.add(files.stream().map(Whole::line).toList());
  }

  /** Remembers that an Id was downloaded again and is what it was; its file may be gone by now. */
  void confirm(LedgerLine line) throws IOException {
    ledger.add(List.of(line));
  }

  @Override
  public void close() throws StoreFailure {
    try {
      ledger.close();
      lock.close();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private static DirectoryLock lock(Path file, Duration patience, World world)
      throws IOException, BusyFailure {
    String owner =
        "process "
            + ProcessHandle.current().pid()
            + ", since "
            + world.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Deadline deadline = Deadline.in(patience, world.clock());
    while (true) {
      Optional<DirectoryLock> lock = DirectoryLock.take(file, owner);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (deadline.isOver()) {
        throw new BusyFailure(
            "another run holds the store: " + DirectoryLock.owner(file),
            "--wait 5m waits for its end");
      }
      try {
        world.sleep().sleep(deadline.atMost(POLL));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BusyFailure("interrupted while another run holds the store");
      }
    }
  }
}
