package aquila.cli;

import aquila.config.Field;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command, in the macros of man(7), made from the same description as its
 * help.
 */
final class ManPage {
  private final StringBuilder page = new StringBuilder();
  private final CommandLine line;
  private final CommandSpec spec;

  /** What stands behind {@code aquila}, with hyphens; empty for aquila itself. */
  private final String path;

  private boolean isBehindExamples;
  private boolean hasNotes;

  /** What the help says of them, if it does. */
  private String exitCodes = "0 if all went well.";

  private ManPage(CommandLine line, String path) {
    this.line = line;
    this.spec = line.getCommandSpec();
    this.path = path;
  }

  /** The pages of a command and of all below it, by file name. */
  static void collect(CommandLine line, String path, Map<String, String> pages) {
    pages.put(name(path) + ".1", new ManPage(line, path).page());
    line.getSubcommands()
        .forEach((name, below) -> collect(below, path.isEmpty() ? name : path + "-" + name, pages));
  }

  private static String name(String path) {
    return path.isEmpty() ? "aquila" : "aquila-" + path;
  }

  private String page() {
    page.append(".\\\" Made from the commands by ManPageTest. Do not edit.\n");
    macro("TH", name(path).toUpperCase(Locale.ROOT), "1", "", version(), "Aquila");
    // No word is broken: it may be a part of an address.
    macro("nh");
    section("NAME");
    text(name(path) + " - " + sentence(CompletedCommand.header(line)));
    section("SYNOPSIS");
    macro("B", spec.qualifiedName());
    text(synopsis());
    section("DESCRIPTION");
    text(description());
    commands();
    options();
    footer(List.of(spec.usageMessage().footer()));
    if (path.isEmpty()) {
      environment();
      files();
    }
    exitStatus();
    section("SEE ALSO");
    seeAlso();
    return page.toString();
  }

  private static String version() {
    return "Aquila " + Version.number();
  }

