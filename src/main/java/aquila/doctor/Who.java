package aquila.doctor;

/** Whose hands it takes to mend something. */
public enum Who {
  ADMINISTRATOR(
      "the Salesforce administrator",
      "the administrator of the Salesforce org (the customer's, if a customer sent the fields)",
      true),
  WITH_ADMINISTRATOR(
      "whoever runs Aquila, with the Salesforce administrator",
      "whoever runs Aquila, with what the administrator of the Salesforce org looks up",
      true),
  HERE("whoever runs Aquila", "whoever runs Aquila", false),
  NETWORK("the network team", "the network team of the place where Aquila runs", false);

  private final String name;
  private final String text;
  private final boolean isInSalesforce;

  Who(String name, String text, boolean isInSalesforce) {
    this.name = name;
    this.text = text;
    this.isInSalesforce = isInSalesforce;
  }

  /** Who it is, in few words. */
  String shortly() {
    return name;
  }

  /** Who it is, in words for people who have never met them. */
  public String text() {
    return text;
  }

  /** What has to pass before the next try, in words; empty where it may be made at once. */
  public String pause() {
    return isInSalesforce
        ? "wait 10 minutes after the change in Salesforce (at times it takes an hour)"
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
