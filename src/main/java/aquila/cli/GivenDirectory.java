package aquila.cli;

import aquila.failure.UsageFailure;

/** The directory of a store, as it was given: the paths that are printed begin with it. */
final class GivenDirectory {
  private GivenDirectory() {}

  /**
   * Without the slashes at its end.
   *
   * @throws UsageFailure if it is empty, as where a script forgot to set a variable: that would be
   *     the working directory
   */
  static String of(String text) throws UsageFailure {
    if (text.isEmpty()) {
      throw new UsageFailure("DIR is empty");
    }
    return text.replaceFirst("(?<=.)/+$", "");
  }
}
