package aquila.cli;

import aquila.eventlog.EventLogFile;
import aquila.eventlog.FetchObserver;
import aquila.eventlog.FetchedFile;
import aquila.world.World;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a fetch: the path of each stored file on standard output, failures on standard
 * error, and on a terminal one line that tells how far it has come, drawn ten times a second at
 * most and gone at the end.
 */
final class FetchScreen implements FetchObserver {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final int WIDTH = 79;

  private final Run run;
  private final boolean isPaths;
  private final ProgressLine line;
  private final Set<EventLogFile> current = new LinkedHashSet<>();
  private ResultStream.@Nullable Refused refused;
  private volatile boolean isOver;
  private int files;
  private int done;
  private long bytes;
  private long received;
  private Instant start = Instant.EPOCH;
  private Instant drawn = Instant.EPOCH;

  /**
   * A screen for the runs of a command.
   *
   * @param isPaths whether to print the path of each stored file
   */
  FetchScreen(Run run, boolean isPaths) {
    this.run = run;
    this.isPaths = isPaths;
    World world = run.world();
    boolean canRedraw =
        world.terminal().isError() && !world.environment().getOrDefault("TERM", "").equals("dumb");
    this.line = new ProgressLine(world.err(), canRedraw && !run.messages().isQuiet());
  }

  @Override
  public synchronized void planned(int count, long length) {
    files = count;
    bytes = length;
    done = 0;
    received = 0;
    start = run.world().clock().instant();
  }

  @Override
  public synchronized void began(EventLogFile file) {
    current.add(file);
    draw();
  }

  @Override
  public synchronized void received(long more) {
    received += more;
    draw();
  }

  @Override
  public synchronized void ended(FetchedFile file) {
    done++;
    current.remove(file.file());
    line.clear();
    if (file.isStored()) {
      print(file.path() + "\n");
    }
    draw();
  }

  @Override
  public synchronized void warning(String text) {
    line.clear();
    run.messages().warning(text);
  }

  /** The run is over: the line goes. */
  synchronized void close() {
    line.clear();
  }

  /**
   * The process is interrupted: nothing is drawn any more. This waits for nobody, not even for a
   * thread that prints a path which nobody reads.
   */
  void end() {
    isOver = true;
    line.clear();
  }

  /** Why standard output did not take a path, if it was not a reader that went away; else null. */
  synchronized ResultStream.@Nullable Refused refused() {
    return refused == null || refused.isClosedPipe() ? null : refused;
  }

  /** After a reader has gone away, the work goes on in silence. */
  private void print(String text) {
    if (!isPaths || refused != null) {
      return;
    }
    try {
      run.print(text);
    } catch (ResultStream.Refused e) {
      refused = e;
    } catch (IOException e) {
      throw new IllegalStateException("standard output refuses in its own way only", e);
    }
  }

  private void draw() {
    Instant now = run.world().clock().instant();
    if (line.isOn() && !isOver && !now.isBefore(drawn.plus(REDRAW))) {
      drawn = now;
      String text = text(Duration.between(start, now));
      line.draw(text.length() > WIDTH ? text.substring(0, WIDTH) : text);
    }
  }

  private String text(Duration past) {
    double seconds = Math.max(0.1, past.toMillis() / 1000.0);
    long rate = (long) (received / seconds);
    String left =
        rate > 0 && bytes > received && seconds > 1
            ? ", " + Amount.time(Duration.ofSeconds((bytes - received) / rate)) + " left"
            : "";
    String names =
        current.stream()
            .map(
                file ->
                    file.eventType() + " " + file.logDate().atOffset(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .map(all -> ": " + all)
            .orElse("");
    return done
        + "/"
        + Amount.files(files)
        + ", "
        + Amount.bytes(received)
        + " of "
        + Amount.bytes(bytes)
        + ", "
        + Amount.bytes(rate)
        + "/s"
        + left
        + names;
  }
}
