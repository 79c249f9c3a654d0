package aquila.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads a ledger from its beginning to its end without holding it: it may have a million lines.
 *
 * <p>The first line names the schema. A line that is not intact is skipped and remembered; what
 * stands behind the last line end was torn off by a crash.
 */
final class LedgerReader {
  static final String HEADER = "aquila-ledger 1\n";
  private static final int SCHEMA = 1;
  private static final String NAME = "aquila-ledger ";
  private static final int ID = 18;
  private static final int BLOCK = 1 << 20;

  /** A line is far shorter: what has no end by then is no line, and is not held. */
  private static final int LONGEST = BLOCK / 2;

  private final Predicate<String> wanted;
  private final Consumer<LedgerLine> receiver;
  private final byte[] buffer = new byte[BLOCK];
  private boolean isFirst = true;
  private boolean isTooLong;
  private long read;
  private long end;
  private int damaged;
  private boolean isNewer;

  private LedgerReader(Predicate<String> wanted, Consumer<LedgerLine> receiver) {
    this.wanted = wanted;
    this.receiver = receiver;
  }

  /**
   * How a ledger was found.
   *
   * @param end the length up to the end of its last line, in bytes
   * @param damaged how many lines cannot be read, the first one included
   * @param isNewer whether a newer program has made it
   */
  record Health(long end, int damaged, boolean isNewer) {

    boolean isDamaged() {
      return damaged > 0 || end == 0;
    }
  }

  /**
   * Passes on the lines of some Ids.
   *
   * @param wanted tells of an Id whether its lines are
   */
  static Health read(Path file, Predicate<String> wanted, Consumer<LedgerLine> receiver)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new LedgerReader(wanted, receiver).read(in);
    }
  }

  private Health read(InputStream in) throws IOException {
    int held = 0;
    for (int n = in.read(buffer, 0, buffer.length); n >= 0 && !isNewer; ) {
      held += n;
      int done = lines(held);
      System.arraycopy(buffer, done, buffer, 0, held - done);
      held -= done;
      if (held > LONGEST) {
        isTooLong = true;
        read += held;
        held = 0;
      }
      n = in.read(buffer, held, buffer.length - held);
    }
    return new Health(end, damaged, isNewer);
  }

  /** Takes all whole lines and returns where the rest begins. */
  private int lines(int held) {
    int start = 0;
    for (int i = 0; i < held; i++) {
      if (buffer[i] == '\n') {
        line(start, i - start);
        start = i + 1;
        end = read + start;
      }
    }
    read += start;
    return start;
  }

  private void line(int from, int length) {
    if (isTooLong) {
      isTooLong = false;
      isFirst = false;
      damaged++;
    } else if (isFirst) {
      isFirst = false;
      header(new String(buffer, from, length + 1, StandardCharsets.US_ASCII));
    } else if (length <= ID || !LedgerLine.isIntact(buffer, from, length)) {
      damaged++;
    } else if (wanted.test(new String(buffer, from, ID, StandardCharsets.US_ASCII))) {
      LedgerLine.parse(buffer, from, length).ifPresentOrElse(receiver, () -> damaged++);
    }
  }

  private void header(String line) {
    if (line.equals(HEADER)) {
      return;
    }
    String version = line.startsWith(NAME) ? line.substring(NAME.length()).strip() : "";
    if (version.matches("[0-9]{1,6}") && Integer.parseInt(version) > SCHEMA) {
      isNewer = true;
    } else {
      damaged++;
    }
  }
}
