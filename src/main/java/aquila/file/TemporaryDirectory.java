package aquila.file;

import aquila.world.Cleanup;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A directory for its owner only, which goes away with all that is in it. */
public final class TemporaryDirectory implements AutoCloseable {
  private final Path path;
  private final Cleanup.Pending pending;

  private TemporaryDirectory(Path path, Cleanup cleanup) {
    this.path = path;
    this.pending = cleanup.add(this::delete);
  }

  /**
   * Makes one.
   *
   * @param parent the system's place for temporary files
   * @param cleanup removes it if the process is interrupted
   * @throws IOException if it cannot be made
   */
  public static TemporaryDirectory create(Path parent, Cleanup cleanup) throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory(parent, "aquila-"), cleanup);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Removes it; what cannot be removed stays. */
  @Override
  public void close() {
    delete();
    pending.close();
  }

  private void delete() {
    try {
      Files.walkFileTree(path, new Deletion());
    } catch (IOException e) {
      // A temporary file that stays behind is not worth a failure.
      return;
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      try {
        if (FileMode.hasPermissions(directory)) {
          // Nothing can be deleted in a directory that may not be written.
          Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
      } catch (IOException e) {
        // Then what is in it stays.
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return deleted(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return deleted(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      return deleted(directory);
    }

    private static FileVisitResult deleted(Path path) {
      try {
        Files.delete(path);
      } catch (IOException e) {
        // The rest goes all the same.
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
