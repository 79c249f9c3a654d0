package aquila.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Prints records in one form. */
public sealed interface RecordWriter
    permits TableWriter, JsonArrayWriter, NdjsonWriter, CsvTextWriter {

  /** Takes the next records. */
  void write(List<ObjectNode> records) throws IOException;

  /** Finishes the output; there are no more records. */
  void end() throws IOException;
}
