package aquila.eventlog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file that a run wanted.
 *
 * @param file as the org listed it
 * @param status what became of it
 * @param path where it was put, as the directory was given, else null
 * @param content what was put there, else null
 * @param error why it failed, or null
 */
public record FetchedFile(
    EventLogFile file,
    Status status,
    @Nullable String path,
    @Nullable Content content,
    @Nullable String error) {

  /** What became of a file. */
  public enum Status {
    /** It is there for the first time. */
    STORED,
    /** It has taken the place of an older one. */
    REPLACED,
    /** Its length was in doubt, and the same bytes came again; the disk was left alone. */
    CONFIRMED,
    /** It is not stored. */
    FAILED;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static FetchedFile failed(EventLogFile file, String error) {
    return new FetchedFile(file, Status.FAILED, null, null, error);
  }

  /** Whether this run has put it on the disk. */
  public boolean isStored() {
    return status == Status.STORED || status == Status.REPLACED;
  }

  boolean isFailed() {
    return status == Status.FAILED;
  }

  /** How many bytes were stored, decoded. */
  public long bytes() {
    return content == null ? 0 : content.bytes();
  }
}
