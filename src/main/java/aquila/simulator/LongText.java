package aquila.simulator;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A text that may be too long to be held: a beginning, and a part that is repeated.
 *
 * @param start what it begins with
 * @param block what follows, again and again
 * @param times how often
 */
record LongText(Reply.Body start, Reply.Body block, long times) implements Content {

  @Override
  public long length() {
    return start.length() + times * block.length();
  }

  @Override
  public void writeTo(OutputStream out, long most) throws IOException {
    start.writeTo(out, most);
    long left = most - start.length();
    for (long i = 0; i < times && left > 0; i++) {
      block.writeTo(out, left);
      left -= block.length();
    }
  }
}
