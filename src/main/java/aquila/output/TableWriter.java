package aquila.output;

import aquila.world.ForeignText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as their widest cell, two blanks between. */
final class TableWriter implements RecordWriter {
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

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
