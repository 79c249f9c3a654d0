package aquila.eventlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A store as runs would have left it, written by hand. */
record StoreOnDisk(Path path) {

  static StoreOnDisk at(Path path) throws IOException {
    Files.createDirectories(path.resolve(".aquila"));
    Files.writeString(path.resolve(".aquila/ledger"), LedgerReader.HEADER);
    return new StoreOnDisk(path);
  }

  /** A file and its line. */
  LedgerLine keep(EventLogFile file, String text) throws IOException {
    LedgerLine line = remember(file, text);
    Path place = place(line);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
    return line;
  }

  /** Only the line. */
  LedgerLine remember(EventLogFile file, String text) throws IOException {
    LedgerLine line = Samples.line(file, text);
    Files.writeString(
        path.resolve(".aquila/ledger"),
        line.text(),
        StandardCharsets.US_ASCII,
        StandardOpenOption.APPEND);
    return line;
  }

  Path place(LedgerLine line) {
    return path.resolve(line.place());
  }
}
