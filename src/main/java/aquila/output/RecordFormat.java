package aquila.output;

import java.io.Writer;

/** The forms in which records are printed. */
public enum RecordFormat {
  TABLE,
  JSON,
  NDJSON,
  CSV;

  /** A writer of this form. */
  public RecordWriter writer(Writer out) {
    return switch (this) {
      case TABLE -> new TableWriter(out);
      case JSON -> new JsonArrayWriter(out);
      case NDJSON -> new NdjsonWriter(out);
      case CSV -> new CsvTextWriter(out);
    };
  }
}
