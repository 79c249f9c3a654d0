package aquila.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/findings.md. */
final class FindingsDocument {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private static final String HEAD =
      """
      # The findings of Aquila

      What `aquila check` and `aquila doctor` can find, and which refusals of Salesforce the other commands know. The ids do not change; scripts may rely on them. This page is made of the tables in `src/main/java/aquila/doctor` and `src/main/java/aquila/key/KeyTrouble.java`, and a test compares the two: `mvn test -Dtest=CatalogueTest -Daquila.golden=write` writes it anew.

      A finding has a *status*: `pass`, `warn` (it works, or may, and should be looked at), `fail`, or `skip` (not looked at, with the reason). The exit code of both is that of the first finding that fails. *Row* is the row of the failure catalogue. *Who* is the one whose hands it takes: the administrator of the Salesforce org (admin), whoever runs Aquila (here), both (here, with admin), or the network team of the place where Aquila runs. What to do first is numbered, with the likeliest cause before it; after the dashes comes what to look at if that does not help. Words in capitals stand for values of the set-up: APP is the app, told by the ends of its Consumer Key, KEYPLACE the place of client-id, PROXY says which proxy is in use. After a change in Salesforce, wait 10 minutes before the next try.

      ## The checks

      In this order; from `network.names` on they are live, for `aquila doctor` only. A check whose ground has given way is skipped. That all is well is a finding of the check's own id, with the status `pass`.

      | id | what is looked at | needs |
      |---|---|---|
      """;

  private FindingsDocument() {}

  static String text() {
    return HEAD
        + checks()
        + "\n## The configuration file, the fields and the other settings\n\n"
        + table(Catalogue.fields())
        + "\n## The key and its certificate\n\n"
        + table(Catalogue.keys())
        + "\n## The network, the org, the token and the event logs\n\n"
        + table(Catalogue.live())
        + "\n## Refusals of Salesforce\n\n"
        + "Known by their words; what is not known is shown as it came, without a guess.\n\n"
        + table(Catalogue.refusals());
  }

  private static String checks() {
    return Stream.<Check<?>>concat(
            SetupLadder.ladder().checks().stream(), DoctorLadder.live().stream())
        .map(
            check ->
                String.format(
                    "| `%s` | %s | %s |\n",
                    check.id(),
                    check.title(),
                    check.needs().stream()
                        .map(need -> "`" + need + "`")
                        .collect(Collectors.joining(", "))))
        .collect(Collectors.joining());
  }

  private static String table(List<Verdict> verdicts) {
    StringBuilder text =
        new StringBuilder("| id | row | | exit | what it is | who | what to do |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Verdict verdict : verdicts) {
      text.append(
          String.format(
              "| `%s` | %s | %s | %s | %s | %s | %s |\n",
              verdict.id(),
              verdict.row(),
              verdict.status().text(),
              verdict.status() == Status.PASS ? "" : verdict.exit().number(),
              cell(verdict.title()),
              isTrouble(verdict) ? who(verdict.advice().who()) : "",
              advice(verdict.advice())));
    }
    return text.toString();
  }

  private static boolean isTrouble(Verdict verdict) {
    return verdict.status() == Status.FAIL || verdict.status() == Status.WARN;
  }

  private static String who(Who who) {
    return switch (who) {
      case ADMINISTRATOR -> "admin";
      case WITH_ADMINISTRATOR -> "here, with admin";
      case HERE -> "here";
      case NETWORK -> "network";
    };
  }

  private static String advice(Advice advice) {
    List<String> lines = new ArrayList<>();
    if (advice.cause() != null) {
      lines.add("*" + cell(advice.cause()) + "*");
    }
    for (int i = 0; i < advice.steps().size(); i++) {
      String number = advice.steps().size() == 1 ? "" : i + 1 + ". ";
      lines.add(number + cell(advice.steps().get(i)));
    }
    advice.others().forEach(other -> lines.add("\u2013 " + cell(other.text())));
    return String.join("<br>", lines);
  }

  /** Places in braces become words in capitals; what markdown would obey is escaped. */
  private static String cell(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> place.group(1).toUpperCase(Locale.ROOT))
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*");
  }
}
