package aquila.output;

import aquila.world.ForeignText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table for people: columns as wide as their widest cell, two blanks between. */
final class TableWriter implements RecordWriter {

  /** What terminals draw on two columns: East Asian scripts and forms, and emoji. */
  private static final Pattern WIDE =
      Pattern.compile(
          "[\\x{1100}-\\x{115f}\\x{2e80}-\\x{303e}\\x{3041}-\\x{a4cf}\\x{ac00}-\\x{d7a3}"
              + "\\x{f900}-\\x{faff}\\x{fe30}-\\x{fe6f}\\x{ff01}-\\x{ff60}\\x{ffe0}-\\x{ffe6}"
              + "\\x{1f300}-\\x{1f64f}\\x{1f680}-\\x{1f6ff}\\x{1f900}-\\x{1f9ff}"
              + "\\x{20000}-\\x{3fffd}]");

  private final Writer out;
  private final List<ObjectNode> all = new ArrayList<>();

  TableWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(List<ObjectNode> records) {
    all.addAll(records);
  }

  @Override
  public void end() throws IOException {
    if (!all.isEmpty()) {
      Columns columns = Columns.of(all);
      List<List<String>> rows = new ArrayList<>();
      rows.add(printable(columns.names()));
      all.forEach(record -> rows.add(printable(columns.cells(record))));
      print(rows);
    }
    out.flush();
  }

  private void print(List<List<String>> rows) throws IOException {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
      }
      out.write(line.toString().stripTrailing());
      out.write('\n');
    }
  }

  private static List<String> printable(List<String> cells) {
    return cells.stream().map(ForeignText::printable).toList();
  }

  /** How many columns of a terminal the text takes. */
  private static int width(String text) {
    return text.codePoints().map(TableWriter::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return WIDE.matcher(Character.toString(point)).matches() ? 2 : 1;
  }
}
