package aquila.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Why the disk refused, in words; the messages of Java's exceptions are often bare paths. */
public final class DiskTrouble {

  private DiskTrouble() {}

  /** Why a file could not be read. */
  public static String reading(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException ? "this user may not read it" : reason(e);
  }

  /** Why a file or a directory could not be written or made. */
  public static String writing(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its directory does not exist";
    }
    if (e instanceof FileAlreadyExistsException there) {
      return "something else is in its way: " + there.getFile();
    }
    return isForbidden(e) ? "this user may not write there" : reason(e);
  }

  /** Whether it is only this user who is refused. */
  public static boolean isForbidden(IOException e) {
    return e instanceof AccessDeniedException;
  }

  /** Whether nobody can tell if something is there, since a directory above it is closed. */
  public static boolean isHidden(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return false;
    } catch (IOException e) {
      return isForbidden(e);
    }
  }

  /** What the trouble is with: this directory, or what is named below it. */
  public static Path place(IOException e, Path directory) {
    String file = e instanceof FileSystemException system ? system.getFile() : null;
    return file != null && Path.of(file).startsWith(directory) ? Path.of(file) : directory;
  }

  private static String reason(IOException e) {
    String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return words == null ? "the system refused" : words;
  }
}
