package aquila.cli;

import aquila.doctor.Advice;
import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings for people: a line for what is well, a paragraph for what is not. The colours repeat
 * what the marks say, and the marks what the words say.
 */
final class FindingsText {
  private static final int WIDTH = 80;
  private static final String INDENT = " ".repeat(8);

  private final boolean hasColour;
  private final String command;

  /**
   * The form.
   *
   * @param command how to look again
   */
  FindingsText(boolean hasColour, String command) {
    this.hasColour = hasColour;
    this.command = command;
  }

  String of(Report report) {
    FindingSteps steps = new FindingSteps(report, command);
    StringBuilder text = new StringBuilder();
    int column =
        report.findings().stream()
            .filter(f -> !f.isTrouble())
            .filter(f -> !f.isWaiting())
            .mapToInt(f -> f.verdict().title().length())
            .max()
            .orElse(0);
    boolean wasLong = false;
    for (Finding finding : report.findings()) {
      if (finding.isWaiting()) {
        continue;
      }
      boolean isLong = finding.isTrouble();
      if (!text.isEmpty() && (isLong || wasLong)) {
        text.append('\n');
      }
      text.append(isLong ? trouble(finding, steps.again(finding)) : line(finding, column));
      wasLong = isLong;
    }
    text.append(waiting(steps.waiting(), wasLong));
    text.append('\n');
    steps.last().ifPresent(last -> text.append(again("", last)));
    return text.append(summary(report)).toString();
  }

  /** All checks that have to wait, in one line. */
  private String waiting(String words, boolean wasLong) {
    if (words.isEmpty()) {
      return "";
    }
    return (wasLong ? "\n" : "") + coloured(lines(start(Status.SKIP), words), Status.SKIP);
  }

  private String line(Finding finding, int column) {
    String title = finding.verdict().title();
    String start = start(finding.status()) + title + " ".repeat(column + 2 - title.length());
    String words = finding.status() == Status.SKIP ? finding.message() : finding.place().found();
    StringBuilder lines = new StringBuilder(lines(start, words == null ? "" : words));
    if (finding.status() == Status.PASS && finding.message() != null) {
      lines.append(lines(" ".repeat(start.length()), finding.message()));
    }
    return coloured(lines.toString(), finding.status());
  }

  private String trouble(Finding finding, Optional<FindingSteps.Again> again) {
    StringBuilder lines = new StringBuilder();
    String field = finding.place().field();
    String title = finding.verdict().title();
    lines.append(lines(start(finding.status()), field == null ? title : field + ": " + title));
    if (finding.message() != null) {
      lines.append(lines(INDENT, finding.message()));
    }
    entry(lines, "found", finding.place().found());
    entry(lines, "in", finding.place().origin());
    entry(lines, "write", finding.place().normal());
    Advice advice = finding.advice();
    entry(lines, "cause", advice.cause());
    entry(lines, "who", advice.who().text());
    List<String> steps = finding.steps();
    boolean isNumbered = steps.size() + (again.isPresent() ? 1 : 0) > 1;
    for (int i = 0; i < steps.size(); i++) {
      lines.append(lines(step(i, isNumbered), steps.get(i)));
    }
    again.ifPresent(last -> lines.append(again(step(steps.size(), isNumbered), last)));
    if (!advice.others().isEmpty()) {
      lines.append(INDENT).append("if that does not help:\n");
      advice.others().forEach(other -> lines.append(lines(INDENT + "     -  ", other.text())));
    }
    String row = finding.verdict().row();
    entry(lines, "id", finding.id() + (row.isEmpty() ? "" : " (" + row + ")"));
    return coloured(lines.toString(), finding.status());
  }

  private static String step(int index, boolean isNumbered) {
    return INDENT
        + (index == 0 ? "do      " : " ".repeat(8))
        + (isNumbered ? index + 1 + ". " : "");
  }

  /** The command stands alone on its line, however long it is: it will be copied. */
  private static String again(String first, FindingSteps.Again again) {
    String indent = " ".repeat(first.length());
    return lines(first, again.before() + ":")
        + indent
        + "  "
        + again.command()
        + "\n"
        + (again.after().isEmpty() ? "" : lines(indent, again.after()));
  }

  private static void entry(StringBuilder lines, String name, @Nullable String text) {
    if (text != null) {
      lines.append(lines(INDENT + name + " ".repeat(8 - name.length()), text));
    }
  }

  private static String lines(String first, String text) {
    return Paragraph.wrap(first, text, WIDTH)
        .lines()
        .map(String::stripTrailing)
        .reduce("", (a, b) -> a + b + "\n");
  }

  private static String start(Status status) {
    String mark =
        switch (status) {
          case PASS -> "\u2713";
          case WARN -> "!";
          case FAIL -> "\u2717";
          case SKIP -> "\u2013";
        };
    return mark + " " + status.text() + "  ";
  }

  /** The mark and the status, which are the first six letters. */
  private String coloured(String lines, Status status) {
    if (!hasColour) {
      return lines;
    }
    String colour =
        switch (status) {
          case PASS -> "32";
          case WARN -> "33;1";
          case FAIL -> "31;1";
          case SKIP -> "2";
        };
    return "\u001b[" + colour + "m" + lines.substring(0, 6) + "\u001b[0m" + lines.substring(6);
  }

  private static String summary(Report report) {
    String counts =
        Stream.of(Status.FAIL, Status.WARN, Status.PASS, Status.SKIP)
            .filter(status -> report.count(status) > 0)
            .map(status -> report.count(status) + " " + status.text())
            .reduce((a, b) -> a + ", " + b)
            .orElse("nothing was looked at");
    return counts + "; exit code " + report.exitCode().number() + "\n";
  }
}
