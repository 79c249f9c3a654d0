package aquila.eventlog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The files of a store as they lie there, for a ledger that was lost. */
final class StoredFiles {
  private static final Pattern PLACE =
      Pattern.compile(
          "interval=(daily|hourly)/log_type=([A-Za-z][A-Za-z0-9_]{0,63})"
              + "/log_date=([0-9]{4}-[0-9]{2}-[0-9]{2})/([A-Za-z0-9]{18})\\.csv(\\.gz)?");

  /** A partition of three levels, and the file. */
  private static final int DEPTH = 4;

  private static final int SECOND_HAND = -1;

  private final Path store;

  StoredFiles(Path store) {
    this.store = store;
  }

  /** Where they are. What else lies in the directory is none of ours, and may be closed to us. */
  List<Path> paths() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Interval interval : Interval.values()) {
      Path top = store.resolve("interval=" + interval.directory());
      if (Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
        found.addAll(below(top));
      }
    }
    return found;
  }

  private List<Path> below(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top, DEPTH - 1)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> place(file).matches())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * What a ledger would say of one. Its time of modification is the CreatedDate of its revision.
   *
   * @param wanted tells of an Id whether it matters
   * @return empty if it does not, or if the file is damaged or has just been rotated away
   */
  Optional<LedgerLine> line(Path file, Predicate<String> wanted) throws IOException {
    Matcher place = place(file);
    if (!place.matches() || !wanted.test(place.group(4))) {
      return Optional.empty();
    }
    try {
      return line(file, place, LocalDate.parse(place.group(3)));
    } catch (NoSuchFileException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<LedgerLine> line(Path file, Matcher place, LocalDate date)
      throws IOException {
    boolean isCompressed = place.group(5) != null;
    Optional<Content> content = content(file, isCompressed);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Instant modified =
        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .truncatedTo(ChronoUnit.MILLIS);
    return Optional.of(
        new LedgerLine(
            place.group(4),
            modified,
            content.get().bytes(),
            content.get().bytes(),
            content.get().sha256(),
            place.group(2),
            Interval.valueOf(place.group(1).toUpperCase(Locale.ROOT)),
            date.atStartOfDay().toInstant(ZoneOffset.UTC),
            SECOND_HAND,
            isCompressed));
  }

  private Matcher place(Path file) {
    return PLACE.matcher(store.relativize(file).toString().replace('\\', '/'));
  }

  /** What a file holds, decoded; empty if it is damaged gzip. */
  static Optional<Content> content(Path file, boolean isCompressed) throws IOException {
    ContentDigest digest = new ContentDigest();
    try (InputStream raw = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      InputStream in = isCompressed ? new GZIPInputStream(raw, ContentDigest.BLOCK) : raw;
      byte[] block = new byte[ContentDigest.BLOCK];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
      return Optional.of(digest.content());
    } catch (EOFException | ZipException e) {
      return Optional.empty();
    }
  }
}
