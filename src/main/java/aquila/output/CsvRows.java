package aquila.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** CSV (RFC 4180), a row at a time. */
public final class CsvRows {
  private final CsvWriter csv;

  /** Rows that go to a writer, which the caller flushes. */
  public CsvRows(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
  }

  /** Writes a row. */
  public void write(List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
