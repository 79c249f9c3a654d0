package aquila.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file that only grows; what was added is on the disk when {@link #add} returns. */
public final class SyncedLog implements AutoCloseable {
  private final FileChannel channel;

  private SyncedLog(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a log, made with mode 0600 if it is not there.
   *
   * @param length what it is cut to first: a torn end goes
   */
  public static SyncedLog open(Path path, long length) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            AtomicFile.owner(path));
    channel.truncate(length);
    channel.position(length);
    if (length == 0) {
      AtomicFile.syncDirectory(AtomicFile.directoryOf(path));
    }
    return new SyncedLog(channel);
  }

  /** Adds text, all of it or, where the disk is full, none. */
  public synchronized void add(String text) throws IOException {
    long start = channel.position();
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(start);
      channel.position(start);
      throw e;
    }
  }

  /** How long it is, in bytes. */
  public synchronized long length() throws IOException {
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
