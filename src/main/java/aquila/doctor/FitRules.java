package aquila.doctor;

import aquila.config.Field;
import aquila.doctor.SalesforceHost.Kind;
import aquila.doctor.SalesforceHost.Side;
import aquila.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the fields are of one and the same org: rows C7, C16, C17 and C18. */
final class FitRules {
  static final String ID = "field.fit";
  static final String TITLE = "the fields fit together";

  static final Verdict MIXED =
      Verdict.fail(
          "field.orgs-mixed",
          "C16",
          ExitCode.CONFIG,
          "the URLs are of different orgs",
          SetupHint.ONE_ORG,
          SetupHint.AUDIENCE);
  static final Verdict GENERIC_TEST =
      Verdict.warn(
          "field.test-host",
          "C17",
          ExitCode.CONFIG,
          "sign-in at test.salesforce.com",
          "write the sandbox's own address as token-url: https://NAME--SANDBOX.sandbox.my.salesforce"
              + ".com, as Setup > Quick Find: My Domain shows it",
          "audience-url may stay https://test.salesforce.com; if that is refused, write the same My"
              + " Domain there");
  static final Verdict OWN_CLOUD =
      Verdict.warn(
          "field.own-cloud-audience",
          "C18",
          ExitCode.CONFIG,
          "an audience that a government or China org may refuse",
          "write https://login.salesforce.com as audience-url, for a sandbox"
              + " https://test.salesforce.com; token-url stays the My Domain of the org");
  static final Verdict SUFFIX =
      Verdict.warn(
          "field.sandbox-username",
          "C7",
          ExitCode.CONFIG,
          "a username as sandboxes have it, in production",
          "look in the org itself: Setup (the gear) > Quick Find: Users > the column Username",
          "if the user is of a sandbox, all three URLs must be the sandbox's");

  /** Endings that people give to users of production. */
  private static final Set<String> PRODUCTION =
      Set.of("prod", "prd", "production", "live", "local", "internal", "corp", "lan", "intranet");

  private FitRules() {}

  static List<Verdict> verdicts() {
    return List.of(MIXED, GENERIC_TEST, OWN_CLOUD, SUFFIX);
  }

  static List<Finding> of(Setup setup) {
    Fit fit = Fit.of(setup);
    List<Finding> findings = new ArrayList<>();
    mixed(fit).ifPresent(findings::add);
    genericTest(fit).ifPresent(findings::add);
    ownCloud(fit).ifPresent(findings::add);
    suffix(fit).ifPresent(findings::add);
    if (findings.isEmpty() && fit.told() < 2) {
      return List.of(
          Finding.skip(ID, TITLE, Place.none(), "these addresses do not show their org"));
    }
    return findings;
  }

  private static Optional<Finding> mixed(Fit fit) {
    List<FieldValue> production = fit.of(Side.PRODUCTION);
    List<FieldValue> sandbox = fit.of(Side.SANDBOX);
    if (!production.isEmpty() && !sandbox.isEmpty()) {
      String message =
          side(production, "production") + "; " + side(sandbox, "a sandbox") + userTells(fit);
      boolean isTie = production.size() == 2 && !userTells(fit).isEmpty();
      return Optional.of(mixed(message, isTie ? List.of() : List.of(production, sandbox)));
    }
    Map<String, List<FieldValue>> orgs = fit.orgs();
    if (orgs.size() < 2) {
      return Optional.empty();
    }
    List<String> sides = new ArrayList<>();
    orgs.values().forEach(values -> sides.add(side(values, "the org at")));
    return Optional.of(mixed(String.join("; ", sides), List.copyOf(orgs.values())));
  }

  private static String side(List<FieldValue> values, String side) {
    String verb = values.size() == 1 ? " is of " : " are of ";
    String hosts = Fit.hosts(values);
    return Fit.names(values)
        + verb
        + side
        + (side.startsWith("the org") ? " " + hosts : " (" + hosts + ")");
  }

  private static String userTells(Fit fit) {
    return fit.value(Field.USERNAME)
        .flatMap(FitRules::sandboxSuffix)
        .map(end -> "; the username ends in ." + end + ", as users of a sandbox do")
        .orElse("");
  }

  /** The one that stands alone against two is named, as the likelier place of the mistake. */
  private static Finding mixed(String message, List<List<FieldValue>> groups) {
    boolean isMajority = groups.stream().anyMatch(group -> group.size() == 2);
    Optional<FieldValue> alone =
        groups.stream()
            .filter(group -> isMajority && group.size() == 1)
            .map(g -> g.get(0))
            .findAny();
    Place place = alone.map(value -> Place.of(value.setting())).orElse(Place.none());
    String cause =
        alone
            .map(value -> value.field().key() + " stands alone against the other two")
            .orElse("one of them was left over from another org");
    return new Finding(MIXED, place, message, MIXED.advice().because(cause));
  }

  private static Optional<Finding> genericTest(Fit fit) {
    if (!fit.isAt(Field.AUDIENCE_URL, Kind.TEST) || !fit.isAt(Field.TOKEN_URL, Kind.TEST)) {
      return Optional.empty();
    }
    return fit.value(Field.TOKEN_URL)
        .map(
            token -> {
              String normal =
                  token.context().myDomain().map(it -> it + WebAddress.ENDPOINT).orElse(null);
              return Finding.of(
                  GENERIC_TEST,
                  Place.of(token.setting()).withNormal(normal),
                  "token-url and audience-url are both the host where all sandboxes sign in; since"
                      + " Spring '26 it may refuse External Client Apps as not installed");
            });
  }

  private static Optional<Finding> ownCloud(Fit fit) {
    boolean isOwnCloud =
        fit.value(Field.TOKEN_URL).filter(token -> token.host().isOwnCloud()).isPresent();
    return fit.value(Field.AUDIENCE_URL)
        .filter(value -> isOwnCloud)
        .filter(value -> !value.host().is(Kind.LOGIN) && !value.host().is(Kind.TEST))
        .map(
            value ->
                Finding.of(
                    OWN_CLOUD,
                    Place.of(value.setting())
                        .withNormal(value.context().usual(Field.AUDIENCE_URL).orElse(null)),
                    "token-url is in a cloud of its own, where the audience has to be the login host"
                        + " as far as is known"));
  }

  private static Optional<Finding> suffix(Fit fit) {
    if (!fit.of(Side.SANDBOX).isEmpty() || fit.of(Side.PRODUCTION).isEmpty()) {
      return Optional.empty();
    }
    return fit.value(Field.USERNAME)
        .flatMap(
            value ->
                sandboxSuffix(value)
                    .map(
                        end ->
                            Finding.of(
                                SUFFIX,
                                Place.of(value.setting()),
                                "the username ends in ."
                                    + SafeText.of(end)
                                    + ", which is no top-level domain: Salesforce puts the name of a"
                                    + " sandbox there, and the URLs are of production")));
  }

  /** What stands behind the last dot, if it can only be the name of a sandbox. */
  private static Optional<String> sandboxSuffix(FieldValue username) {
    String text = username.text();
    String last = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    int at = text.indexOf('@');
    boolean hasDomain = at > 0 && text.indexOf('.', at) < text.lastIndexOf('.');
    return hasDomain
            && last.matches("[a-z0-9]{1,10}")
            && !PRODUCTION.contains(last)
            && !TopLevelDomains.have(last)
        ? Optional.of(last)
        : Optional.empty();
  }
}
