package aquila.output;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON array with a record a line, as it comes. */
final class JsonArrayWriter implements RecordWriter {
  private final Writer out;
  private String before = "[";

  JsonArrayWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(List<ObjectNode> records) throws IOException {
    for (ObjectNode record : records) {
      out.write(before);
      out.write(Json.write(record));
      before = ",\n";
    }
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.write(before.equals("[") ? "[]\n" : "]\n");
    out.flush();
  }
}
