package aquila.simulator;

/** What Salesforce says to a query that it does not like: the place, then the reason. */
final class SoqlErrors {

  /** So much of the query is shown before and after the place. */
  private static final int AROUND = 40;

  private SoqlErrors() {}

  /**
   * An error at a place.
   *
   * @param position from 0
   */
  static Refusal at(String query, int position, String errorCode, String reason) {
    int from = Math.max(0, position - AROUND);
    int until = Math.min(query.length(), position + AROUND);
    String shown = query.substring(from, until).replace('\n', ' ').replace('\r', ' ');
    String message =
        "\n%s\n%s^\nERROR at Row:1:Column:%d\n%s"
            .formatted(shown, " ".repeat(position - from), position + 1, reason);
    return new Refusal(400, errorCode, message);
  }

  static Refusal unexpected(String query, SoqlToken token) {
    String reason =
        token.kind() == SoqlToken.Kind.END
            ? "unexpected token: <EOF>"
            : "unexpected token: '" + token.text() + "'";
    return at(query, token.position(), "MALFORMED_QUERY", reason);
  }

  static Refusal noSuchColumn(String query, int position, String column, String entity) {
    return at(
        query,
        position,
        "INVALID_FIELD",
        "No such column '"
            + column
            + "' on entity '"
            + entity
            + "'. If you are attempting to use a custom field, be sure to append the '__c' after"
            + " the custom field name. Please reference your WSDL or the describe call for the"
            + " appropriate names.");
  }

  static Refusal noSuchType(String query, int position, String type) {
    return at(
        query,
        position,
        "INVALID_TYPE",
        "sObject type '"
            + type
            + "' is not supported. If you are attempting to use a custom object, be sure to append"
            + " the '__c' after the entity name. Please reference your WSDL or the describe call"
            + " for the appropriate names.");
  }

  static Refusal noSuchParent(String query, int position, String relationship) {
    return at(
        query,
        position,
        "INVALID_FIELD",
        "Didn't understand relationship '"
            + relationship
            + "' in field path. If you are attempting to use a custom relationship, be sure to"
            + " append the '__r' after the custom relationship name. Please reference your WSDL or"
            + " the describe call for the appropriate names.");
  }

  static Refusal noSuchChild(String query, int position, String relationship) {
    return at(
        query,
        position,
        "INVALID_TYPE",
        "Didn't understand relationship '"
            + relationship
            + "' in FROM part of query call. If you are attempting to use a custom relationship,"
            + " be sure to append the '__r' after the custom relationship name. Please reference"
            + " your WSDL or the describe call for the appropriate names.");
  }

  static Refusal wrongLiteral(String query, int position, SoqlValue value) {
    boolean quoted = value.type().isText();
    return at(
        query,
        position,
        "INVALID_FIELD",
        "value of filter criterion for field '"
            + value.name()
            + "' must be of type "
            + (quoted ? "string" : value.type().word())
            + " and should "
            + (quoted ? "" : "not ")
            + "be enclosed in quotes");
  }
}
