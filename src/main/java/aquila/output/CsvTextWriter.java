package aquila.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV (RFC 4180) with a line of headings. It is written at the end, when all columns are known: a
 * parent may be null in the first thousand records.
 *
 * <p>An empty cell that is alone in its row is quoted: most readers skip an empty line.
 */
final class CsvTextWriter implements RecordWriter {
  private final Writer out;
  private final List<ObjectNode> all = new ArrayList<>();

  CsvTextWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(List<ObjectNode> records) {
    all.addAll(records);
  }

  @Override
  public void end() throws IOException {
    try {
      writeAll();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeAll() throws IOException {
    if (!all.isEmpty()) {
      Columns columns = Columns.of(all);
      List<String> names = columns.names();
      CsvWriter csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .quoteStrategy(names.size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED)
              .build(out);
      csv.writeRecord(names);
      for (ObjectNode record : all) {
        csv.writeRecord(columns.cells(record));
      }
      csv.flush();
    }
    out.flush();
  }
}
