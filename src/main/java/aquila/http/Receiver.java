package aquila.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes the body of a reply while it comes, decoded, for bodies that are too long to be held. Only
 * a reply with status 200 that is no web page is passed on; every other body is kept in the reply.
 */
@FunctionalInterface
public interface Receiver {

  /**
   * Begins an attempt: what an earlier one brought is void.
   *
   * @return where the bytes go; it is not closed
   */
  OutputStream begin() throws IOException;

  /** The receiver did not take the bytes: its disk is full, or it has seen enough. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    Refused(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    /** What the receiver threw. */
    public IOException reason() {
      return reason;
    }
  }
}
