package aquila.cli;

import aquila.doctor.Finding;
import aquila.doctor.Report;
import aquila.doctor.Status;
import aquila.failure.ExitCode;
import java.util.List;
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

  FindingsText(boolean hasColour) {
    this.hasColour = hasColour;
  }

  String of(Report report) {
    StringBuilder text = new StringBuilder();
    int column =
        report.findings().stream()
            .filter(f -> !isTrouble(f))
            .mapToInt(f -> f.verdict().title().length())
            .max()
            .orElse(0);
    boolean wasLong = false;
    for (Finding finding : report.findings()) {
      boolean isLong = isTrouble(finding);
      if (!text.isEmpty() && (isLong || wasLong)) {
        text.append('\n');
      }
      text.append(isLong ? trouble(finding) : line(finding, column));
      wasLong = isLong;
    }
    return text.append('\n').append(summary(report)).toString();
  }

  private String line(Finding finding, int column) {
    String title = finding.verdict().title();
    String start = start(finding) + title + " ".repeat(column + 2 - title.length());
    String words = finding.status() == Status.SKIP ? finding.message() : finding.place().found();
    StringBuilder lines = new StringBuilder(lines(start, words == null ? "" : words));
    if (finding.status() == Status.PASS && finding.message() != null) {
      lines.append(lines(" ".repeat(start.length()), finding.message()));
    }
    return coloured(lines.toString(), finding.status());
  }

  private String trouble(Finding finding) {
    StringBuilder lines = new StringBuilder();
    String field = finding.place().field();
    String title = finding.verdict().title();
    lines.append(lines(start(finding), field == null ? title : field + ": " + title));
    if (finding.message() != null) {
      lines.append(lines(INDENT, finding.message()));
    }
    entry(lines, "found", finding.place().found());
    entry(lines, "in", finding.place().origin());
    entry(lines, "write", finding.place().normal());
    entries(lines, "cause", finding.causes());
    entries(lines, "do", finding.hints());
    String row = finding.verdict().row();
    entry(lines, "id", finding.id() + (row.isEmpty() ? "" : " (" + row + ")"));
    return coloured(lines.toString(), finding.status());
  }

  private static void entries(StringBuilder lines, String name, List<String> texts) {
    texts.forEach(text -> entry(lines, name, text));
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

  private static boolean isTrouble(Finding finding) {
    return finding.status() == Status.FAIL || finding.status() == Status.WARN;
  }

  private static String start(Finding finding) {
    String mark =
        switch (finding.status()) {
          case PASS -> "\u2713";
          case WARN -> "!";
          case FAIL -> "\u2717";
          case SKIP -> "\u2013";
        };
    return mark + " " + finding.status().text() + "  ";
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
    ExitCode code = report.exitCode();
    return counts
        + "; exit "
        + code.number()
        + " ("
        + (code == ExitCode.OK ? code.kind() : code.kind() + ": " + code.meaning())
        + ")\n";
  }
}
