package aquila.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One line of a terminal that is drawn again and again. */
final class ProgressLine {
  private static final String CLEAR = "\r\u001b[K";

  /** A narrow terminal cuts the line off: were it broken in two, only its end would be cleared. */
  private static final String CUT = "\u001b[?7l";

  private static final String BREAK = "\u001b[?7h";

  private final OutputStream err;
  private final boolean isOn;
  private boolean isDrawn;

  ProgressLine(OutputStream err, boolean isOn) {
    this.err = err;
    this.isOn = isOn;
  }

  boolean isOn() {
    return isOn;
  }

  void draw(String text) {
    write(CLEAR + CUT + text + BREAK);
    isDrawn = true;
  }

  /** Makes room for another line. */
  void clear() {
    if (isDrawn) {
      write(CLEAR);
      isDrawn = false;
    }
  }

  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // A terminal that went away is not missed by a line of progress.
      isDrawn = false;
    }
  }
}
