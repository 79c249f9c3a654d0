package aquila.doctor;

import static aquila.doctor.FieldRule.URLS;

import aquila.config.Field;
import aquila.doctor.SalesforceHost.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How the three URLs are written: rows C12 to C15. */
final class UrlRules {
  private static final Set<Field> AUDIENCE = EnumSet.of(Field.AUDIENCE_URL);
  private static final Set<Field> INSTANCE = EnumSet.of(Field.INSTANCE_URL);
  private static final Set<Field> TOKEN = EnumSet.of(Field.TOKEN_URL);
  private static final Set<Field> NOT_AUDIENCE = EnumSet.of(Field.INSTANCE_URL, Field.TOKEN_URL);

  private UrlRules() {}

  static List<FieldRule> all() {
    return ROWS;
  }

  private static Predicate<FieldValue> address(Predicate<WebAddress> test) {
    return value -> value.address() != null && test.test(value.address());
  }

  private static boolean isMalformed(FieldValue value) {
    WebAddress address = value.address();
    return address == null
        || !address.isValid()
        || (!address.scheme().isEmpty() && !address.isTyped());
  }

  /** Capitals in the host, or a port that need not be said. */
  private static boolean isUnusual(FieldValue value) {
    WebAddress address = value.address();
    return address != null
        && address.isTyped()
        && !isNotHttps(address)
        && !value.text().equals(address.origin() + address.rest());
  }

  /** What stands behind these hosts is the page that was open, which needs no word of its own. */
  private static boolean isOfPages(FieldValue value) {
    return Set.of(Kind.LIGHTNING, Kind.SETUP, Kind.CONTENT).contains(value.host().kind());
  }

  private static boolean isShort(WebAddress address) {
    return address.isValid()
        && address.isTyped()
        && address.host().matches("[a-z0-9-]+")
        && !SalesforceHost.isThisMachine(address.host());
  }

  private static boolean isNotHttps(WebAddress address) {
    return !address.scheme().isEmpty() && !address.origin().startsWith(address.scheme() + "://");
  }

  private static final List<FieldRule> ROWS =
      List.of(
          FieldRule.fail(
              "field.url-malformed",
              "C12",
              "not a URL that can be used",
              URLS,
              UrlRules::isMalformed,
              "{field} is not written as a URL: it is https, a colon, two slashes, the name of a"
                  + " host made of letters, digits, hyphens and dots",
              SetupHint.MY_DOMAIN),
          FieldRule.fail(
              "field.url-with-login",
              "C12",
              "a user name in a URL",
              URLS,
              address(WebAddress::hasLogin),
              "{field} has something before an @; nobody signs in by that",
              "leave out all between // and the host"),
          FieldRule.fail(
              "field.url-without-scheme",
              "C12",
              "a URL without https://",
              NOT_AUDIENCE,
              address(address -> address.scheme().isEmpty()),
              "{field} does not begin with https://",
              "write https:// before it"),
          FieldRule.fail(
              "field.url-not-https",
              "C12",
              "a URL that is not https",
              NOT_AUDIENCE,
              address(UrlRules::isNotHttps),
              "{field} is not https, and nothing is sent any other way",
              "write https:// in place of what stands before the host"),
          FieldRule.fail(
              "field.audience-without-scheme",
              "C14",
              "an audience without https://",
              AUDIENCE,
              address(address -> address.scheme().isEmpty()),
              "audience-url is signed letter by letter, and this one lacks https://",
              "write https:// before it"),
          FieldRule.fail(
              "field.audience-not-https",
              "C14",
              "an audience that is not https",
              AUDIENCE,
              address(UrlRules::isNotHttps),
              "audience-url is signed letter by letter, and begins with https://",
              "write https:// in place of what stands before the host"),
          FieldRule.warn(
              "field.short-host",
              "C12",
              "a host without a domain",
              URLS,
              address(UrlRules::isShort),
              "{field} has a host without a dot, which only a private network knows: every host of"
                  + " Salesforce ends in a domain",
              SetupHint.MY_DOMAIN),
          FieldRule.warn(
              "field.instance-path",
              "C13",
              "something behind the host of the instance",
              INSTANCE,
              value -> address(WebAddress::hasPath).test(value) && !isOfPages(value),
              "instance-url is only a host; what stands behind it is dropped",
              "delete all behind the host"),
          FieldRule.warn(
              "field.instance-slash",
              "C13",
              "a slash at the end of the instance",
              INSTANCE,
              address(address -> address.rest().equals("/")),
              "instance-url ends in a slash; it is dropped",
              "delete the slash"),
          FieldRule.fail(
              "field.audience-path",
              "C14",
              "something behind the host of the audience",
              AUDIENCE,
              value -> address(WebAddress::hasPath).test(value) && !value.host().is(Kind.CONTENT),
              "audience-url has something behind its host, and Salesforce compares it letter by"
                  + " letter; the address with /services/oauth2/token is the token-url",
              SetupHint.AUDIENCE),
          FieldRule.warn(
              "field.audience-slash",
              "C14",
              "a slash at the end of the audience",
              AUDIENCE,
              address(address -> address.rest().equals("/")),
              "audience-url ends in a slash; it is dropped before signing",
              "delete the slash"),
          FieldRule.warn(
              "field.audience-spelling",
              "C14",
              "an audience in an unusual spelling",
              AUDIENCE,
              UrlRules::isUnusual,
              "audience-url is compared letter by letter; capitals and ports are unusual there",
              SetupHint.AUDIENCE),
          FieldRule.fail(
              "field.token-path",
              "C15",
              "not the address of the token endpoint",
              TOKEN,
              address(
                  address ->
                      address.hasPath()
                          && !address.rest().equals(WebAddress.ENDPOINT)
                          && !address.rest().equals(WebAddress.ENDPOINT + "/")),
              "token-url ends in something else than /services/oauth2/token",
              "write https://, the host, /services/oauth2/token; the address that ends in"
                  + " /authorize is where a browser begins to sign in"),
          FieldRule.warn(
              "field.token-slash",
              "C15",
              "a slash at the end of the token endpoint",
              TOKEN,
              address(address -> address.rest().matches("(?:" + WebAddress.ENDPOINT + ")?/")),
              "token-url ends in a slash; it is dropped",
              "delete the slash"));
}
