package aquila.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file, on systems that know POSIX permissions.
 *
 * @param owner the owner's name
 * @param permissions the nine bits
 * @param isMine whether the owner is the user of this process
 * @param isRegular false for pipes and devices, whose bits mean little
 */
public record FileMode(
    String owner, Set<PosixFilePermission> permissions, boolean isMine, boolean isRegular) {

  public FileMode {
    permissions = Set.copyOf(permissions);
  }

  /**
   * The mode of what a path leads to.
   *
   * @return empty where the system has no such permissions (Windows)
   * @throws IOException if the file cannot be looked at
   */
  public static Optional<FileMode> of(Path path) throws IOException {
    if (!hasPermissions(path)) {
      return Optional.empty();
    }
    PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
    return Optional.of(
        new FileMode(
            attributes.owner().getName(),
            attributes.permissions(),
            isMine(path, attributes),
            attributes.isRegularFile()));
  }

  /** Whether the file system of this path knows POSIX permissions. */
  public static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether the group or anybody else may read it. */
  public boolean othersCanRead() {
    return permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ);
  }

  /** Whether the group or anybody else may change it. */
  public boolean othersCanWrite() {
    return permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Four octal digits, for example {@code 0600}. */
  public String octal() {
    String letters = PosixFilePermissions.toString(permissions);
    StringBuilder digits = new StringBuilder("0");
    for (int i = 0; i < letters.length(); i += 3) {
      int read = letters.charAt(i) == '-' ? 0 : 4;
      int write = letters.charAt(i + 1) == '-' ? 0 : 2;
      int execute = letters.charAt(i + 2) == '-' ? 0 : 1;
      digits.append(read + write + execute);
    }
    return digits.toString();
  }

  private static boolean isMine(Path path, PosixFileAttributes attributes) throws IOException {
    Path process = path.getFileSystem().getPath("/proc/self");
    if (Files.exists(process)) {
      return Files.getOwner(process).equals(attributes.owner());
    }
    return attributes.owner().getName().equals(System.getProperty("user.name"));
  }
}
