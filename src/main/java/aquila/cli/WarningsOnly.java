package aquila.cli;

import aquila.eventlog.EventLogFile;
import aquila.eventlog.FetchObserver;
import aquila.eventlog.FetchedFile;

/** Is told of a download whose rows go to standard output, where progress would be in the way. */
record WarningsOnly(Messages messages) implements FetchObserver {

  @Override
  public void planned(int files, long bytes) {}

  @Override
  public void began(EventLogFile file) {}

  @Override
  public void received(long bytes) {}

  @Override
  public void ended(FetchedFile file) {}

  @Override
  public void warning(String text) {
    messages.warning(text);
  }
}
