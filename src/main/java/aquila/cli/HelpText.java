package aquila.cli;

import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of {@code aquila} itself is laid out. */
final class HelpText {

  private static final List<String> HELP = List.of("help", "--help", "-h");
  static final List<String> VERSION = List.of("--version", "-V");

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
      String number = String.valueOf(code.number());
      String start =
          "  " + " ".repeat(3 - number.length()) + number + " " + padded(code.kind(), 14) + " ";
      codes.append(Paragraph.wrap(start, code.meaning(), 80)).append('\n');
    }
    return codes.toString();
  }

  /** The commands, a line each. */
  static String commandList(Commands commands, ColorScheme colours) {
    int longest = commands.headers().keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder list = new StringBuilder("\nCommands:\n");
    commands
        .headers()
        .forEach(
            (name, header) ->
                list.append("  ")
                    .append(colours.commandText(name))
                    .append(" ".repeat(longest + 2 - name.length()))
                    .append(header)
                    .append('\n'));
    return list.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** {@code aquila help token} means {@code aquila token --help}. */
  static String[] withoutHelpCommand(String... words) {
    int at = helpCommand(words);
    if (at < 0) {
      return words;
    }
    Stream<String> others =
        Stream.concat(
            Stream.of(words).limit(at),
            Stream.of(words).skip(at + 1L).filter(word -> !HELP.contains(word)));
    return Stream.concat(others, Stream.of("--help")).toArray(String[]::new);
  }

  /** The mistake in a command line that asks for help on what is not there; empty if it is. */
  static Optional<UsageText> mistake(Commands commands, String... words) {
    if (!isWanted(words) || Stream.of(words).anyMatch(VERSION::contains)) {
      return Optional.empty();
    }
    Commands at = commands;
    String path = "aquila";
    for (String word : List.of(words).subList(helpCommand(words) + 1, words.length)) {
      if (HELP.contains(word)) {
        continue;
      }
      // What comes behind an option may be its value.
      if (word.startsWith("-") || at.isEmpty()) {
        return Optional.empty();
      }
      if (!at.headers().containsKey(word)) {
        return Optional.of(UsageText.unknownCommand(word, at).withHelpOf(path));
      }
      at = at.below(word);
      path += " " + word;
    }
    return Optional.empty();
  }

  /** Whether a help text may be wanted. */
  static boolean isWanted(String... words) {
    return Stream.of(words).anyMatch(HELP::contains);
  }

  /** Where {@code help} stands as the first word that is no option and no value of one, or -1. */
  private static int helpCommand(String... words) {
    int at = 0;
    while (at < words.length && words[at].startsWith("-")) {
      boolean hasValue = !words[at].contains("=") && !Globals.FLAGS.contains(words[at]);
      at += hasValue ? 2 : 1;
    }
    return at < words.length && words[at].equals("help") ? at : -1;
  }
}
