package aquila.cli;

import aquila.doctor.Advice;
import aquila.doctor.Finding;
import aquila.doctor.OtherPrograms;
import aquila.doctor.Report;
import aquila.doctor.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Findings to send to somebody: the same for the same set-up, but for the time; without the
 * directories of this machine, and without the middle of a client ID or a username.
 */
final class FindingsMarkdown {

  private static final Pattern CLIENT_ID =
      Pattern.compile("\\b(3MVG[A-Za-z0-9])[A-Za-z0-9._]{10,}([A-Za-z0-9._]{3})");

  /** Support needs the domain and the suffix of a sandbox, and not whose name it is. */
  private static final Pattern USERNAME =
      Pattern.compile(
          "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,2})[A-Za-z0-9._%+-]*@(?=[A-Za-z0-9])");

  private final String command;

  /**
   * The form.
   *
   * @param command how to look again
   */
  FindingsMarkdown(String command) {
    this.command = command;
  }

  String of(Report report, Instant now) {
    StringBuilder text = new StringBuilder("# Aquila's findings\n\n");
    text.append("Made at ").append(now.truncatedTo(ChronoUnit.SECONDS)).append(" by aquila ");
    text.append(Version.number()).append(".\n\n");
    text.append("| | what | found |\n|---|---|---|\n");
    for (Finding finding : report.findings()) {
      if (finding.isWaiting()) {
        continue;
      }
      text.append("| ").append(finding.status().text()).append(" | ");
      text.append(cell(subject(finding))).append(" | ");
      text.append(cell(words(finding))).append(" |\n");
    }
    FindingSteps steps = new FindingSteps(report, command);
    String waiting = steps.waiting();
    text.append(waiting.isEmpty() ? "" : "| skip | " + waiting + " | |\n");
    report.troubles().forEach(finding -> section(text, finding, steps.again(finding)));
    steps.last().ifPresent(last -> text.append('\n').append(again(last)).append('\n'));
    return text.toString();
  }

  private static void section(
      StringBuilder text, Finding finding, Optional<FindingSteps.Again> again) {
    text.append("\n## ").append(finding.status() == Status.FAIL ? "Fail" : "Warning").append(": ");
    text.append(escaped(subject(finding))).append("\n\n");
    String row = finding.verdict().row();
    text.append('`').append(finding.id()).append('`');
    text.append(row.isEmpty() ? "" : " (" + row + ")").append("\n\n");
    if (finding.message() != null) {
      text.append(escaped(redacted(finding.message()))).append("\n\n");
    }
    item(text, "found", code(finding, finding.place().found()));
    item(text, "in", code(finding, finding.place().origin()));
    item(text, "write", code(finding, finding.place().normal()));
    Advice advice = finding.advice();
    item(text, "cause", advice.cause() == null ? null : escaped(redacted(advice.cause())));
    item(text, "who", advice.who().text());
    items(text, "elsewhere", OtherPrograms.of(finding));
    text.append("\nDo:\n\n");
    int number = 1;
    for (String step : finding.steps()) {
      text.append(number++).append(". ").append(escaped(redacted(step))).append('\n');
    }
    if (again.isPresent()) {
      text.append(number).append(". ").append(again(again.get())).append('\n');
    }
    if (!advice.others().isEmpty()) {
      text.append("\nIf that does not help:\n\n");
      advice
          .others()
          .forEach(other -> text.append("- ").append(escaped(redacted(other.text()))).append('\n'));
    }
  }

  /** All in one line, with the command as code. */
  private static String again(FindingSteps.Again again) {
    String after = again.after().isEmpty() ? "" : " (" + again.after() + ")";
    return redacted(again.before() + ": `" + again.command() + "`" + after);
  }

  private static void items(StringBuilder text, String name, List<String> texts) {
    texts.forEach(each -> item(text, name, escaped(redacted(each))));
  }

  private static void item(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append("- ").append(name).append(": ").append(value).append('\n');
    }
  }

  private static String subject(Finding finding) {
    String field = finding.place().field();
    String title = finding.verdict().title();
    return redacted(field == null || field.equals(title) ? title : field + ": " + title);
  }

  private static String words(Finding finding) {
    if (finding.status() == Status.SKIP) {
      return finding.message() == null ? "" : redacted(finding.message());
    }
    String found = finding.place().found();
    return found == null ? "" : shown(finding, found);
  }

  private static @Nullable String code(Finding finding, @Nullable String value) {
    return value == null ? null : "`" + shown(finding, value).replace('`', '\'') + "`";
  }

  private static String shown(Finding finding, String value) {
    String text = redacted(value);
    return "client-id".equals(finding.place().field()) && text.matches("[A-Za-z0-9._]{12,}")
        ? text.substring(0, 5) + "\u2026" + text.substring(text.length() - 3)
        : text;
  }

  /** Only the last part of a path: the rest is about this machine. */
  private static String redacted(String text) {
    String bare =
        text.replaceAll("(?<![\\w:/.-])(?!/services/)(?:/[^/\\s,;:]+)+/([^/\\s,;:]+)", "$1");
    String anonymous = USERNAME.matcher(bare).replaceAll("$1\u2026@");
    return CLIENT_ID.matcher(anonymous).replaceAll("$1\u2026$2");
  }

  private static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_<\\[\\]])", "\\\\$1");
  }
}
