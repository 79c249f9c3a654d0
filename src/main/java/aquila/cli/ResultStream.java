package aquila.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Standard output, with its write errors marked as such: a closed pipe is no error of a store. */
final class ResultStream extends FilterOutputStream {

  ResultStream(OutputStream out) {
    super(out);
  }

  /** Standard output did not take what was written. */
  static final class Refused extends IOException {
    Refused(IOException e) {
      super(e.getMessage(), e);
    }

    /** Whether the reader went away, as {@code head} does. */
    boolean isClosedPipe() {
      String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("broken pipe")
          || message.contains("pipe is being closed")
          || (!message.contains("space") && isPipe());
    }

    /** Where the language of the system words errors in its own way, the kernel still knows. */
    private static boolean isPipe() {
      try {
        return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
      } catch (IOException | UnsupportedOperationException e) {
        return false;
      }
    }
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new Refused(e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new Refused(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Refused(e);
    }
  }
}
