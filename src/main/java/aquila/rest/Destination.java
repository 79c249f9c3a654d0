package aquila.rest;

import java.io.IOException;
import java.io.OutputStream;

/** Where a download goes. */
@FunctionalInterface
public interface Destination {

  /**
   * Begins an attempt: what an earlier one brought is void.
   *
   * @return where the decoded bytes go; it is not closed
   */
  OutputStream begin() throws IOException;
}
