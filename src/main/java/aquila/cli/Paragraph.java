package aquila.cli;

/** Text that is broken into lines at blanks. */
final class Paragraph {

  private Paragraph() {}

  /**
   * Breaks a text. A word that is longer than a line gets a line of its own.
   *
   * @param first what stands before the text; the other lines are indented by as much
   * @param text one line
   * @param width in characters, with what stands before
   */
  static String wrap(String first, String text, int width) {
    String indent = " ".repeat(first.length());
    StringBuilder lines = new StringBuilder(first);
    int column = first.length();
    for (String word : text.split(" ", -1)) {
      if (column > first.length() && column + 1 + word.length() > width) {
        lines.append('\n').append(indent);
        column = indent.length();
      } else if (column > first.length()) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
