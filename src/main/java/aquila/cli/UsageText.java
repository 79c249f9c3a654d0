package aquila.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in our words. Values of options are not repeated: what stands
 * behind an unknown option may be a passphrase.
 *
 * @param fact the mistake
 * @param hints what was probably meant
 */
record UsageText(String fact, List<String> hints) {

  static UsageText of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(e.getMessage());
    return new UsageText(
        Character.toLowerCase(message.charAt(0)) + message.substring(1), List.of());
  }

  private static UsageText unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    List<String> meant =
        e.getSuggestions().isEmpty()
            ? List.of()
            : List.of("did you mean " + String.join(" or ", e.getSuggestions()) + "?");
    if (first.startsWith("-")) {
      int equals = first.indexOf('=');
      return new UsageText(
          "unknown option " + (equals < 0 ? first : first.substring(0, equals)), meant);
    }
    boolean isCommand = e.getCommandLine().getParent() == null;
    return new UsageText((isCommand ? "unknown command " : "unexpected argument ") + first, meant);
  }
}
