package aquila.simulator;

/** Why the REST API does not do what it was asked: an error in Salesforce's own words. */
final class Refusal extends Exception {
  private final int status;
  private final String errorCode;

  Refusal(int status, String errorCode, String message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  static Refusal notFound() {
    return new Refusal(404, "NOT_FOUND", "The requested resource does not exist");
  }

  String errorCode() {
    return errorCode;
  }

  Reply reply() {
    return Reply.restError(status, errorCode, String.valueOf(getMessage()));
  }
}
