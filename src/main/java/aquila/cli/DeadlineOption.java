package aquila.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that may take as long as they need, unless they are told otherwise. */
final class DeadlineOption {

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "give up after this time (default: none)")
  @Nullable Duration time;
}
