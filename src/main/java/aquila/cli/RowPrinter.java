package aquila.cli;

import aquila.eventlog.LogRow;
import aquila.json.Json;
import aquila.output.CsvRows;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints events, one at a time. */
@FunctionalInterface
interface RowPrinter {

  void print(LogRow row) throws IOException;

  /** An object a line. */
  static RowPrinter ndjson(Writer out) {
    return row -> out.append(Json.write(row.json())).append('\n');
  }

  /**
   * Lines under one header; a column that a file does not have is empty there.
   *
   * @param listed the columns; if the org names none, the first file's are those of all
   */
  static RowPrinter csv(Writer out, List<String> listed, Messages messages) throws IOException {
    CsvRows rows = new CsvRows(out);
    List<String> columns = new ArrayList<>(listed);
    if (!columns.isEmpty()) {
      rows.write(columns);
    }
    Map<String, Integer> places = new HashMap<>();
    columns.forEach(column -> places.put(column, places.size()));
    Set<String> unlisted = new HashSet<>();
    return row -> {
      if (columns.isEmpty()) {
        columns.addAll(new LinkedHashSet<>(row.names()));
        rows.write(columns);
        columns.forEach(column -> places.put(column, places.size()));
      }
      List<String> cells = new ArrayList<>(columns.stream().map(column -> "").toList());
      for (int i = 0; i < row.names().size(); i++) {
        Integer place = places.get(row.names().get(i));
        if (place != null) {
          cells.set(place, row.value(i));
        } else if (unlisted.add(row.names().get(i))) {
          messages.warning(
              "the column "
                  + row.names().get(i)
                  + " is not in LogFileFieldNames and is left out; -o ndjson has it");
        }
      }
      rows.write(cells);
    };
  }
}
