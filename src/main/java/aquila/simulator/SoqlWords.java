package aquila.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a query, taken one after the other. */
final class SoqlWords {

  /** Names that cannot be a field or an object. */
  private static final Set<String> RESERVED =
      Set.of(
          "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "LIKE", "NULL", "TRUE", "FALSE",
          "ASC", "DESC", "NULLS", "LIMIT", "OFFSET", "HAVING");

  private final String query;
  private final List<SoqlToken> tokens;
  private int next;

  SoqlWords(String query) throws Refusal {
    this.query = query;
    this.tokens = SoqlLexer.words(query);
  }

  String query() {
    return query;
  }

  SoqlToken peek() {
    return tokens.get(next);
  }

  /** The next word, whatever it is. */
  SoqlToken take() {
    SoqlToken token = tokens.get(next);
    if (token.kind() != SoqlToken.Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next word if it is this one. */
  boolean take(String word) {
    if (peek().is(word)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String word) throws Refusal {
    if (!take(word)) {
      throw SoqlErrors.unexpected(query, peek());
    }
  }

  void expectEnd() throws Refusal {
    if (peek().kind() != SoqlToken.Kind.END) {
      throw SoqlErrors.unexpected(query, peek());
    }
  }

  SoqlToken name() throws Refusal {
    SoqlToken token = take();
    if (token.kind() != SoqlToken.Kind.NAME
        || RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
      throw SoqlErrors.unexpected(query, token);
    }
    return token;
  }

  /** A number of records. */
  int count() throws Refusal {
    SoqlToken token = take();
    if (!token.text().matches("[0-9]{1,9}")) {
      throw SoqlErrors.unexpected(query, token);
    }
    return Integer.parseInt(token.text());
  }
}
