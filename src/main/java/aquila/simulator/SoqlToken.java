package aquila.simulator;

/**
 * A word of a query.
 *
 * @param kind what sort of word
 * @param text the word; of a string what it means, without quotes and escapes
 * @param position where it begins, from 0
 */
record SoqlToken(Kind kind, String text, int position) {

  enum Kind {
    NAME,
    STRING,
    NUMBER,
    DATE,
    DATETIME,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }
}
