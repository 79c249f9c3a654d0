package aquila.doctor;

import aquila.config.Field;
import aquila.failure.ExitCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the hosts' names have addresses: row N1. */
final class NameFindings {
  static final String ID = "network.names";
  static final String TITLE = "the names of the hosts";

  /** A name that everybody can look up who can look up anything of Salesforce's. */
  private static final String CONTROL = "login.salesforce.com";

  static final Verdict HOST_UNKNOWN =
      Verdict.fail(
          "network.host-unknown",
          "N1",
          ExitCode.NETWORK,
          "the host's name has no address",
          Advice.by(
                  Who.WITH_ADMINISTRATOR,
                  "compare the host letter by letter with "
                      + SetupHint.FIND
                      + "My Domain > Current My Domain URL, and correct the field")
              .because("the host is mistyped")
              .or("My Domain was renamed", "write the new address in all fields that have it")
              .or("the org was deleted", ""));
  static final Verdict NO_LOOKUP =
      Verdict.fail(
          "network.no-name-lookup",
          "N1",
          ExitCode.NETWORK,
          "this machine finds the address of no outside name",
          Advice.by(
                  Who.HERE,
                  "if this machine reaches the internet only through a proxy, name it: the setting"
                      + " proxy, or the variable HTTPS_PROXY; ask the network team for its address")
              .or(
                  "there is no proxy",
                  "ask the network team to let this machine look up outside names (DNS)"));
  static final Verdict AUDIENCE_UNKNOWN =
      Verdict.warn(
          "network.audience-unknown",
          "N1",
          ExitCode.NETWORK,
          "the name in the audience has no address",
          Advice.by(Who.HERE, SetupHint.AUDIENCE));

  private NameFindings() {}

  static Check<Visit> check() {
    return new Check<>(
        ID,
        TITLE,
        List.of(
            FieldFindings.id(Field.INSTANCE_URL),
            FieldFindings.id(Field.TOKEN_URL),
            OptionFindings.ID),
        NameFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    Set<String> known = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    boolean isProxied = false;
    for (URI uri : List.of(visit.instanceUrl(), visit.tokenUrl())) {
      if (visit.proxy(uri).isPresent()) {
        isProxied = true;
      } else {
        (visit.isNameKnown(uri.getHost()) ? known : unknown).add(uri.getHost());
      }
    }
    if (unknown.isEmpty()) {
      return isProxied
          ? List.of(Finding.pass(ID, TITLE, Place.none(), "the proxy looks them up"))
          : passed(visit, known);
    }
    if (!known.isEmpty() || visit.isNameKnown(CONTROL)) {
      return unknown.stream().map(host -> unknown(host, known)).toList();
    }
    String message = "neither " + String.join(", ", unknown) + " nor " + CONTROL + " has one";
    return List.of(Finding.of(NO_LOOKUP, Place.seen(String.join(", ", unknown)), message));
  }

  private static List<Finding> passed(Visit visit, Set<String> known) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.pass(ID, TITLE, Place.seen(String.join(", ", known)), null));
    audienceHost(visit)
        .filter(host -> !known.contains(host) && !visit.isNameKnown(host))
        .ifPresent(host -> findings.add(Finding.of(AUDIENCE_UNKNOWN, Place.seen(host), null)));
    return findings;
  }

  /** Nobody connects to it; but a My Domain that does not exist is no audience. */
  private static Optional<String> audienceHost(Visit visit) {
    return visit
        .setup()
        .settings()
        .find(Field.AUDIENCE_URL)
        .flatMap(setting -> WebAddress.of(CleanValue.of(setting.value())))
        .filter(address -> address.salesforce().is(SalesforceHost.Kind.MY_DOMAIN))
        .map(WebAddress::host);
  }

  private static Finding unknown(String host, Set<String> known) {
    String message =
        (known.isEmpty() ? CONTROL : String.join(", ", known))
            + " has an address here, so this machine can look up names";
    return Finding.of(HOST_UNKNOWN, Place.seen(host), message);
  }
}
