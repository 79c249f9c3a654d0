package aquila.doctor;

/** Where to click in Salesforce, in words that several findings share. */
final class SetupHint {

  /** Where apps are made and changed since Spring '26. */
  static final String APP = "Setup > External Client App Manager > the app";

  /** Where those are that were made before. */
  static final String OLD_APP =
      "for an older connected app: Setup > App Manager > the arrow in the app's line";

  static final String API_SCOPE =
      APP + " > Settings > OAuth Settings > OAuth Scopes: add \"Manage user data via APIs (api)\"";
  static final String MY_DOMAIN =
      "the org's own address stands in Salesforce under Setup (the gear) > Quick Find: My Domain >"
          + " Current My Domain URL; write https:// before it";
  static final String USERNAME =
      "copy it from Salesforce: Setup (the gear) > Quick Find: Users > the column Username in the"
          + " line of the integration user";
  static final String CONSUMER_KEY =
      "copy the Consumer Key from Salesforce: Setup (the gear) > Quick Find: External Client App"
          + " Manager > the app > Settings > OAuth Settings > Consumer Key and Secret";
  static final String OLD_CONSUMER_KEY = OLD_APP + " > View > Manage Consumer Details";
  static final String ONE_ORG =
      "all three URLs must be of the one org that has the app and the user: look up its own address"
          + " (Setup > Quick Find: My Domain), and use it for token-url and instance-url";
  static final String AUDIENCE =
      "audience-url is https://login.salesforce.com, for a sandbox https://test.salesforce.com, or"
          + " the My Domain URL of the same org";

  private SetupHint() {}
}
