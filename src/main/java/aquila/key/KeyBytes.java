package aquila.key;

import aquila.file.FileMode;
import aquila.file.SmallFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of a key file, and who else may get at them. */
final class KeyBytes {
  private static final int LIMIT = 64 * 1024;

  private final byte[] bytes;
  private final Optional<FileMode> mode;
  private final List<KeyNotice> notices = new ArrayList<>();

  private KeyBytes(byte[] bytes, Optional<FileMode> mode) {
    this.bytes = bytes;
    this.mode = mode;
  }

  /** Reads a private key's file, after a look at its mode (catalogue rows C19 and C20). */
  static KeyBytes read(Path path) throws UnusableKey {
    Optional<FileMode> mode = modeOf(path);
    if (mode.isPresent() && mode.get().isRegular() && mode.get().othersCanWrite()) {
      throw new UnusableKey(
          KeyTrouble.CHANGEABLE,
          "can be changed by others than its owner (mode " + mode.get().octal() + ")");
    }
    KeyBytes file = new KeyBytes(readPublic(path), mode);
    // Like OpenSSH: only about files of one's own. A systemd credential is 0440 and root's.
    mode.filter(FileMode::isRegular)
        .filter(FileMode::isMine)
        .filter(FileMode::othersCanRead)
        .map(open -> "the key file can be read by others (mode " + open.octal() + "): ")
        .map(words -> words + "chmod 600 " + ShellWord.of(path))
        .map(text -> new KeyNotice(KeyOddity.READABLE_BY_OTHERS, text))
        .ifPresent(file.notices::add);
    return file;
  }

  /** Reads a file whose mode does not matter: a certificate. */
  static byte[] readPublic(Path path) throws UnusableKey {
    if (Files.isDirectory(path)) {
      throw new UnusableKey(KeyTrouble.DIRECTORY);
    }
    try {
      return SmallFile.read(path, LIMIT);
    } catch (SmallFile.TooLong e) {
      throw new UnusableKey(KeyTrouble.TOO_LONG);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  Optional<FileMode> mode() {
    return mode;
  }

  /** What was put up with; others add theirs. */
  List<KeyNotice> notices() {
    return notices;
  }

  private static Optional<FileMode> modeOf(Path path) throws UnusableKey {
    try {
      return FileMode.of(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static UnusableKey unreadable(Path path, IOException reason) {
    if (reason instanceof NoSuchFileException) {
      return new UnusableKey(KeyTrouble.MISSING);
    }
    if (reason instanceof AccessDeniedException) {
      return denied(path);
    }
    // "Not a directory", "Too many levels of symbolic links": the system's words, with no key in.
    String words = reason instanceof FileSystemException e ? e.getReason() : null;
    return new UnusableKey(
        KeyTrouble.UNREADABLE, "cannot be read" + (words == null ? "" : ": " + words));
  }

  private static UnusableKey denied(Path path) {
    try {
      Optional<FileMode> mode = FileMode.of(path);
      if (mode.isPresent()) {
        return new UnusableKey(
            KeyTrouble.UNREADABLE,
            "may not be read by this user: it belongs to %s, with mode %s"
                .formatted(mode.get().owner(), mode.get().octal()),
            "run Aquila as that user, or make the file this user's: sudo chown \"$(id -un)\""
                + " {file}");
      }
    } catch (IOException e) {
      return new UnusableKey(
          KeyTrouble.UNREADABLE,
          "may not be read by this user: a directory above it is closed",
          "look which one: namei -l {file}");
    }
    return new UnusableKey(KeyTrouble.UNREADABLE, "may not be read by this user");
  }
}