  /** As whatis(1) wants it: without a capital and a full stop. */
  private static String sentence(String header) {
    String text = header.replaceAll("\\.$", "");
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private String synopsis() {
    String[] usage = spec.usageMessage().customSynopsis();
    String text =
        usage.length > 0
            ? usage[0].replaceAll("@\\|bold (.*?)\\|@", "$1")
            : line.getHelp().synopsis(0).strip();
    return text.replaceFirst("^" + spec.qualifiedName() + " ?", "");
  }

  private String description() {
    String text = String.join(" ", spec.usageMessage().description()).replace("%%", "%");
    return text.isEmpty() ? CompletedCommand.header(line) : text;
  }

  private void commands() {
    if (line.getSubcommands().isEmpty()) {
      return;
    }
    section("COMMANDS");
    line.getSubcommands()
        .forEach(
            (name, below) ->
                item(
                    bold(name(path.isEmpty() ? name : path + "-" + name)) + "(1)",
                    CompletedCommand.header(below)));
  }

  private void options() {
    List<OptionSpec> shown = spec.options().stream().filter(option -> !option.hidden()).toList();
    List<PositionalParamSpec> arguments = spec.positionalParameters();
    if (shown.isEmpty() && arguments.isEmpty()) {
      return;
    }
    section("OPTIONS");
    for (PositionalParamSpec argument : arguments) {
      item(italic(argument.paramLabel()), String.join(" ", argument.description()));
    }
    for (OptionSpec option : shown) {
      String names = Stream.of(option.names()).map(ManPage::bold).collect(Collectors.joining(", "));
      String value =
          option.type() == boolean.class ? "" : "=" + italic(option.paramLabel()) + more(option);
      item(names + value, CompletedCommand.description(option));
    }
  }

  /** As the help writes it. */
  private static String more(OptionSpec option) {
    return option.splitRegex().isEmpty() ? "" : "[," + italic(option.paramLabel()) + "...]";
  }

  /** Paragraphs, and examples, which are indented; what is behind the examples are notes. */
  private void footer(List<String> lines) {
    List<String> block = new ArrayList<>();
    for (String text : Stream.concat(lines.stream(), Stream.of("")).toList()) {
      boolean isExample = text.startsWith("  ");
      if (!block.isEmpty() && (text.isEmpty() || isExample != block.get(0).startsWith("  "))) {
        block(block);
        block.clear();
      }
      if (text.equals("Examples:")) {
        section("EXAMPLES");
        isBehindExamples = true;
      } else if (!text.isEmpty()) {
        block.add(text);
      }
    }
  }

  private void block(List<String> lines) {
    if (lines.get(0).startsWith("  ")) {
      page.append(".PP\n.nf\n.RS -4n\n");
      lines.forEach(line -> page.append(escaped(line.substring(2))).append('\n'));
      page.append(".RE\n.fi\n");
      return;
    }
    String text =
        String.join(" ", lines)
            .replaceAll("(Global and setting options: see|Exit codes:).*$", "")
            .strip();
    if (text.matches("(?:The e|E)xit code.*")) {
      exitCodes = text;
    } else if (!text.isEmpty()) {
      if (isBehindExamples && !hasNotes) {
        section("NOTES");
        hasNotes = true;
      }
      page.append(".PP\n");
      text(text);
    }
  }

  private void environment() {
    section("ENVIRONMENT");
    item(
        bold("AQUILA_CONFIG") + ", " + bold("AQUILA_ORG"),
        "Which configuration is read where neither --config nor --org is given. If both are set,"
            + " AQUILA_CONFIG is what is used.");
    item(
        Stream.of(Field.values())
            .map(field -> bold(field.variable()))
            .collect(Collectors.joining(", ")),
        "The settings, each described at the option of the same name, which comes first.");
    item(
        bold("AQUILA_KEY_PASSPHRASE"),
        "The passphrase of the key itself. A file named by key-passphrase-file, or the systemd"
            + " credential aquila-key-passphrase, is seen by fewer eyes.");
    item(
        bold("AQUILA_JAVA"),
        "The Java to run with, where the distribution has none of its own; JAVA_HOME and PATH come"
            + " after it.");
    item(
        bold("HTTPS_PROXY") + ", " + bold("NO_PROXY"),
        "The proxy where none is configured, and the hosts that are reached without it.");
    item(bold("NO_COLOR"), "Set to anything, it switches colours off.");
  }

  private void files() {
    section("FILES");
    item(
        italic("~/.config/aquila/NAME.properties"),
        "What --org=NAME reads; without --org, default.properties. XDG_CONFIG_HOME changes the"
            + " first part.");
    item(italic("/etc/aquila/NAME.properties"), "Where it is looked for next.");
    item(
        italic("~/.cache/aquila/tokens"),
        "Tokens that are kept for a while, if token-cache=on. XDG_CACHE_HOME changes the first"
            + " part.");
    item(
        italic("~/.cache/aquila/lib"),
        "Where Aquila may not write beside its own files: descriptions of its classes, which make a"
            + " start quick. They hold nothing else and may be deleted.");
  }

  private void exitStatus() {
    section("EXIT STATUS");
    if (!path.isEmpty()) {
      text(exitCodes + " The other codes stand in aquila(1).");
      return;
    }
    for (ExitCode code : ExitCode.values()) {
      item(bold(String.valueOf(code.number())), code.kind() + ": " + code.meaning() + ".");
    }
  }

  private void seeAlso() {
    if (path.isEmpty()) {
      text(
          "aquila-COMMAND(1), for each of the commands; aquila demo, which shows it all on this"
              + " machine, without Salesforce");
    } else {
      text(bold("aquila") + "(1), for the options and settings of every command");
    }
  }

  private void section(String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private void item(String head, String text) {
    page.append(".TP\n").append(head.replace("--", "\\-\\-")).append('\n');
    text(text);
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument)).append('"');
    }
    page.append('\n');
  }

  private void text(String text) {
    page.append(text.contains("\\f") ? text : escaped(text)).append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Text of which troff takes nothing for a request. */
  private static String escaped(String text) {
    String plain =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("~", "\\(ti")
            .replace("^", "\\(ha")
            .replace("`", "\\(ga")
            .replace("\u2026", "...");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
