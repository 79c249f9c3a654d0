package aquila.doctor;

import aquila.world.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host name of Salesforce's, as far as the name itself tells what is behind it.
 *
 * @param kind what the host serves
 * @param org the org's name in it with its partition, for example {@code acme--uat.sandbox}; empty
 *     where the name does not tell
 * @param side whether it is of production or of a sandbox
 * @param myDomain the My Domain host of that org; empty where it cannot be told
 * @param isOwnCloud whether it is in a cloud with rules of its own: government, China
 */
record SalesforceHost(Kind kind, String org, Side side, String myDomain, boolean isOwnCloud) {

  /** What a host serves. */
  enum Kind {
    LOGIN,
    TEST,
    MY_DOMAIN,
    LIGHTNING,
    SETUP,
    /** Files, Visualforce pages, sites. */
    CONTENT,
    /** A server farm by its number, as people used to address it. */
    INSTANCE,
    OTHER
  }

  /** Which world an org belongs to; each has a login host of its own. */
  enum Side {
    PRODUCTION,
    SANDBOX,
    UNKNOWN
  }

  private static final String CLOUD = "(salesforce\\.com|salesforce\\.mil|sfcrmproducts\\.cn)";
  private static final String ORG = "([a-z0-9-]+(?:\\.[a-z0-9-]+)?)";
  private static final Pattern LOGIN = Pattern.compile("(login|test)\\." + CLOUD);
  private static final Pattern FARM =
      Pattern.compile("((?:na|eu|ap|um|gs|cs)[0-9]{1,3})(?:-api)?\\.salesforce\\.com");
  private static final Pattern MY_DOMAIN = Pattern.compile(ORG + "\\.my\\." + CLOUD);

  /** Hosts whose names hold the org's name as My Domain does. */
  private static final List<Row> ROWS =
      List.of(
          new Row(Kind.LIGHTNING, ORG + "\\.lightning\\.(force\\.com|crmforce\\.mil)"),
          new Row(Kind.SETUP, ORG + "\\.my\\.(salesforce-setup\\.com|salesforce-setup\\.mil)"),
          new Row(Kind.CONTENT, ORG + "\\.file\\.(force\\.com|crmforce\\.mil)"),
          new Row(Kind.CONTENT, ORG + "\\.my\\.(site\\.com|salesforce-sites\\.com)"),
          new Row(Kind.CONTENT, "([a-z0-9-]+?)--[a-z0-9_]+\\.(visualforce|documentforce)\\.com"),
          new Row(
              Kind.CONTENT,
              "([a-z0-9-]+?)--[a-z0-9_]+(\\.[a-z]+)?\\.vf\\.(force\\.com|crmforce\\.mil)"));

  private static final Pattern CONTENT =
      Pattern.compile(
          "(?:.+\\.)?(?:force|visualforce|documentforce|site|salesforce-sites"
              + "|salesforce-experience|crmforce)\\.(?:com|mil)");

  private record Row(Kind kind, Pattern pattern) {
    Row(Kind kind, String regex) {
      this(kind, Pattern.compile(regex));
    }
  }

  /** Judges a host in lower case. Hosts of this machine, and reserved names, are always OTHER. */
  static SalesforceHost of(String host) {
    if (isThisMachine(host) || host.matches("(?:.*\\.)?(?:localhost|invalid|test|example)")) {
      return other(Kind.OTHER, Side.UNKNOWN);
    }
    Matcher login = LOGIN.matcher(host);
    if (login.matches()) {
      return login.group(1).equals("login")
          ? other(Kind.LOGIN, Side.PRODUCTION)
          : other(Kind.TEST, Side.SANDBOX);
    }
    Matcher farm = FARM.matcher(host);
    if (farm.matches()) {
      return other(Kind.INSTANCE, farm.group(1).startsWith("cs") ? Side.SANDBOX : Side.PRODUCTION);
    }
    Matcher myDomain = MY_DOMAIN.matcher(host);
    if (myDomain.matches()) {
      return named(Kind.MY_DOMAIN, myDomain.group(1), myDomain.group(2));
    }
    for (Row row : ROWS) {
      Matcher name = row.pattern.matcher(host);
      if (name.matches()) {
        String partition = name.groupCount() == 3 && name.group(2) != null ? name.group(2) : "";
        return named(
            row.kind,
            name.group(1) + partition,
            host.endsWith(".mil") ? "salesforce.mil" : "salesforce.com");
      }
    }
    return other(CONTENT.matcher(host).matches() ? Kind.CONTENT : Kind.OTHER, Side.UNKNOWN);
  }

  static boolean isThisMachine(String host) {
    try {
      return Loopback.is(URI.create("https://" + host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SalesforceHost other(Kind kind, Side side) {
    return new SalesforceHost(kind, "", side, "", false);
  }

  private static SalesforceHost named(Kind kind, String name, String cloud) {
    String label = name.replaceFirst("\\..*", "");
    String partition = name.substring(label.length());
    boolean isFarm = partition.matches("\\.(?:na|eu|ap|um|gs|cs)[0-9]{1,3}");
    boolean isSandbox = label.contains("--");
    if (isSandbox && (partition.isEmpty() || isFarm || kind != Kind.MY_DOMAIN)) {
      partition = ".sandbox";
    } else if (isFarm) {
      partition = "";
    }
    String org = label + partition;
    return new SalesforceHost(
        kind == Kind.MY_DOMAIN && isFarm ? Kind.INSTANCE : kind,
        org,
        side(partition),
        org + ".my." + cloud,
        !cloud.equals("salesforce.com"));
  }

  /** By the partitions of My Domain; of those that are rare the login host is not known. */
  private static Side side(String partition) {
    return switch (partition) {
      case "", ".develop", ".trailblaze" -> Side.PRODUCTION;
      case ".sandbox", ".scratch" -> Side.SANDBOX;
      default -> Side.UNKNOWN;
    };
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Where its programs are reached, if the name tells. */
  Optional<String> myDomainUrl() {
    return myDomain.isEmpty() ? Optional.empty() : Optional.of("https://" + myDomain);
  }

  /** For people: "production" or "a sandbox". */
  String sideText() {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
