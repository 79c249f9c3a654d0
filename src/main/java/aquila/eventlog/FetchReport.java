package aquila.eventlog;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.rest.ApiUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done after a listing.
 *
 * @param listed how many files the org listed
 * @param already how many of them were stored before, in this revision
 * @param waiting how many are too fresh to be fetched yet
 * @param files what became of the others, in the order in which they ended
 * @param strange records that cannot be used, in words
 * @param local what the local disk refused, or null
 * @param usage the org's API calls after the run, or null if it said nothing
 * @param newestLogDate of all files that were ever stored here, or null
 */
public record FetchReport(
    int listed,
    int already,
    int waiting,
    List<FetchedFile> files,
    List<String> strange,
    @Nullable Failure local,
    @Nullable ApiUsage usage,
    @Nullable Instant newestLogDate) {

  public FetchReport {
    files = List.copyOf(files);
    strange = List.copyOf(strange);
  }

  /** How many files were stored, new ones and new revisions. */
  public long stored() {
    return files.stream().filter(FetchedFile::isStored).count();
  }

  /** How many were wanted and are not stored. */
  public long failed() {
    return files.size() - stored() + strange.size();
  }

  /** How many bytes were stored, decoded. */
  public long bytes() {
    return files.stream().mapToLong(FetchedFile::bytes).sum();
  }

  /** The truth of this run. */
  public ExitCode exitCode() {
    if (local != null) {
      return local.exitCode();
    }
    return failed() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
