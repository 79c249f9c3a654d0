package aquila.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as a person may have written it, taken apart as well as it can be.
 *
 * @param scheme lower case; empty if there is none
 * @param isTyped whether {@code ://} stands once, as it should
 * @param hasLogin whether a user name stands before the host
 * @param host lower case; with {@code --} where a word processor made a dash of it
 * @param port with its colon, or empty
 * @param rest path, query and fragment as they were written
 * @param isValid whether the host, as it was written, can be one
 */
record WebAddress(
    String scheme,
    boolean isTyped,
    boolean hasLogin,
    String host,
    String port,
    String rest,
    boolean isValid) {

  static final String ENDPOINT = "/services/oauth2/token";

  /** RFC 1035, section 2.3.4. */
  private static final int LONGEST_HOST = 253;

  private static final Pattern SCHEME =
      Pattern.compile("^(?:([A-Za-z][A-Za-z0-9+.-]*):/*|(https?)/{2,})");
  private static final Pattern PARTS =
      Pattern.compile("([^/?#]*@)?(\\[[0-9a-fA-F:.]*]|[^:/?#]*)(:[^/?#]*)?([/?#].*)?");
  private static final Pattern HOST =
      Pattern.compile(
          "\\[[0-9a-fA-F:.]+]|(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)*"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

  /** The address, or empty if there is nothing that could be a host. */
  static Optional<WebAddress> of(String text) {
    String scheme = "";
    boolean isTyped = false;
    String rest = text.replaceFirst("^/{1,2}", "");
    Matcher start = SCHEME.matcher(rest);
    for (int i = 0; start.find() && isScheme(start, rest, i == 0) && i < 3; i++) {
      isTyped = i == 0 && start.group(1) != null && start.group().endsWith("://");
      scheme = (start.group(1) == null ? start.group(2) : start.group(1)).toLowerCase(Locale.ROOT);
      rest = rest.substring(start.end());
      start = SCHEME.matcher(rest);
    }
    Matcher parts = PARTS.matcher(rest);
    if (!parts.matches() || parts.group(2).isBlank()) {
      return Optional.empty();
    }
    String written = parts.group(2);
    String host = written.replaceAll("[\u2013\u2014]", "--").toLowerCase(Locale.ROOT);
    String port = parts.group(3) == null ? "" : parts.group(3);
    String behind = parts.group(4) == null ? "" : parts.group(4);
    boolean isValid =
        written.length() <= LONGEST_HOST
            && HOST.matcher(written).matches()
            && isPort(port)
            && !behind.startsWith("//");
    return Optional.of(
        new WebAddress(scheme, isTyped, parts.group(1) != null, host, port, behind, isValid));
  }

  /** {@code host:8443/x} and {@code https://me:word@host} have a colon behind something else. */
  private static boolean isScheme(Matcher start, String text, boolean isFirst) {
    String name = start.group(1) == null ? start.group(2) : start.group(1);
    return name.matches("(?i)https?")
        || (isFirst
            && (start.group().endsWith("/")
                || !text.substring(start.end()).matches("[0-9]{1,5}(?:[/?#].*)?")));
  }

  private static boolean isPort(String port) {
    return port.isEmpty() || port.matches(":(?!0+$)[0-9]{1,5}");
  }

  /** The address without anything behind the host, by https unless it is on this machine. */
  String origin() {
    String by = SalesforceHost.isThisMachine(host) && scheme.equals("http") ? "http" : "https";
    return by + "://" + host + (port.equals(":443") ? "" : port);
  }

  /** Whether something other than one slash stands behind the host. */
  boolean hasPath() {
    return rest.length() > 1;
  }

  /** The host, judged. */
  SalesforceHost salesforce() {
    return SalesforceHost.of(host);
  }
}
