package aquila.file;

import aquila.world.Cleanup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * A long file on its way to its name: it grows under another one, and gets its own when all of it
 * is on the disk. Closed before that, it goes away.
 */
public final class UnfinishedFile extends OutputStream {
  private final Path path;
  private final FileChannel channel;
  private final Cleanup.Pending pending;
  private boolean isPlaced;

  private UnfinishedFile(Path path, FileChannel channel, Cleanup cleanup) {
    this.path = path;
    this.channel = channel;
    this.pending = cleanup.add(this::delete);
  }

  /**
   * Begins a file, in the place of what a crash may have left under that name.
   *
   * @param path in the file system of the final place
   * @param mode its permissions, whatever the umask is
   * @param cleanup removes it if the process is interrupted
   */
  public static UnfinishedFile begin(Path path, Set<PosixFilePermission> mode, Cleanup cleanup)
      throws IOException {
    Files.deleteIfExists(path);
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            AtomicFile.attributes(path, mode));
    if (FileMode.hasPermissions(path)) {
      Files.setPosixFilePermissions(path, mode);
    }
    return new UnfinishedFile(path, channel, cleanup);
  }

  /** Where it grows, for a reader of what is there so far. */
  public Path path() {
    return path;
  }

  /** Begins anew with an empty file. */
  public void restart() throws IOException {
    channel.truncate(0);
    channel.position(0);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Brings all bytes to the disk; nothing can be written any more.
   *
   * @param modified the time of last modification that it shall show
   */
  public void finish(Instant modified) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(modified));
    finish();
  }

  /** Brings all bytes to the disk; nothing can be written any more. */
  public void finish() throws IOException {
    channel.force(true);
    channel.close();
  }

  /**
   * Gives a finished file its name. The name is on the disk when its directory is.
   *
   * @param target in a directory that is there; what has that name is replaced
   */
  public void place(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    isPlaced = true;
  }

  @Override
  public void close() {
    if (!isPlaced) {
      delete();
    }
    pending.close();
  }

  private void delete() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The next run removes what lies here.
      return;
    }
  }

  /** The permissions that octal digits such as {@code 0640} mean. */
  public static Set<PosixFilePermission> mode(int bits) {
    StringBuilder letters = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      letters.append((bits >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
    }
    return PosixFilePermissions.fromString(letters.toString());
  }
}
