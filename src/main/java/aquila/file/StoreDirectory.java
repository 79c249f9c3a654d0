package aquila.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory whose tree is ours: no link below it is followed, so that nothing is written or
 * removed elsewhere. The directory itself may be a link, since its owner has named it.
 *
 * @param path the directory
 */
public record StoreDirectory(Path path) {

  /**
   * The directory, made with those above it if it is not there.
   *
   * @param mode permission bits of what is made
   */
  public static StoreDirectory make(Path path, int mode) throws IOException {
    if (!Files.isDirectory(path)) {
      Path above = path.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      create(path, mode);
    }
    return new StoreDirectory(path);
  }

  /** A directory below, made with those in between if it is not there. */
  public Path child(String relative, int mode) throws IOException {
    Path child = path;
    for (String name : relative.split("/", -1)) {
      child = child.resolve(name);
      if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        create(child, mode);
      }
    }
    return child;
  }

  /** Removes a file below, if it is there. It is gone for good when its directory is synced. */
  public void remove(String relative) throws IOException {
    if (hasOwnParents(relative)) {
      Files.deleteIfExists(path.resolve(relative));
    }
  }

  /** Brings the names in a directory below to the disk, if it is there. */
  public void sync(String relative) throws IOException {
    Path child = path.resolve(relative);
    if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      AtomicFile.syncDirectory(child);
    }
  }

  /** Removes all files of a directory below. */
  public void empty(Path child) throws IOException {
    try (Stream<Path> files = Files.list(child)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Removes what a crash has left of a file that was to be replaced. */
  public void removeTemporaries(Path child) throws IOException {
    try (Stream<Path> files = Files.list(child)) {
      for (Path file : files.filter(AtomicFile::isTemporary).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean hasOwnParents(String relative) {
    Path parent = path;
    String[] names = relative.split("/", -1);
    for (String name : Arrays.copyOf(names, names.length - 1)) {
      parent = parent.resolve(name);
      if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  /** Two workers may make the same one at the same time. */
  private static void create(Path directory, int mode) throws IOException {
    Set<PosixFilePermission> permissions = UnfinishedFile.mode(mode);
    try {
      Files.createDirectory(directory, AtomicFile.attributes(directory, permissions));
      if (FileMode.hasPermissions(directory)) {
        Files.setPosixFilePermissions(directory, permissions);
      }
      AtomicFile.syncDirectory(AtomicFile.directoryOf(directory));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(directory.toString(), null, "it is a link, or no directory");
      }
    }
  }
}
