package aquila.world;

import aquila.secret.Secret;
import java.util.Optional;

/** Which streams are a terminal, and how to ask a person there. */
public interface Terminal {

  /** Whether standard input comes from a person. */
  boolean isInput();

  /** Whether standard output is read by a person. */
  boolean isOutput();

  /** Whether standard error is read by a person. */
  boolean isError();

  /**
   * Asks without echo, on the terminal itself even where the standard streams are redirected.
   *
   * @param prompt the question, printed as it is
   * @return what was typed, or empty where there is nobody to ask
   */
  Optional<Secret> askHidden(String prompt);

  /**
   * Asks with echo, on the terminal itself even where the standard streams are redirected.
   *
   * @param prompt the question, printed as it is
   * @return what was typed, or empty where there is nobody to ask, or the person has ended it
   */
  default Optional<String> ask(String prompt) {
    return Optional.empty();
  }

  /** A terminal that is none: pipes, cron. */
  static Terminal none() {
    return new Terminal() {
      @Override
      public boolean isInput() {
        return false;
      }

      @Override
      public boolean isOutput() {
        return false;
      }

      @Override
      public boolean isError() {
        return false;
      }

      @Override
      public Optional<Secret> askHidden(String prompt) {
        return Optional.empty();
      }
    };
  }
}
