package aquila.output;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON object a line, as it comes. */
final class NdjsonWriter implements RecordWriter {
  private final Writer out;

  NdjsonWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(List<ObjectNode> records) throws IOException {
    for (ObjectNode record : records) {
      out.write(Json.write(record));
      out.write('\n');
    }
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
