package aquila.eventlog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file that a run wanted.
 *
 * @param file as the org listed it
 * @param status what became of it
 * @param path where it is, as the directory was given; null if it failed
 * @param content what it holds; null if it failed
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
    STORED,
    REPLACED,
    FAILED;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static FetchedFile failed(EventLogFile file, String error) {
    return new FetchedFile(file, Status.FAILED, null, null, error);
  }

  /** Whether it is on the disk now. */
  public boolean isStored() {
    return status != Status.FAILED;
  }

  /** How many bytes were stored, decoded. */
  public long bytes() {
    return content == null ? 0 : content.bytes();
  }
}
