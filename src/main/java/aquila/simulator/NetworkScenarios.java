package aquila.simulator;

import aquila.key.HeldCertificate;
import aquila.simulator.CannedReply.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The N rows: the org is in order, and the way to it is not. */
final class NetworkScenarios {

  /** Names that exist nowhere (RFC 6761). */
  private static final String NOWHERE = "https://no-such-org.invalid";

  /** A certificate that is trusted, and of another host. */
  private static final String OTHER = "other.crt";

  /** Whoever rehearses does not want to wait for a minute. */
  private static final String SHORT = "2s";

  private NetworkScenarios() {}

  static List<Scenario> all() {
    return List.of(
        FieldScenarios.handout(
            "network.host-unknown", "N1", "the host does not exist", it -> it.at(NOWHERE)),
        FieldScenarios.handout(
            "network.proxy-unknown",
            "N1",
            "the proxy does not exist",
            it -> it.at(NOWHERE).with("proxy", "http://no-such-proxy.invalid:3128")),
        welcome("network.refused", "N2", "nothing listens at the host", Welcome.CLOSED, it -> it),
        welcome(
            "network.proxy-refused",
            "N2",
            "nothing listens at the proxy",
            Welcome.CLOSED,
            NetworkScenarios::behindProxy),
        welcome(
            "network.no-connection",
            "N3",
            "packets to the host get no answer",
            Welcome.FULL,
            it -> it.with("connect-timeout", SHORT)),
        new Scenario(
            "network.certificate-untrusted",
            "N5",
            "the host's certificate is not trusted",
            setup -> setup.withTls(certificate("127.0.0.1"))),
        new Scenario(
            "network.certificate-name",
            "N6",
            "the host's certificate is made out to another name",
            NetworkScenarios::otherName),
        welcome(
            "network.no-tls",
            "N7",
            "the port does not speak TLS",
            Welcome.USUAL,
            NetworkScenarios::tls),
        welcome("network.lost", "N8", "the connection breaks off", Welcome.CUT, it -> it),
        welcome(
            "network.handshake-cut",
            "N9",
            "the TLS handshake is cut off",
            Welcome.CUT,
            NetworkScenarios::tls),
        welcome(
            "network.handshake-failed",
            "N10",
            "the host takes no version of TLS",
            Welcome.OLD_TLS,
            NetworkScenarios::tls),
        proxy(
            "network.proxy-login",
            "N11",
            "the proxy wants a user name and password",
            Reply.html(407, "Proxy Authentication Required")
                .with("Proxy-Authenticate", "Basic realm=\"aquila\"")),
        proxy(
            "network.proxy-denies",
            "N12",
            "the proxy does not let the host through",
            Reply.html(403, "Forbidden")),
        everywhere(
            "network.silent",
            "N13",
            "the host takes requests and is silent",
            Reply.html(200, "").with(Reply.Fate.SILENCE),
            it -> it.with("read-timeout", SHORT)),
        everywhere(
            "network.web-page",
            "N14",
            "a portal answers in the place of Salesforce",
            Reply.html(200, "Welcome to the hotel"),
            it -> it),
        clock("network.clock-off", "this machine's clock is 200 seconds fast", 200),
        clock("network.clock-drifts", "this machine's clock is 100 seconds fast", 100));
  }

  private static OrgSetup otherName(OrgSetup setup) {
    HeldCertificate other = certificate("elsewhere.example");
    return setup
        .withTls(other)
        .with(
            setup
                .around()
                .and(
                    it ->
                        it.withFile(OTHER, Reply.Body.of(other.certificatePem()), true)
                            .with("ca-file", it.directory().resolve(OTHER).toString())));
  }

  /** Java judges its dates by the real time, whatever the org's clock says. */
  private static HeldCertificate certificate(String host) {
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    return HeldCertificate.generate(
        2048, "Acme Inspection", from, from.plus(Duration.ofDays(36_500)), List.of(host));
  }

  private static Scenario clock(String id, String title, int seconds) {
    return new Scenario(
        id,
        "N15",
        title,
        setup -> setup.withClock(Clock.offset(setup.clock(), Duration.ofSeconds(-seconds))));
  }

  private static Scenario welcome(
      String id, String row, String title, Welcome welcome, UnaryOperator<Handout> change) {
    return new Scenario(
        id, row, title, setup -> setup.with(setup.around().with(welcome).and(change)));
  }

  private static Scenario everywhere(
      String id, String row, String title, Reply reply, UnaryOperator<Handout> change) {
    return new Scenario(
        id,
        row,
        title,
        setup ->
            setup
                .with(setup.conduct().and(CannedReply.always(Place.EVERYWHERE, reply)))
                .with(setup.around().and(change)));
  }

  private static Scenario proxy(String id, String row, String title, Reply reply) {
    return everywhere(id, row, title, reply, NetworkScenarios::behindProxy);
  }

  /** The org's own port is the proxy. */
  private static Handout behindProxy(Handout it) {
    return it.with("proxy", it.value("instance-url")).at(NOWHERE);
  }

  private static Handout tls(Handout it) {
    return it.at(it.value("instance-url").replaceFirst("^http:", "https:"));
  }
}
