package aquila.cli;

import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of {@code aquila} itself is laid out. */
final class HelpText {

  private static final List<String> HELP = List.of("help", "--help", "-h");

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
    IHelpSectionRenderer footer =
        Objects.requireNonNull(line.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_FOOTER));
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer.render(help) + exitCodes());
  }

  private static String exitCodes() {
    StringBuilder codes = new StringBuilder();
    for (ExitCode code : ExitCode.values()) {
      String start = String.format("  %3d %-14s ", code.number(), code.kind());
      codes.append(Paragraph.wrap(start, code.meaning(), 80)).append('\n');
    }
    return codes.toString();
  }

  /** {@code aquila help token} means {@code aquila token --help}. */
  static String[] withoutHelpCommand(String... words) {
    if (!isHelpCommand(words)) {
      return words;
    }
    return Stream.concat(Stream.of(words).filter(word -> !HELP.contains(word)), Stream.of("--help"))
        .toArray(String[]::new);
  }

  /** The mistake in a command line that asks for help on what is not there; empty if it is. */
  static Optional<UsageText> mistake(CommandLine line, String... words) {
    if (!isHelpCommand(words)) {
      return Optional.empty();
    }
    CommandLine at = line;
    for (String word : words) {
      if (HELP.contains(word)) {
        continue;
      }
      if (word.startsWith("-")) {
        // What comes now may be the value of an option.
        return Optional.empty();
      }
      if (!at.getSubcommands().containsKey(word)) {
        return at.getSubcommands().isEmpty()
            ? Optional.empty()
            : Optional.of(UsageText.unknownCommand(word, at.getSubcommands().keySet()));
      }
      at = at.getSubcommands().get(word);
    }
    return Optional.empty();
  }

  /** Whether a help text may be wanted. */
  static boolean isWanted(String... words) {
    return Stream.of(words).anyMatch(HELP::contains);
  }

  private static boolean isHelpCommand(String... words) {
    return words.length > 0 && words[0].equals("help");
  }
}
