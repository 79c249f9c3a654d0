package aquila.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are there whole or not at all, readable by their owner only. */
public final class AtomicFile {

  private static final String PREFIX = ".aquila";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /**
   * Writes a new file with mode 0600 (or the system's nearest), synced to the disk.
   *
   * @throws FileAlreadyExistsException if there is anything under that name, also a dangling link
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void create(Path path, byte[] content) throws IOException {
    write(path, content, OWNER_ONLY);
  }

  /** As {@link #create}, but with the mode that the umask gives: for what everybody may read. */
  public static void createShared(Path path, byte[] content) throws IOException {
    write(path, content, Set.of());
  }

  /**
   * Puts a whole file in the place of what was there, so that a reader sees the old one or the new
   * one, and never a part.
   *
   * @throws IOException if it cannot be written; then the old file is untouched
   */
  public static void replace(Path path, byte[] content) throws IOException {
    replace(path, content, OWNER_ONLY);
  }

  /** As {@link #replace}, but everybody may read the file (mode 0644). */
  public static void replaceShared(Path path, byte[] content) throws IOException {
    replace(path, content, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void replace(Path path, byte[] content, Set<PosixFilePermission> mode)
      throws IOException {
    Path temporary = Files.createTempFile(directoryOf(path), PREFIX, SUFFIX, owner(path));
    try {
      if (FileMode.hasPermissions(temporary)) {
        Files.setPosixFilePermissions(temporary, mode);
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        fill(channel, content);
      }
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete(temporary, e);
      throw e;
    }
    syncDirectory(directoryOf(path));
  }

  /**
   * Makes a directory (and those above it) that only its owner can enter.
   *
   * @throws IOException if it cannot be made, or is a link or something else
   */
  public static void createDirectory(Path directory) throws IOException {
    if (Files.isSymbolicLink(directory)) {
      // Java 17 refuses these by itself, newer ones do not.
      throw new FileAlreadyExistsException(directory.toString(), null, "it is a link");
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(directory, directoryOwner(directory));
    }
  }

  private static void write(Path path, byte[] content, Set<PosixFilePermission> mode)
      throws IOException {
    FileAttribute<?>[] attributes = mode.isEmpty() ? new FileAttribute<?>[0] : owner(path);
    // Opened outside of the try block: what could not be made is not ours to delete.
    FileChannel opened =
        FileChannel.open(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    try {
      try (FileChannel channel = opened) {
        fill(channel, content);
      }
      syncDirectory(directoryOf(path));
    } catch (IOException e) {
      delete(path, e);
      throw e;
    }
  }

  private static void fill(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /** Whether a file has the name of one that was to replace another, and has not. */
  static boolean isTemporary(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** The first trouble is the one to tell of. */
  private static void delete(Path path, IOException because) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Without this, a name that was written just before a power cut may be gone after it. */
  static void syncDirectory(Path directory) throws IOException {
    if (FileMode.hasPermissions(directory) && Files.isReadable(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static Path directoryOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  static FileAttribute<?>[] owner(Path path) {
    return attributes(path, OWNER_ONLY);
  }

  private static FileAttribute<?>[] directoryOwner(Path path) {
    return attributes(path, PosixFilePermissions.fromString("rwx------"));
  }

  static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return FileMode.hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }
}
