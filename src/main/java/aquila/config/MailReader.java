package aquila.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes through the lines of a mail and collects what stands behind, beside or below a label. */
final class MailReader {

  /** What may stand before a value in a line of its own. */
  private static final String MARK = "^\\s*(?:(?:[-*\u2022:=\uff1a]|[0-9]{1,2}[.)])\\s+)?";

  /** How many lines a value may stand below its label, empty ones counted. */
  private static final int BELOW = 4;

  private static final String WRAPPED = "its lines were put together";

  private final List<MailLine> lines;
  private final List<Mailed> all = new ArrayList<>();
  private final TreeSet<Integer> secrets = new TreeSet<>();
  private final TreeSet<Integer> keys = new TreeSet<>();

  MailReader(List<MailLine> lines) {
    this.lines = lines;
  }

  Mail read() {
    for (int i = 0; i < lines.size(); i++) {
      if (PastedKey.isIn(lines.get(i).text())) {
        keys.add(lines.get(i).number());
      }
      if (!row(i)) {
        labels(i);
      }
    }
    return new Mail(Mail.distinct(all), notes());
  }

  private void labels(int index) {
    String text = lines.get(index).text();
    List<MailLabel> labels = MailLabel.in(text);
    for (int k = 0; k < labels.size(); k++) {
      MailLabel label = labels.get(k);
      boolean isLast = k == labels.size() - 1;
      String piece =
          text.substring(label.end(), isLast ? text.length() : labels.get(k + 1).start());
      if (isEmpty(piece) && isLast) {
        below(label, index);
      } else {
        take(label, piece, index, isLast ? index : -1);
      }
    }
  }

  /** A row of a table; false if the line is none. */
  private boolean row(int index) {
    List<String> cells = cells(lines.get(index).text());
    List<Optional<MailLabel>> labels = cells.stream().map(MailLabel::whole).toList();
    long count = labels.stream().filter(Optional::isPresent).count();
    long words = cells.stream().filter(cell -> !isEmpty(cell)).count();
    if (cells.size() < 2 || count == 0) {
      return false;
    }
    if (count > 1 && count == words) {
      return columns(labels, index);
    }
    for (int i = 0; i < cells.size(); i++) {
      if (labels.get(i).isPresent()) {
        beside(labels.get(i).get(), cells, labels, i, index);
      }
    }
    return true;
  }

  /** The labels are the headings, and the values stand in the next row. */
  private boolean columns(List<Optional<MailLabel>> labels, int index) {
    for (int next = index + 1; next < lines.size() && next <= index + BELOW; next++) {
      List<String> cells = cells(lines.get(next).text());
      if (cells.size() == labels.size() && !cells.stream().allMatch(MailReader::isEmpty)) {
        for (int i = 0; i < cells.size(); i++) {
          if (labels.get(i).isPresent()) {
            take(labels.get(i).get(), cells.get(i), next, -1);
          }
        }
        return true;
      }
    }
    return true;
  }

  private void beside(
      MailLabel label, List<String> cells, List<Optional<MailLabel>> labels, int at, int index) {
    String chosen = "";
    for (int i = at + 1; i < cells.size() && labels.get(i).isEmpty(); i++) {
      boolean fits = label.field() != null && canBe(label.field(), cells.get(i), index);
      if (fits || chosen.isEmpty()) {
        chosen = isEmpty(cells.get(i)) ? chosen : cells.get(i);
      }
      if (fits) {
        break;
      }
    }
    if (isEmpty(chosen)) {
      below(label, index);
    } else {
      take(label, chosen, index, -1);
    }
  }

  private boolean canBe(Field field, String cell, int index) {
    return MailValue.of(field, cell, index, List.of())
        .filter(value -> MailValue.fits(field, value.value()))
        .isPresent();
  }

  private static List<String> cells(String text) {
    if (!text.matches("(?s).*[|\u2502\t].*")) {
      return List.of();
    }
    String inner = text.strip().replaceFirst("^[|\u2502]", "").replaceFirst("[|\u2502]$", "");
    return List.of(inner.split("[|\u2502\t]", -1));
  }

  /** The value stands alone in one of the next lines. */
  private void below(MailLabel label, int index) {
    for (int i = index + 1; i < lines.size() && i <= index + BELOW; i++) {
      String text = lines.get(i).text();
      boolean isRemark = text.strip().matches("\\([^)]*\\)");
      if (!isEmpty(text) && !isRemark) {
        if (MailLabel.in(text).isEmpty()
            && MailLabel.whole(text).isEmpty()
            && !isSentence(label, text, i)) {
          take(label, text.replaceFirst(MARK, ""), i, i);
        }
        return;
      }
    }
  }

  /** What goes on below a label without being its value. */
  private boolean isSentence(MailLabel label, String text, int index) {
    String[] words = text.strip().split("\\s+", -1);
    boolean isLong = words.length > 3 || text.strip().endsWith(":");
    return isLong && label.field() != null && !canBe(label.field(), text, index);
  }

  /**
   * Takes a piece as the value of a label.
   *
   * @param continued the line behind which the value may go on; -1 if it cannot
   */
  private void take(MailLabel label, String piece, int index, int continued) {
    Field field = label.field();
    if (field == null) {
      if (label.isSecret() && !isEmpty(piece)) {
        secrets.add(lines.get(index).number());
      }
      return;
    }
    List<String> before = new ArrayList<>();
    String whole = continued < 0 ? piece : joined(field, piece, continued, before);
    if (PastedKey.isIn(whole)) {
      keys.add(lines.get(index).number());
      return;
    }
    MailValue.of(field, whole, lines.get(index).number(), before).ifPresent(all::add);
  }

  private String joined(Field field, String piece, int index, List<String> before) {
    String whole = piece;
    for (int i = index + 1; i < lines.size(); i++) {
      String next = lines.get(i).text();
      if (lines.get(i).isBlank() || !MailValue.goesOn(field, whole, next)) {
        break;
      }
      whole = whole.strip() + next.strip();
      if (before.isEmpty()) {
        before.add(WRAPPED);
      }
    }
    return whole;
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.matches("[\\s\\p{Z}\\p{Cf}*_|+:=\u2500-\u257f-]*");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (int line : secrets) {
      notes.add(
          "line "
              + line
              + " holds a secret, which this flow does not use; it is not repeated, and whoever has"
              + " this mail can read it");
    }
    if (!keys.isEmpty()) {
      notes.add(
          "line "
              + keys.first()
              + " holds the text of a private key or certificate; it is not repeated: a private key"
              + " that has gone through mail should be replaced (aquila key new)");
    }
    return notes;
  }
}
