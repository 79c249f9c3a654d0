package aquila.doctor;

/** Where to click in Salesforce, in words that several findings share. */
final class SetupHint {

  /** How everything in Salesforce's Setup is found. */
  static final String FIND = "Setup (the gear) > Quick Find: ";

  /**
   * Where apps are made and changed since Spring '26, and where those are that were made before.
   */
  static final String APP =
      "open {app}: "
          + FIND
          + "External Client App Manager; if it is not listed there, it is an older connected app: "
          + FIND
          + "App Manager > the arrow in the app's line";

  static final String API_SCOPE =
      "Settings > OAuth Settings > OAuth Scopes: add \"Manage user data via APIs (api)\" > Save; in"
          + " an older connected app: Edit > Selected OAuth Scopes, the same > Save";
  static final String PROFILE =
      "look up the profile of {username}: " + FIND + "Users > the user > Profile";
  static final String ASSIGN_PROFILE =
      "in the app, Policies > Edit > App Policies > Select Profiles: add that profile > Save; in an"
          + " older connected app: Manage > Manage Profiles: tick it > Save";
  static final String PERMISSION_SET =
      "find the permission set of this integration: "
          + FIND
          + "Users > {username} > Permission Set Assignments; if there is none, or other users"
          + " share it, make a new one ("
          + FIND
          + "Permission Sets > New > Save) and assign it to this user";
  static final String MY_DOMAIN =
      "Salesforce shows the org's own address (its administrator can look it up): "
          + FIND
          + "My Domain > Current My Domain URL; put https:// before it";
  static final String USERNAME =
      "copy the Username from Salesforce (its administrator can look it up): "
          + FIND
          + "Users > the column Username in the line of the integration user";
  static final String CONSUMER_KEY =
      "copy the Consumer Key from Salesforce (its administrator can look it up): "
          + FIND
          + "External Client App Manager > the app > Settings > OAuth Settings > Consumer Key and"
          + " Secret; if the app is not listed there, it is an older connected app: "
          + FIND
          + "App Manager > the arrow in the app's line > View > Manage Consumer Details";
  static final String PASTE_KEY =
      "write it behind client-id= ({keyplace}): the Consumer Key, never the Consumer Secret";
  static final String ONE_ORG =
      "all three URLs must be of the one org that has the app and the user: look up its own address"
          + " ("
          + FIND
          + "My Domain), and use it for token-url and instance-url";
  static final String AUDIENCE =
      "audience-url is https://login.salesforce.com, for a sandbox https://test.salesforce.com, or"
          + " the My Domain URL of the same org";
  static final String STATUS_PAGE =
      "look at status.salesforce.com whether Salesforce has a trouble, and try later";
  static final String OWN_TOKEN_URL =
      "write the org's own address as token-url: https://NAME.my.salesforce.com, where NAME stands"
          + " in "
          + FIND
          + "My Domain";

  private SetupHint() {}
}
