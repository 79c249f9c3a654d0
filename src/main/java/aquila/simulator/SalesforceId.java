package aquila.simulator;

/**
 * Ids as Salesforce makes them: three characters for the kind of record, twelve for the record, and
 * three that repeat which letters are capitals, so that an id survives software that ignores case.
 */
final class SalesforceId {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private SalesforceId() {}

  /**
   * The id of a record.
   *
   * @param prefix the three characters of the kind
   * @param seed the org's seed, which gives the two characters of the org's instance
   * @param number the record's number among its kind
   */
  static String of(String prefix, long seed, long number) {
    StringBuilder id = new StringBuilder(prefix);
    id.append(digit(seed * 7 + 31)).append(digit(Math.floorDiv(seed, 62) * 5 + 16));
    StringBuilder digits = new StringBuilder();
    for (long rest = number; digits.length() < 10; rest /= 62) {
      digits.append(digit(rest));
    }
    return to18(id.append(digits.reverse()).toString());
  }

  /** The 18-character form of a 15-character id. */
  static String to18(String id15) {
    StringBuilder id = new StringBuilder(id15);
    for (int chunk = 0; chunk < 3; chunk++) {
      int capitals = 0;
      for (int i = 0; i < 5; i++) {
        char c = id15.charAt(chunk * 5 + i);
        capitals |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
      }
      id.append(CHECK.charAt(capitals));
    }
    return id.toString();
  }

  /** Whether a text could be an id, in either form. */
  static boolean isId(String text) {
    return text.matches("[0-9A-Za-z]{15}([0-5A-Za-z]{3})?");
  }

  private static char digit(long number) {
    return DIGITS.charAt((int) Math.floorMod(number, 62L));
  }
}
