package aquila.simulator;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a reply, counted before they are there. */
public interface Content {

  /** How many bytes there are. */
  long length();

  /** Writes them, or so many of them. */
  void writeTo(OutputStream out, long most) throws IOException;
}
