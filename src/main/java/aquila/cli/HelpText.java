package aquila.cli;

import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of {@code aquila} itself is laid out. */
final class HelpText {

  private HelpText() {}

  /** Commands before options, since there are many options; at the end every exit code. */
  static void arrange(CommandLine line) {
    List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
    List<String> commands =
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    sections.removeAll(commands);
    sections.addAll(sections.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), commands);
    line.setHelpSectionKeys(sections);
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    List<String> footer = new ArrayList<>(Arrays.asList(usage.footer()));
    for (ExitCode code : ExitCode.values()) {
      String start = String.format("  %3d %-14s ", code.number(), code.kind());
      Paragraph.wrap(start, code.meaning(), 80).lines().forEach(footer::add);
    }
    usage.footer(footer.toArray(String[]::new));
  }

  /** {@code aquila help token} means {@code aquila token --help}. */
  static String[] withoutHelpCommand(String... words) {
    if (words.length == 0 || !words[0].equals("help")) {
      return words;
    }
    String[] rest = Arrays.copyOfRange(words, 1, words.length + 1);
    rest[words.length - 1] = "--help";
    return rest;
  }
}
