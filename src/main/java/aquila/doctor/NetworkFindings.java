package aquila.doctor;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.NetworkFailure;
import aquila.failure.NetworkFailure.Kind;
import aquila.world.ForeignText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No answer: rows N1 to N13. Which step failed is told by {@link NetworkFailure.Kind}. */
final class NetworkFindings {
  private static final String PORT =
      "Aquila needs port 443 to the org's My Domain, login.salesforce.com and test.salesforce.com,"
          + " directly or through a proxy";

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
    Set<String> hints = new LinkedHashSet<>();
    // An issuer's name is another side's word.
    failure.hints().forEach(hint -> hints.add(ForeignText.printable(hint)));
    hints.addAll(verdict.hints());
    String said = words == null || words.text().isEmpty() ? "" : ": " + words.text();
    return new Finding(
        verdict, Place.seen(failure.fact() + said), null, List.of(), new ArrayList<>(hints));
  }

  static Verdict verdict(Kind kind) {
    return VERDICTS.getOrDefault(kind, NameFindings.HOST_UNKNOWN);
  }

  private static Map<Kind, Verdict> verdicts() {
    Map<Kind, Verdict> rows = new EnumMap<>(Kind.class);
    rows.put(Kind.HOST_UNKNOWN, NameFindings.HOST_UNKNOWN);
    rows.put(
        Kind.PROXY_UNKNOWN,
        row("proxy-unknown", "N1", "the proxy's name has no address", "check the proxy's address"));
    rows.put(Kind.REFUSED, row("refused", "N2", "the host takes no connection", PORT));
    rows.put(
        Kind.PROXY_REFUSED,
        row("proxy-refused", "N2", "the proxy takes no connection", "check the proxy's address"));
    rows.put(Kind.NO_CONNECTION, row("no-connection", "N3", "packets get no answer", PORT));
    rows.put(
        Kind.DISTRUSTED,
        row(
            "certificate-untrusted",
            "N5",
            "the host's certificate is not trusted",
            "an old Java lacks newer authorities: java -version shows its age"));
    rows.put(
        Kind.OUTSIDE_DATES,
        row(
            "certificate-dates",
            "N5",
            "the host's certificate is outside its dates",
            "set the clock: timedatectl set-ntp true; Windows: w32tm /resync"));
    rows.put(
        Kind.OTHER_NAME,
        row(
            "certificate-name",
            "N6",
            "the host's certificate is made out to another name",
            SetupHint.MY_DOMAIN));
    rows.put(
        Kind.NO_TLS,
        row("no-tls", "N7", "the port does not speak TLS", "leave the port out of the URL"));
    rows.put(
        Kind.LOST,
        row(
            "lost",
            "N8",
            "the connection broke off before an answer",
            "a port that speaks TLS and is asked without it (http://) does this, too"));
    rows.put(
        Kind.HANDSHAKE_CUT,
        row(
            "handshake-cut",
            "N9",
            "the TLS handshake is cut off",
            "ask those who run the firewall to let this host name through"));
    rows.put(
        Kind.HANDSHAKE_FAILED,
        row(
            "handshake-failed",
            "N10",
            "the TLS handshake fails",
            "Java's own setting jdk.tls.client.protocols must not exclude TLSv1.2"));
    rows.put(
        Kind.PROXY_LOGIN,
        row(
            "proxy-login",
            "N11",
            "the proxy wants a user name and password",
            "ask those who run the proxy for an account, or for an exception"));
    rows.put(
        Kind.PROXY_DENIES,
        row(
            "proxy-denies",
            "N12",
            "the proxy does not let this host through",
            "the list of the proxy needs the org's My Domain and the login host"));
    rows.put(
        Kind.SILENT,
        row(
            "silent",
            "N13",
            "the host takes the request and is silent",
            "a proxy or firewall that inspects traffic does this, too"));
    rows.put(
        Kind.DEADLINE,
        row("deadline", "N13", "the time was over first", "give more of it with --deadline"));
    rows.put(
        Kind.OTHER, row("other", "", "there is no answer", "look at --verbose for each request"));
    return rows;
  }

  private static Verdict row(String name, String row, String title, String hint) {
    return Verdict.fail("network." + name, row, ExitCode.NETWORK, title, hint);
  }
}
