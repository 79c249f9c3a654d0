package aquila.output;

import java.util.Map;
import java.util.stream.Collectors;

/** Lines that a POSIX shell can evaluate. */
public final class ShellLines {

  private ShellLines() {}

  /** One {@code export} a variable, with values in single quotes. */
  public static String exports(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
