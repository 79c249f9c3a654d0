package aquila.failure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command could not do its work: a fact, the other side's words where there are any, and
 * hints for causes that lie on this machine. Advice about Salesforce's refusals is not here; see
 * {@code aquila.doctor}.
 *
 * <p>Messages are lower case, without a full stop, and never hold a secret.
 */
public abstract sealed class Failure extends Exception
    permits UsageFailure,
        ConfigFailure,
        KeyFailure,
        TokenRefused,
        ApiRefused,
        NetworkFailure,
        StoreFailure,
        BusyFailure {

  private final ExitCode exitCode;
  private final String fact;
  private final transient @Nullable Cause words;
  private final transient List<String> hints = new ArrayList<>();

  Failure(ExitCode exitCode, String fact, @Nullable Cause words, List<String> hints) {
    super(fact);
    this.exitCode = exitCode;
    this.fact = fact;
    this.words = words;
    this.hints.addAll(hints);
  }

  /** The class of this failure. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What failed, in one sentence. */
  public String fact() {
    return fact;
  }

  /** The other side's words, or null where nobody else spoke. */
  public @Nullable Cause words() {
    return words;
  }

  /** What to do now, for causes on this machine; often empty. */
  public List<String> hints() {
    return List.copyOf(hints);
  }
}
