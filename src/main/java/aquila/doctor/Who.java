package aquila.doctor;

/** Whose hands it takes to mend something. */
public enum Who {
  ADMINISTRATOR("the Salesforce administrator", true),
  WITH_ADMINISTRATOR(
      "the person at this machine, with what the Salesforce administrator looks up", true),
  HERE("the person at this machine", false),
  NETWORK("the network team", false);

  private final String text;
  private final boolean isInSalesforce;

  Who(String text, boolean isInSalesforce) {
    this.text = text;
    this.isInSalesforce = isInSalesforce;
  }

  /** Who it is, in words. */
  public String text() {
    return text;
  }

  /** What has to pass before the next try, in words; empty where it may be made at once. */
  public String pause() {
    return isInSalesforce
        ? "wait 10 minutes after a change in Salesforce (at times it takes an hour)"
        : "";
  }

  /** Who mends most of the findings of this kind. */
  static Who usual(String id) {
    if (id.startsWith("field.") || id.startsWith("key.")) {
      return HERE;
    }
    return id.startsWith("network.") ? NETWORK : ADMINISTRATOR;
  }
}
