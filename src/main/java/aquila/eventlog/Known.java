package aquila.eventlog;

/**
 * What the ledger knows of an Id.
 *
 * @param line the last one
 * @param same how many lines at the end tell of the same bytes of the same revision, from 1
 */
record Known(LedgerLine line, int same) {

  /** How often a length that differs from the listed one is doubted. */
  private static final int RUNS_TO_BELIEVE = 3;

  static Known first(LedgerLine line) {
    return new Known(line, 1);
  }

  Known and(LedgerLine next) {
    boolean isSame =
        next.sha256().equals(line.sha256())
            && next.createdDate().equals(line.createdDate())
            && next.length() == line.length();
    return new Known(next, isSame ? same + 1 : 1);
  }

  /** Whether the bytes are taken for what the org holds, whatever length it lists. */
  boolean isSettled() {
    return line.isAsLongAsListed() || same >= RUNS_TO_BELIEVE;
  }
}
