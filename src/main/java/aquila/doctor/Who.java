package aquila.doctor;

/** Whose hands it takes to mend something. */
public enum Who {
  ADMINISTRATOR(
      "the Salesforce administrator",
      "wait 10 minutes after a change in Salesforce (at times it takes an hour)"),
  WITH_ADMINISTRATOR(
      "the person at this machine, with what the Salesforce administrator looks up",
      "wait 10 minutes after a change in Salesforce (at times it takes an hour)"),
  HERE("the person at this machine", ""),
  NETWORK("the network team", "");

  private final String text;
  private final String pause;

  Who(String text, String pause) {
    this.text = text;
    this.pause = pause;
  }

  /** Who it is, in words. */
  public String text() {
    return text;
  }

  /** What has to pass before the next try, in words; empty where it may be made at once. */
  public String pause() {
    return pause;
  }

  /** Who mends most of the findings of this kind. */
  static Who usual(String id) {
    if (id.startsWith("field.") || id.startsWith("key.")) {
      return HERE;
    }
    return id.startsWith("network.") ? NETWORK : ADMINISTRATOR;
  }
}
