package aquila.cli;

/** Which Aquila this is. */
final class Version {

  /**
   * The version of the pom; a test keeps them the same. A file that Maven fills in would have to be
   * looked for in the jar at every start.
   */
  private static final String NUMBER = "0.1.0";

  private Version() {}

  /** The version number, for example {@code 0.1.0}. */
  static String number() {
    return NUMBER;
  }

  /** One line that support staff can ask for. */
  static String line() {
    return "aquila "
        + number()
        + " (Java "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }
}
