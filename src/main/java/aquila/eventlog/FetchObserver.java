package aquila.eventlog;

/** Is told how a fetch goes on, by several threads. */
public interface FetchObserver {

  /**
   * What there is to do is known.
   *
   * @param files how many files
   * @param bytes how many bytes they have by the listing
   */
  void planned(int files, long bytes);

  /** A download begins. */
  void began(EventLogFile file);

  /** So many bytes more; negative if an attempt was in vain. */
  void received(long bytes);

  /** A file is stored, or has failed. */
  void ended(FetchedFile file);

  /** Something to be said that is no failure. */
  void warning(String text);
}
