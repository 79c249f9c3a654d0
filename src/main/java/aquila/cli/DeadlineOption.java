package aquila.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The option of commands that may take as long as they need, unless they are told otherwise. */
final class DeadlineOption {
  @Nullable Duration time;

  /** Adds it to a command. */
  void describe(Syntax syntax) {
    syntax.option(
        Duration.class,
        "--deadline",
        "TIME",
        "give up after this time (default: none)",
        value -> time = value);
  }
}
