package aquila.failure;

import java.util.stream.Stream;

/** The exit codes of the program: a number, a short name for machines and a sentence for people. */
public enum ExitCode {
  OK(0, "ok", "done; \"nothing new\" is also done"),
  BUG(1, "bug", "an error in Aquila itself: please report"),
  USAGE(2, "usage", "the command line is wrong"),
  CONFIG(3, "config", "a setting is missing or wrong"),
  KEY(4, "key", "the private key cannot be read or used"),
  TOKEN_REFUSED(5, "token-refused", "the token endpoint said no"),
  API_REFUSED(6, "api-refused", "a REST call was refused (permission, limit, query)"),
  NETWORK(7, "network", "no answer: DNS, connection, TLS, proxy, time-out"),
  STORE(8, "store", "the local disk: unwritable, full, damaged"),
  PARTIAL(9, "partial", "some files failed, the rest are stored; the next run tries them again"),
  BUSY(10, "busy", "another run holds the directory"),
  INTERRUPTED(130, "interrupted", "Ctrl-C or SIGTERM");

  private final int number;
  private final String kind;
  private final String meaning;

  ExitCode(int number, String kind, String meaning) {
    this.number = number;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** The code with this number. */
  public static ExitCode of(int number) {
    return Stream.of(values()).filter(code -> code.number == number).findFirst().orElseThrow();
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }

  /** The name used in JSON errors, for example {@code token-refused}. */
  public String kind() {
    return kind;
  }

  /** One line for people, without a full stop. */
  public String meaning() {
    return meaning;
  }
}
