package aquila.doctor;

import aquila.config.FileNotice;
import aquila.config.FileNotice.Kind;
import aquila.config.Origin;
import aquila.config.Settings;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration file itself: rows C2 and K25, and what has no row. */
final class FileFindings {
  static final String ID = "field.file";
  static final String TITLE = "the configuration file";

  private static final Map<Kind, Verdict> VERDICTS = verdicts();

  private FileFindings() {}

  static List<Verdict> verdictsInOrder() {
    return List.copyOf(VERDICTS.values());
  }

  static List<Finding> of(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    settings.notices().forEach(notice -> findings.add(finding(notice)));
    if (findings.stream().noneMatch(Finding::isFailed)) {
      findings.add(0, found(settings));
    }
    return findings;
  }

  private static Finding found(Settings settings) {
    return settings.file() == null
        ? Finding.skip(
            ID,
            TITLE,
            Place.none(),
            "there is none: settings come from options and from the environment")
        : Finding.pass(
            ID, TITLE, Place.none().withFound(SafeText.of(settings.file().toString())), null);
  }

  private static Finding finding(FileNotice notice) {
    Verdict verdict = VERDICTS.get(notice.kind());
    if (verdict == null) {
      throw new IllegalStateException("no verdict for " + notice.kind());
    }
    Origin origin = notice.origin();
    String field = notice.field() == null ? null : notice.field().key();
    Place place = new Place(field, origin == null ? null : origin.text(), null, null);
    List<String> hints = notice.hints().isEmpty() ? verdict.steps() : notice.hints();
    return Finding.of(verdict, place, message(notice, origin), hints);
  }

  /** The place is told by itself. */
  private static String message(FileNotice notice, @Nullable Origin origin) {
    if (origin == null) {
      return notice.text();
    }
    return notice.text().replace(origin.text() + ": ", "").replace(" (" + origin.text() + ")", "");
  }

  private static Map<Kind, Verdict> verdicts() {
    Map<Kind, Verdict> all = new EnumMap<>(Kind.class);
    all.put(
        Kind.NOT_FOUND,
        fail(
            "field.file-not-found",
            "",
            "there is no configuration file of that name",
            "check the name that was given with --config or --org; aquila init makes a file"));
    all.put(
        Kind.UNREADABLE,
        fail(
            "field.file-unreadable",
            "",
            "the configuration file cannot be read",
            "look who may read it (ls -l), and make it readable by this user"));
    all.put(
        Kind.NOT_TEXT,
        fail(
            "field.file-not-text",
            "",
            "the configuration file is not UTF-8 text",
            "save it again as UTF-8"));
    all.put(
        Kind.BACKSLASH,
        fail(
            "field.backslash",
            "C2",
            "a backslash that the file format eats",
            "write / in place of each backslash, or each backslash twice"));
    all.put(
        Kind.JOINED_LINES,
        fail(
            "field.joined-lines",
            "C2",
            "a backslash at the end that joins two lines",
            "delete the backslash, or write two"));
    all.put(Kind.KEY_TEXT, TextRules.PASTED_KEY);
    all.put(
        Kind.UNKNOWN_KEY,
        warn("field.unknown-key", "a key that no setting has", "correct its name, or delete it"));
    all.put(
        Kind.REPEATED_KEY,
        warn("field.repeated-key", "a key that stands twice", "delete the line that is wrong"));
    all.put(
        Kind.TWO_FILES,
        warn("field.two-files", "two variables that name a file", "unset one of them"));
    all.put(
        Kind.CLOSED_PLACE,
        warn(
            "field.place-closed",
            "a place of configurations that this user may not look into",
            "look with ls -ld whom it belongs to: /etc/aquila is for its group (sudo usermod -aG"
                + " aquila USER, and sign in anew), a directory of your own is for you (sudo chown)"));
    return all;
  }

  private static Verdict fail(String id, String row, String title, String hint) {
    return Verdict.fail(id, row, ExitCode.CONFIG, title, hint);
  }

  private static Verdict warn(String id, String title, String hint) {
    return Verdict.warn(id, "", ExitCode.CONFIG, title, hint);
  }
}
