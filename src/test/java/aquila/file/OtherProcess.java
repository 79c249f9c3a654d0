package aquila.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that wants a lock. */
public final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final String said;

  private OtherProcess(Process process, String said) {
    this.process = process;
    this.said = said;
  }

  /** Starts one that takes the lock of a file, if it can. */
  public static OtherProcess locking(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "aquila.file.LockMain",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new OtherProcess(process, process.inputReader(StandardCharsets.UTF_8).readLine());
  }

  /** Whether it got the lock. */
  public boolean holds() {
    return "held".equals(said);
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Lets it come to its end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    ended();
  }

  private void ended() {
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the other process does not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
