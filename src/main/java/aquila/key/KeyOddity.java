package aquila.key;

/** What is odd about a key file and was put up with. */
public enum KeyOddity {
  READABLE_BY_OTHERS(
      "C20",
      "the key file can be read by others than its owner",
      "make it its owner's alone: chmod 600, and chown if another user runs Aquila"),
  BYTE_ORDER_MARK(
      "K14",
      "the key file begins with a UTF-8 byte order mark, which was skipped",
      "nothing has to be done; other programs may stumble over it"),
  SPELLED_LINE_ENDS(
      "K16",
      "the key file has \\n in place of line ends, which were read as such",
      "nothing has to be done; other programs may stumble over it"),
  TRAILING_BYTES(
      "K17",
      "the key file has bytes after the end of the key, which were skipped",
      "nothing has to be done; if the key is refused, copy its file again");

  private final String row;
  private final String text;
  private final String advice;

  KeyOddity(String row, String text, String advice) {
    this.row = row;
    this.text = text;
    this.advice = advice;
  }

  /** Our stable name, for example {@code key.byte-order-mark}. */
  public String id() {
    return KeyTrouble.id(name());
  }

  /** The row of the failure catalogue. */
  public String row() {
    return row;
  }

  /** What it is, in a sentence. */
  public String text() {
    return text;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
