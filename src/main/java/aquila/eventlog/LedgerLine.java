package aquila.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One file as it was stored: a line of the ledger.
 *
 * @param id of the EventLogFile
 * @param createdDate with the Id and the length, the name of the revision
 * @param length {@code LogFileLength} as it was listed, or -1
 * @param bytes how many bytes there are, decoded
 * @param sha256 of the decoded bytes, in hexadecimal
 * @param eventType for example {@code Login}
 * @param interval daily or hourly
 * @param logDate the beginning of the day or hour that it is about
 * @param sequence 0 for a daily file; -1 if the line was made of a file that was found
 * @param isCompressed whether the stored file is gzip
 */
public record LedgerLine(
    String id,
    Instant createdDate,
    long length,
    long bytes,
    String sha256,
    String eventType,
    Interval interval,
    Instant logDate,
    int sequence,
    boolean isCompressed) {
  private static final int FIELDS = 11;

  /** A checksum of eight hexadecimal digits ends the line. */
  private static final int SUM = 8;

  private static final String DIGITS = "0123456789abcdef";

  static LedgerLine of(EventLogFile file, Content content, boolean isCompressed) {
    return new LedgerLine(
        file.id(),
        file.createdDate(),
        file.length(),
        content.bytes(),
        content.sha256(),
        file.eventType(),
        file.interval(),
        file.logDate(),
        file.sequence(),
        isCompressed);
  }

  /** Whether the checksum at the end of a line is right. */
  static boolean isIntact(byte[] line, int from, int length) {
    int fields = length - SUM;
    return fields > 0 && checksum(line, from, fields) == hex(line, from + fields);
  }

  /** Reads an intact line without its end; empty if it is not of this schema. */
  static Optional<LedgerLine> parse(byte[] line, int from, int length) {
    String[] fields = ascii(line, from, length - SUM).split("\t", -1);
    if (fields.length != FIELDS
        || !EventLogFile.isId(fields[0])
        || !EventLogFile.isType(fields[5])) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LedgerLine(
              fields[0],
              Instant.parse(fields[1]),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]),
              fields[4],
              fields[5],
              Interval.valueOf(fields[6].toUpperCase(Locale.ROOT)),
              Instant.parse(fields[7]),
              Integer.parseInt(fields[8]),
              fields[9].equals("gz")));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The line with its checksum and its end. */
  String text() {
    String fields =
        String.join(
                "\t",
                id,
                createdDate.toString(),
                Long.toString(length),
                Long.toString(bytes),
                sha256,
                eventType,
                interval.directory(),
                logDate.toString(),
                Integer.toString(sequence),
                isCompressed ? "gz" : "csv")
            + "\t";
    byte[] ascii = fields.getBytes(StandardCharsets.US_ASCII);
    return fields + String.format("%08x", checksum(ascii, 0, ascii.length)) + "\n";
  }

  /** Where the file lies below the directory of the store. */
  public String place() {
    return place(isCompressed);
  }

  /** Where it would lie with the other suffix. */
  String otherPlace() {
    return place(!isCompressed);
  }

  /** The directory in which it lies, below that of the store. */
  String partition() {
    return "interval="
        + interval.directory()
        + "/log_type="
        + eventType
        + "/log_date="
        + logDate.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private String place(boolean compressed) {
    return partition() + "/" + id + (compressed ? ".csv.gz" : ".csv");
  }

  /** Whether it was written by the run that stored the file, and so is sure of its CreatedDate. */
  boolean isFirstHand() {
    return sequence >= 0;
  }

  /** Whether it holds this revision. */
  boolean isRevision(EventLogFile file) {
    return createdDate.equals(file.createdDate()) && length == file.length();
  }

  /** Whether it holds this revision, or one that was made later. */
  boolean isAtLeast(EventLogFile file) {
    // A line of second hand does not know when its revision was made.
    return isRevision(file) || (isFirstHand() && createdDate.isAfter(file.createdDate()));
  }

  /** Whether it has the length that was listed, if one was. */
  boolean isAsLongAsListed() {
    return length < 0 || length == bytes;
  }

  private static long checksum(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return crc.getValue();
  }

  /** Eight hexadecimal digits, or -1. By hand, since a ledger may have a million lines. */
  private static long hex(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + SUM; i++) {
      int digit = DIGITS.indexOf(bytes[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
