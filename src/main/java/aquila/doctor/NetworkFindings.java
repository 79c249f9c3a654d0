package aquila.doctor;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.NetworkFailure;
import aquila.failure.NetworkFailure.Kind;
import aquila.world.ForeignText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** No answer: rows N1 to N13. Which step failed is told by {@link NetworkFailure.Kind}. */
final class NetworkFindings {
  private static final String PORT =
      "let this machine reach port 443 of the org's My Domain, login.salesforce.com and"
          + " test.salesforce.com";
  private static final String PROXY =
      "name the right one: the setting proxy, or the variable HTTPS_PROXY";

  private static final Map<Kind, Verdict> VERDICTS = verdicts();

  private NetworkFindings() {}

  /** All of them, in the catalogue's order. */
  static List<Verdict> all() {
    return List.copyOf(VERDICTS.values());
  }

  /** The finding for a host that gave no answer. */
  static Finding of(NetworkFailure failure) {
    Verdict verdict = VERDICTS.getOrDefault(failure.kind(), verdict(Kind.OTHER));
    Cause words = failure.words();
    // An issuer's name is another side's word.
    List<String> steps = failure.hints().stream().map(ForeignText::printable).toList();
    String said = words == null || words.text().isEmpty() ? "" : ": " + words.text();
    Place place = Place.seen(failure.fact() + said);
    // The hints are for the person at this machine.
    boolean areForOthers = verdict.advice().who() == Who.NETWORK;
    return Finding.of(
        verdict, place, null, steps.isEmpty() || areForOthers ? verdict.steps() : steps);
  }

  static Verdict verdict(Kind kind) {
    return VERDICTS.getOrDefault(kind, NameFindings.HOST_UNKNOWN);
  }

  private static Map<Kind, Verdict> verdicts() {
    Map<Kind, Verdict> rows = new EnumMap<>(Kind.class);
    rows.put(Kind.HOST_UNKNOWN, NameFindings.HOST_UNKNOWN);
    rows.put(
        Kind.PROXY_UNKNOWN,
        row("proxy-unknown", "N1", "the proxy's name has no address", proxyAddress()));
    rows.put(
        Kind.REFUSED,
        row(
            "refused",
            "N2",
            "the host takes no connection",
            Advice.by(Who.NETWORK, PORT).or("this machine has to go through a proxy", PROXY)));
    rows.put(
        Kind.PROXY_REFUSED,
        row("proxy-refused", "N2", "the proxy takes no connection", proxyAddress()));
    rows.put(
        Kind.NO_CONNECTION,
        row(
            "no-connection",
            "N3",
            "nothing answers to the attempt to connect",
            Advice.by(Who.NETWORK, PORT).or("this machine has to go through a proxy", PROXY)));
    rows.put(
        Kind.OFFLINE,
        row(
            "offline",
            "N3",
            "this machine knows no way to the host",
            Advice.by(Who.HERE, "look at the network of this machine")
                .or("it has to go through a proxy", PROXY)));
    rows.put(
        Kind.DISTRUSTED,
        row(
            "certificate-untrusted",
            "N5",
            "the host's certificate is not trusted",
            Advice.by(
                    Who.HERE,
                    "ask the network team for the root certificate of the company's TLS inspection as"
                        + " a PEM file, and name that file with ca-file")
                .or(
                    "there is no such inspection, and Java is old and lacks newer authorities",
                    "java -version shows its age; use a newer one")));
    rows.put(
        Kind.OUTSIDE_DATES,
        row(
            "certificate-dates",
            "N5",
            "the host's certificate is outside its dates",
            Advice.by(
                    Who.HERE,
                    "set the clock of this machine: timedatectl set-ntp true; Windows: w32tm"
                        + " /resync")
                .or("the clock is right", "ask the network team whose certificate that is")));
    rows.put(
        Kind.OTHER_NAME,
        row(
            "certificate-name",
            "N6",
            "the host's certificate is made out to another name",
            Advice.by(Who.HERE, SetupHint.MY_DOMAIN)
                .or(
                    "the host is right",
                    "ask the network team whether something answers in its place")));
    rows.put(
        Kind.NO_TLS,
        row(
            "no-tls",
            "N7",
            "the port does not speak TLS",
            Advice.by(Who.HERE, "leave the port out of the URL")
                .or(
                    "the URL has no port",
                    "ask the network team whether something answers in the host's place")));
    rows.put(
        Kind.LOST,
        row(
            "lost",
            "N8",
            "the connection broke off before an answer",
            Advice.by(
                    Who.NETWORK,
                    "look whether a firewall, a proxy or an inspection of traffic breaks the"
                        + " connection off")
                .or("the URL begins with http:// and its port speaks TLS", "write https://")));
    rows.put(
        Kind.HANDSHAKE_CUT,
        row(
            "handshake-cut",
            "N9",
            "the TLS handshake is cut off",
            Advice.by(Who.NETWORK, "let this host name through the firewall")));
    rows.put(
        Kind.HANDSHAKE_FAILED,
        row(
            "handshake-failed",
            "N10",
            "the TLS handshake fails",
            Advice.by(
                    Who.NETWORK,
                    "look whether a device in between offers less than TLS 1.2, which Salesforce"
                        + " needs")
                .or(
                    "Java was told so",
                    "its setting jdk.tls.client.protocols must not exclude TLSv1.2")));
    rows.put(
        Kind.PROXY_LOGIN,
        row(
            "proxy-login",
            "N11",
            "the proxy wants a user name and password",
            Advice.by(Who.HERE, "write them in the proxy's address: http://user:password@host:port")
                .or(
                    "there are none",
                    "ask the network team for an account, or for an exception for this machine")));
    rows.put(
        Kind.PROXY_DENIES,
        row(
            "proxy-denies",
            "N12",
            "the proxy does not let this host through",
            Advice.by(
                Who.NETWORK,
                "add the org's My Domain and the login host to what the proxy lets through")));
    rows.put(
        Kind.SILENT,
        row(
            "silent",
            "N13",
            "the host takes the request and is silent",
            Advice.by(Who.NETWORK, "look whether a proxy or firewall swallows the answer")
                .or("the server is only slow", "raise read-timeout")));
    rows.put(
        Kind.DEADLINE,
        row(
            "deadline",
            "N13",
            "the time was over first",
            Advice.by(Who.HERE, "give more of it with --deadline")));
    rows.put(
        Kind.OTHER,
        row(
            "other",
            "",
            "there is no answer",
            Advice.by(Who.HERE, "look at each request: the same command with --verbose")));
    return rows;
  }

  private static Advice proxyAddress() {
    return Advice.by(Who.HERE, "check the proxy's address; ask the network team for the right one");
  }

  private static Verdict row(String name, String row, String title, Advice advice) {
    return Verdict.fail("network." + name, row, ExitCode.NETWORK, title, advice);
  }
}
