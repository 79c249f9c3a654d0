package aquila.eventlog;

import aquila.failure.StoreFailure;
import aquila.file.DiskTrouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A store that is only looked at, also while another run writes to it. Nothing is mended here: a
 * line that is being written is not seen yet.
 *
 * @param path the directory
 */
record StoreReader(Path path) {

  /**
   * Opens a store.
   *
   * @throws StoreFailure if no run has ever written there: a slip in the path shall not look well
   */
  static StoreReader of(Path path) throws StoreFailure {
    StoreReader store = new StoreReader(path);
    Path own = Store.privately(path);
    // Without the right to enter it, everything in a directory looks as if it were not there.
    if (DiskTrouble.isHidden(path) || (Files.isDirectory(path) && !Files.isExecutable(path))) {
      throw store.unreadable(new AccessDeniedException(path.toString()));
    }
    if (Files.isDirectory(own) && !(Files.isReadable(own) && Files.isExecutable(own))) {
      throw store.unreadable(new AccessDeniedException(own.toString()));
    }
    if (!Files.isDirectory(own)) {
      List<String> below = Store.below(path);
      throw below.isEmpty()
          ? new StoreFailure("there is no store " + path)
          : new StoreFailure(
              "there is no store " + path,
              "there are stores of several orgs below it: give one of them, such as "
                  + path.resolve(below.get(0))
                  + ", or --org all ("
                  + String.join(", ", below)
                  + ")");
    }
    return store;
  }

  /**
   * Passes on the lines of some Ids, and tells how many lines are damaged; a ledger that is missing
   * or empty counts as one.
   */
  int lines(Predicate<String> wanted, Consumer<LedgerLine> receiver) throws StoreFailure {
    if (!Files.exists(ledger())) {
      return 1;
    }
    try {
      LedgerReader.Health health = LedgerReader.read(ledger(), wanted, receiver);
      if (health.isNewer()) {
        throw Ledger.newer(ledger());
      }
      return health.end() == 0 ? 1 : health.damaged();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  Map<String, Known> known(Set<String> ids) throws StoreFailure {
    try {
      return Files.exists(ledger()) ? Ledger.known(ledger(), ids) : Map.of();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  StoreFailure unreadable(IOException e) {
    String fact = DiskTrouble.place(e, path) + " cannot be read: " + DiskTrouble.reading(e);
    return DiskTrouble.isForbidden(e)
        ? new StoreFailure(fact, Store.OWNER)
        : new StoreFailure(fact);
  }

  private Path ledger() {
    return Store.privately(path).resolve("ledger");
  }
}
