package aquila.simulator;

import aquila.simulator.Soql.Condition;
import aquila.simulator.Soql.Days;
import aquila.simulator.Soql.Expression;
import aquila.simulator.Soql.Literal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of the grammar that WHERE and HAVING share. */
final class SoqlConditions {
  private final SoqlWords words;
  private final SoqlParser parser;
  private final LocalDate today;

  SoqlConditions(SoqlWords words, SoqlParser parser, LocalDate today) {
    this.words = words;
    this.parser = parser;
    this.today = today;
  }

  /**
   * Parts joined by AND, or by OR. As in Salesforce, the two are not mixed without parentheses:
   * which would bind first is not guessed.
   */
  Condition condition() throws Refusal {
    List<Condition> parts = new ArrayList<>(List.of(part()));
    String joint = words.peek().is("OR") ? "OR" : "AND";
    while (words.take(joint)) {
      parts.add(part());
    }
    if (words.peek().is("AND") || words.peek().is("OR")) {
      throw SoqlErrors.unexpected(words.query(), words.peek());
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return joint.equals("OR") ? new Condition.Or(parts) : new Condition.And(parts);
  }

  private Condition part() throws Refusal {
    if (words.take("NOT")) {
      return new Condition.Not(part());
    }
    if (words.take("(")) {
      Condition inner = condition();
      words.expect(")");
      return inner;
    }
    return comparison();
  }

  private Condition comparison() throws Refusal {
    Expression left = parser.expression();
    SoqlToken operator = words.take();
    String symbol = operator.text().toUpperCase(Locale.ROOT);
    if (symbol.equals("NOT")) {
      words.expect("IN");
      return in(left, "NOT IN");
    }
    return switch (symbol) {
      case "IN" -> in(left, "IN");
      case "=", "!=", "<", "<=", ">", ">=", "LIKE" ->
          new Condition.Comparison(left, symbol, List.of(literal()), null);
      case "<>" -> new Condition.Comparison(left, "!=", List.of(literal()), null);
      default -> throw SoqlErrors.unexpected(words.query(), operator);
    };
  }

  private Condition in(Expression left, String operator) throws Refusal {
    words.expect("(");
    if (words.peek().is("SELECT")) {
      Soql query = parser.query();
      words.expect(")");
      return new Condition.Comparison(left, operator, List.of(), query);
    }
    List<Literal> literals = new ArrayList<>();
    do {
      literals.add(literal());
    } while (words.take(","));
    words.expect(")");
    return new Condition.Comparison(left, operator, literals, null);
  }

  private Literal literal() throws Refusal {
    SoqlToken token = words.take();
    int position = token.position();
    try {
      return switch (token.kind()) {
        case STRING -> new Literal(Literal.Kind.TEXT, token.text(), position);
        case NUMBER -> new Literal(Literal.Kind.NUMBER, Double.valueOf(token.text()), position);
        case DATE -> new Literal(Literal.Kind.DATE, LocalDate.parse(token.text()), position);
        case DATETIME -> new Literal(Literal.Kind.MOMENT, moment(token.text()), position);
        case NAME -> word(token);
        default -> throw SoqlErrors.unexpected(words.query(), token);
      };
    } catch (DateTimeException e) {
      throw SoqlErrors.unexpected(words.query(), token);
    }
  }

  private static Object moment(String text) {
    // Java wants a colon in the offset, Salesforce takes it either way.
    return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
  }

  private Literal word(SoqlToken token) throws Refusal {
    int position = token.position();
    return switch (token.text().toUpperCase(Locale.ROOT)) {
      case "NULL" -> new Literal(Literal.Kind.NULL, null, position);
      case "TRUE" -> new Literal(Literal.Kind.BOOLEAN, true, position);
      case "FALSE" -> new Literal(Literal.Kind.BOOLEAN, false, position);
      case "YESTERDAY" -> days(today.minusDays(1), today, position);
      case "TODAY" -> days(today, today.plusDays(1), position);
      case "TOMORROW" -> days(today.plusDays(1), today.plusDays(2), position);
      case "LAST_N_DAYS" -> days(today.minusDays(number()), today.plusDays(1), position);
      case "NEXT_N_DAYS" -> days(today.plusDays(1), today.plusDays(1L + number()), position);
      case "N_DAYS_AGO" -> {
        LocalDate day = today.minusDays(number());
        yield days(day, day.plusDays(1), position);
      }
      default -> throw SoqlErrors.unexpected(words.query(), token);
    };
  }

  private int number() throws Refusal {
    words.expect(":");
    return words.count();
  }

  private static Literal days(LocalDate from, LocalDate until, int position) {
    return new Literal(Literal.Kind.DAYS, new Days(from, until), position);
  }
}
