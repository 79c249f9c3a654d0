package aquila.http;

import aquila.failure.Failure;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The text of a request, made by one thread while another one makes the connection. */
final class RequestBody {
  private final FutureTask<String> text;

  /**
   * A text that is not made yet.
   *
   * @param text gives ASCII, or throws a {@link Failure}
   */
  RequestBody(Callable<String> text) {
    this.text = new FutureTask<>(text);
  }

  /** Makes it, on this thread; a second time nothing happens. */
  void make() throws Failure {
    text.run();
    try {
      text.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException("a request could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a request was made", e);
    }
  }

  /**
   * The text, when the other thread has made it.
   *
   * @throws IOException if it will never be there
   */
  String await() throws IOException {
    try {
      return text.get();
    } catch (ExecutionException | CancellationException e) {
      throw new IOException("there is nothing to send", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the request was made", e);
    }
  }
}
