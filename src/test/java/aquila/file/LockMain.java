package aquila.file;

import java.nio.file.Path;

/** A process that holds a lock until its input ends: {@code LockMain FILE}. */
public final class LockMain {
  private LockMain() {}

  /** Says "held" or "busy" in a line. */
  public static void main(String[] args) throws Exception {
    String owner = "process " + ProcessHandle.current().pid();
    try (DirectoryLock lock = DirectoryLock.take(Path.of(args[0]), owner).orElse(null)) {
      System.out.println(lock == null ? "busy" : "held");
      System.out.flush();
      while (System.in.read() >= 0) {
        // Until the test lets go, or kills.
      }
    }
  }
}
