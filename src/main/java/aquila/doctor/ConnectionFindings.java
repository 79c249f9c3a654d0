package aquila.doctor;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.http.HttpReply;
import aquila.http.ReplyText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One request to each host, without a token: connection, TLS, proxy. Rows N2 to N14. */
final class ConnectionFindings {
  static final String ID = "network.connection";
  static final String TITLE = "the connection";

  static final Verdict WEB_PAGE =
      Verdict.fail(
          "network.web-page",
          "N14",
          ExitCode.NETWORK,
          "a web page in the place of Salesforce's answer",
          Advice.by(
                  Who.HERE,
                  "open the address in a browser on this machine: a portal that wants a sign-in, or"
                      + " the page of a proxy that blocks, shows itself there; sign in, or ask the"
                      + " network team")
              .or("the host is a wrong one", SetupHint.MY_DOMAIN));

  private ConnectionFindings() {}

  static Check<Visit> check() {
    return new Check<>(ID, TITLE, List.of(NameFindings.ID), ConnectionFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    List<Finding> troubles = new ArrayList<>();
    Set<String> reached = new LinkedHashSet<>();
    List<URI> addresses = new ArrayList<>(List.of(visit.versionsUrl()));
    if (visit.hasTwoHosts()) {
      addresses.add(Visit.orgUrl(visit.tokenOrigin()));
    }
    for (URI address : addresses) {
      try {
        HttpReply reply = visit.ask(address);
        if (reply.status() == 200 && reply.isHtml() && address.equals(visit.versionsUrl())) {
          troubles.add(
              Finding.of(
                  WEB_PAGE,
                  Place.seen(ReplyText.summary(reply)),
                  address + " should answer with a list of API versions"));
        } else {
          reached.add(address.getRawAuthority() + way(visit, address));
        }
      } catch (NetworkFailure e) {
        troubles.add(NetworkFindings.of(e));
      } catch (Failure e) {
        troubles.add(RefusalFindings.local(e));
      }
    }
    return troubles.isEmpty()
        ? List.of(Finding.pass(ID, TITLE, Place.seen(String.join(", ", reached)), null))
        : troubles;
  }

  private static String way(Visit visit, URI address) {
    return visit
        .proxy(address)
        .map(proxy -> " through the proxy " + proxy.name() + " (" + proxy.origin() + ")")
        .orElse("");
  }
}
