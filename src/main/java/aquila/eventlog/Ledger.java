package aquila.eventlog;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import aquila.failure.StoreFailure;
import aquila.file.StoreDirectory;
import aquila.file.SyncedLog;
import aquila.file.UnfinishedFile;
import aquila.world.Cleanup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The memory of a store: a line for each revision that was stored, also of those files which have
 * been rotated away since. It only grows, and a line is added when its file is on the disk.
 */
final class Ledger implements AutoCloseable {
  private final Path file;
  private final SyncedLog log;

  private Ledger(Path file, SyncedLog log) {
    this.file = file;
    this.log = log;
  }

  /** A ledger that was opened, and what had to be done to it. */
  record Opened(Ledger ledger, List<String> warnings) {}

  /** Makes the next run list all that the org keeps. */
  @FunctionalInterface
  interface Forgetting {
    void forget() throws IOException;
  }

  /**
   * Opens the ledger of a store, healed: a torn end is cut off, and a damaged, cut or missing one
   * is made anew of the lines that can be read and of the files that are there. What else was in it
   * shows when the org is asked for everything.
   *
   * @param least how long it was once, in bytes; a shorter one was cut
   * @throws StoreFailure if a newer program has made it; then it is left as it is
   */
  static Opened open(Path file, Path store, long least, Forgetting resume, Cleanup cleanup)
      throws IOException, StoreFailure {
    List<String> warnings = new ArrayList<>();
    boolean isThere = Files.exists(file);
    LedgerReader.Health health =
        isThere
            ? LedgerReader.read(file, id -> false, line -> {})
            : new LedgerReader.Health(0, 0, false);
    if (health.isNewer()) {
      throw newer(file);
    }
    if (health.isDamaged() || health.end() < least) {
      resume.forget();
      int found = rebuild(file, store, isThere, cleanup);
      if (isThere || found > 0) {
        warnings.add(
            "the ledger was "
                + (isThere ? "damaged and is set aside" : "gone")
                + "; it is made anew of what can be read, and knows "
                + found
                + (found == 1 ? " file" : " files"));
      }
      return new Opened(new Ledger(file, SyncedLog.open(file, Files.size(file))), warnings);
    }
    return new Opened(new Ledger(file, SyncedLog.open(file, health.end())), warnings);
  }

  static StoreFailure newer(Path file) {
    return new StoreFailure(
        "the ledger was made by a newer Aquila: " + file, "use that version for this store");
  }

  /** What is known of some Ids. */
  Map<String, Known> known(Set<String> ids) throws IOException {
    return known(file, ids);
  }

  static Map<String, Known> known(Path file, Set<String> ids) throws IOException {
    Map<String, Known> known = new HashMap<>();
    LedgerReader.read(
        file,
        ids::contains,
        line ->
            known.compute(
                line.id(), (id, before) -> before == null ? Known.first(line) : before.and(line)));
    return known;
  }

  /** Remembers files, for good when this returns. */
  void add(List<LedgerLine> lines) throws IOException {
    log.add(lines.stream().map(LedgerLine::text).collect(Collectors.joining()));
  }

  long length() throws IOException {
    return log.length();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }

  /** All that can be read of the old one, then the files that it does not know. */
  private static int rebuild(Path file, Path store, boolean isThere, Cleanup cleanup)
      throws IOException {
    Set<String> ids = new HashSet<>();
    int lines = 0;
    Path unfinished = file.resolveSibling("ledger.new");
    try (UnfinishedFile made =
            UnfinishedFile.begin(unfinished, UnfinishedFile.mode(0600), cleanup);
        Writer out =
            new BufferedWriter(new OutputStreamWriter(made, StandardCharsets.US_ASCII), 1 << 16)) {
      out.write(LedgerReader.HEADER);
      if (isThere) {
        Files.copy(file, file.resolveSibling("ledger.damaged"), REPLACE_EXISTING);
        List<IOException> refused = new ArrayList<>();
        LedgerReader.read(file, id -> true, line -> append(line, ids, out, refused));
        if (!refused.isEmpty()) {
          throw refused.get(0);
        }
      }
      StoredFiles files = new StoredFiles(store);
      for (Path path : files.paths()) {
        Optional<LedgerLine> line = files.line(path, id -> !ids.contains(id));
        if (line.isPresent()) {
          out.write(line.get().text());
          lines++;
        }
      }
      out.flush();
      made.finish();
      made.place(file);
    }
    new StoreDirectory(store).sync(Store.PRIVATE);
    return lines + ids.size();
  }

  private static void append(
      LedgerLine line, Set<String> ids, Writer out, List<IOException> refused) {
    ids.add(line.id());
    try {
      out.write(line.text());
    } catch (IOException e) {
      refused.add(e);
    }
  }
}
