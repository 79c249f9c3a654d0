package aquila.key;

/**
 * An oddity of one key file.
 *
 * @param oddity which it is
 * @param text the same in a sentence, with what is particular to this file
 */
public record KeyNotice(KeyOddity oddity, String text) {

  static KeyNotice of(KeyOddity oddity) {
    return new KeyNotice(oddity, oddity.text());
  }
}
