package aquila.eventlog;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.file.UnfinishedFile;
import aquila.rest.Org;
import aquila.world.World;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The rows of event log files, without a store. Each file is first brought whole into a temporary
 * one: a row that was printed cannot be taken back.
 */
public final class LogRows {
  private final Org org;
  private final World world;
  private final Path directory;
  private final FetchObserver observer;

  /**
   * A reader of files.
   *
   * @param directory for temporary files
   */
  public LogRows(Org org, World world, Path directory, FetchObserver observer) {
    this.org = org;
    this.world = world;
    this.directory = directory;
    this.observer = observer;
  }

  /** Takes the rows. */
  @FunctionalInterface
  public interface Receiver {
    void row(LogRow row) throws IOException;
  }

  /**
   * Passes on all rows of a file.
   *
   * @throws IOException what the receiver threw
   */
  public void read(EventLogFile file, Receiver receiver) throws Failure, IOException {
    Path temporary = directory.resolve(file.id());
    try (UnfinishedFile whole =
        UnfinishedFile.begin(temporary, UnfinishedFile.mode(0600), world.cleanup())) {
      Content content = new Download(file, whole, false, observer).run(org);
      if (file.length() >= 0 && content.bytes() != file.length()) {
        observer.warning(
            file.id() + " has " + content.bytes() + " bytes, and was listed with " + file.length());
      }
      rows(file, whole.path(), receiver);
    }
  }

  private static void rows(EventLogFile file, Path whole, Receiver receiver)
      throws IOException, ApiRefused {
    Map<String, String> types = types(file);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .maxBufferSize(LONGEST_ROW)
            .allowMissingFields(true)
            .ofCsvRecord(whole, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        return;
      }
      List<String> names = records.next().getFields();
      while (records.hasNext()) {
        receiver.row(new LogRow(names, records.next().getFields(), types));
      }
    } catch (CsvParseException e) {
      throw new ApiRefused(
          "the file " + file.id() + " is not CSV", Cause.of(String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Stack traces and request bodies are long, but a file without line ends is no CSV. */
  private static final int LONGEST_ROW = 64 << 20;

  private static Map<String, String> types(EventLogFile file) {
    Map<String, String> types = new HashMap<>();
    for (int i = 0; i < Math.min(file.fieldNames().size(), file.fieldTypes().size()); i++) {
      types.put(file.fieldNames().get(i), file.fieldTypes().get(i));
    }
    return types;
  }
}
