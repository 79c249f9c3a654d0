package aquila.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one process holds. It is the operating system's, so that it ends with the process,
 * however that dies; the file itself stays, and its text says who holds the lock, or held it last.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final int LONGEST_OWNER = 200;

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock if nobody holds it.
   *
   * @param file the lock file, made if it is not there
   * @param owner who takes it, for the message of the next one
   * @return empty if another process, or another thread of this one, holds it
   * @throws IOException if the file cannot be opened
   */
  public static Optional<DirectoryLock> take(Path file, String owner) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            AtomicFile.owner(file));
    try {
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new DirectoryLock(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Who holds the lock, by the text of its file. */
  public static String owner(Path file) throws IOException {
    byte[] text = SmallFile.read(file, LONGEST_OWNER);
    return new String(text, StandardCharsets.UTF_8).strip();
  }

  /** Lets the lock go. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return null;
    }
  }
}
