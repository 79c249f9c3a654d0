package aquila.eventlog;

import aquila.failure.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads every stored file again and compares it with the ledger. */
public final class Verification {
  private final StoreReader store;
  private final Set<String> suspects = new HashSet<>();
  private final Set<String> good = new HashSet<>();
  private final List<Difference> differing = new ArrayList<>();
  private final List<LedgerLine> absent = new ArrayList<>();

  private Verification(StoreReader store) {
    this.store = store;
  }

  /**
   * A file that is not what the ledger says.
   *
   * @param line what the ledger says
   * @param found what is there, or null if it cannot be read as what it should be
   */
  public record Difference(LedgerLine line, @Nullable Content found) {}

  /**
   * How the store was found.
   *
   * @param good how many files are as they should be
   * @param differing those that are not
   * @param absent those that are gone, which rotation does too
   * @param damagedLines how many lines of the ledger cannot be read
   */
  public record Result(
      int good, List<Difference> differing, List<LedgerLine> absent, int damagedLines) {
    public Result {
      differing = List.copyOf(differing);
      absent = List.copyOf(absent);
    }
  }

  /** Verifies a whole store. */
  public static Result of(Path directory) throws StoreFailure {
    return new Verification(StoreReader.of(directory)).run();
  }

  private Result run() throws StoreFailure {
    int damaged = store.lines(id -> true, this::check);
    // An older revision has made its file look wrong, or a run has just replaced it: look again,
    // at the last line of each.
    for (Known known : store.known(suspects).values()) {
      LedgerLine line = known.line();
      if (!isThere(line)) {
        absent.add(line);
        continue;
      }
      Optional<Content> found = content(line);
      if (found.isPresent() && isSame(line, found.get())) {
        good.add(line.id());
      } else if (isThere(line)) {
        differing.add(new Difference(line, found.orElse(null)));
      } else {
        absent.add(line);
      }
    }
    return new Result(good.size(), differing, absent, damaged);
  }

  private void check(LedgerLine line) {
    if (suspects.contains(line.id())) {
      return;
    }
    if (good.remove(line.id())) {
      // A second line of an Id: only the last one counts.
      suspects.add(line.id());
    } else if (isThere(line) && content(line).filter(found -> isSame(line, found)).isPresent()) {
      good.add(line.id());
    } else {
      suspects.add(line.id());
    }
  }

  private boolean isThere(LedgerLine line) {
    return Files.isRegularFile(store.path().resolve(line.place()), LinkOption.NOFOLLOW_LINKS);
  }

  /** Empty if the file cannot be read, for whatever reason. */
  private Optional<Content> content(LedgerLine line) {
    try {
      return StoredFiles.content(store.path().resolve(line.place()), line.isCompressed());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(LedgerLine line, Content found) {
    return line.bytes() == found.bytes() && line.sha256().equals(found.sha256());
  }
}
