package aquila.world;

import aquila.secret.Secret;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of the process.
 *
 * <p>Java 17 knows only whether standard input and output are both one. The launcher knows each,
 * and says so; without it, none is assumed to be.
 */
public final class RealTerminal implements Terminal {
  private static final File DEVICE = new File("/dev/tty");

  private final String streams;
  private final Cleanup cleanup;

  /**
   * The real terminal.
   *
   * @param streams the numbers of the standard streams that are a terminal, for example {@code 02};
   *     null where the launcher did not say
   * @param cleanup restores the echo if the process is interrupted while it asks
   */
  public RealTerminal(@Nullable String streams, Cleanup cleanup) {
    this.streams = streams == null ? "" : streams;
    this.cleanup = cleanup;
  }

  @Override
  public boolean isInput() {
    return streams.contains("0");
  }

  @Override
  public boolean isOutput() {
    return streams.contains("1");
  }

  @Override
  public boolean isError() {
    return streams.contains("2");
  }

  @Override
  public Optional<Secret> askHidden(String prompt) {
    return DEVICE.exists() ? askDevice(prompt) : askConsole(prompt);
  }

  @Override
  public Optional<String> ask(String prompt) {
    if (!DEVICE.exists()) {
      return Optional.ofNullable(System.console()).map(console -> console.readLine("%s", prompt));
    }
    try (RandomAccessFile input = new RandomAccessFile(DEVICE, "r");
        FileOutputStream output = new FileOutputStream(DEVICE)) {
      output.write(prompt.getBytes(StandardCharsets.UTF_8));
      return Optional.ofNullable(input.readLine()).map(RealTerminal::characters);
    } catch (IOException e) {
      // A process without a terminal, such as a cron job, cannot open the device: nobody to ask.
      return Optional.empty();
    }
  }

  /** Windows has no device for it. */
  private static Optional<Secret> askConsole(String prompt) {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("%s", prompt))
        .map(RealTerminal::wrapped);
  }

  /** {@code TOKEN=$(aquila token)}: the output is a pipe, but there is a person at the terminal. */
  private Optional<Secret> askDevice(String prompt) {
    Cleanup.Pending restore = cleanup.add(() -> echo(true));
    try (RandomAccessFile input = new RandomAccessFile(DEVICE, "r");
        FileOutputStream output = new FileOutputStream(DEVICE)) {
      if (!echo(false)) {
        return Optional.empty();
      }
      output.write(prompt.getBytes(StandardCharsets.UTF_8));
      String line = input.readLine();
      output.write('\n');
      return line == null ? Optional.empty() : Optional.of(decoded(line));
    } catch (IOException e) {
      // A process without a terminal, such as a cron job, cannot open the device: nobody to ask.
      return Optional.empty();
    } finally {
      echo(true);
      restore.close();
    }
  }

  private static boolean echo(boolean on) {
    try {
      Process stty =
          new ProcessBuilder("/bin/stty", on ? "echo" : "-echo")
              .redirectInput(DEVICE)
              .redirectErrorStream(true)
              .start();
      return stty.waitFor(2, TimeUnit.SECONDS) && stty.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Secret decoded(String line) {
    return Secret.of(characters(line));
  }

  /** {@code readLine} makes a character of each byte. */
  private static String characters(String line) {
    return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Secret wrapped(char[] typed) {
    Secret secret = Secret.of(typed);
    Arrays.fill(typed, '\0');
    return secret;
  }
}
