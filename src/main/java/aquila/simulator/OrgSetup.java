package aquila.simulator;

import aquila.key.HeldCertificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an org is made of. Equal setups make equal orgs: ids, records and files follow from the seed
 * and the day.
 *
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param tls the key and certificate of an https server, made for 127.0.0.1; null for http
 * @param clock the org's own time of day
 * @param seed what its data and tokens grow from
 * @param users who may log in
 * @param apps the apps that are set up
 * @param eventLogs the event log files that it offers
 * @param conduct how it behaves
 * @param around what lies between it and whoever wants to sign in
 */
public record OrgSetup(
    int port,
    @Nullable HeldCertificate tls,
    Clock clock,
    long seed,
    List<OrgUser> users,
    List<ConnectedApp> apps,
    EventLogs eventLogs,
    Conduct conduct,
    Surroundings around) {

  /** The user of an org that was not told otherwise. */
  public static final String USERNAME = "integration@aquila.test";

  public OrgSetup {
    users = List.copyOf(users);
    apps = List.copyOf(apps);
  }

  /**
   * An org with one user and one app, as the set-up guide means it.
   *
   * @param key the public half of the certificate that was uploaded to the app
   * @param clock the org's time of day
   */
  public static OrgSetup of(RSAPublicKey key, Clock clock) {
    return new OrgSetup(
        0,
        null,
        clock,
        1,
        List.of(OrgUser.named(USERNAME)),
        List.of(ConnectedApp.of(ConnectedApp.CLIENT_ID, key, List.of(USERNAME))),
        EventLogs.USUAL,
        Conduct.NORMAL,
        Surroundings.USUAL);
  }

  /** On this port. */
  public OrgSetup withPort(int other) {
    return new OrgSetup(other, tls, clock, seed, users, apps, eventLogs, conduct, around);
  }

  /** With https. */
  public OrgSetup withTls(HeldCertificate other) {
    return new OrgSetup(port, other, clock, seed, users, apps, eventLogs, conduct, around);
  }

  /** By this clock. */
  public OrgSetup withClock(Clock other) {
    return new OrgSetup(port, tls, other, seed, users, apps, eventLogs, conduct, around);
  }

  /** From this seed. */
  public OrgSetup withSeed(long other) {
    return new OrgSetup(port, tls, clock, other, users, apps, eventLogs, conduct, around);
  }

  /** With these users; who may use the apps stays as it is. */
  public OrgSetup withUsers(List<OrgUser> others) {
    return new OrgSetup(port, tls, clock, seed, others, apps, eventLogs, conduct, around);
  }

  /** With these apps. */
  public OrgSetup withApps(List<ConnectedApp> others) {
    return new OrgSetup(port, tls, clock, seed, users, others, eventLogs, conduct, around);
  }

  /** With these event log files. */
  public OrgSetup with(EventLogs other) {
    return new OrgSetup(port, tls, clock, seed, users, apps, other, conduct, around);
  }

  /** Behaving like this. */
  public OrgSetup with(Conduct other) {
    return new OrgSetup(port, tls, clock, seed, users, apps, eventLogs, other, around);
  }

  /** With this between it and whoever wants to sign in. */
  public OrgSetup with(Surroundings other) {
    return new OrgSetup(port, tls, clock, seed, users, apps, eventLogs, conduct, other);
  }

  /** With fresh users of these names, each of whom may use every app. */
  public OrgSetup withUsernames(List<String> usernames) {
    return withUsers(usernames.stream().map(OrgUser::named).toList())
        .withEachApp(app -> app.approvedFor(usernames));
  }

  /** With one thing changed in every app. */
  public OrgSetup withEachApp(UnaryOperator<ConnectedApp> change) {
    return withApps(apps.stream().map(change).toList());
  }

  /** With one thing changed for every user. */
  public OrgSetup withEachUser(UnaryOperator<OrgUser> change) {
    return withUsers(users.stream().map(change).toList());
  }

  /** With something that goes wrong with REST replies. */
  public OrgSetup with(Fault fault) {
    return with(conduct.and(fault));
  }

  /** With what makes this scenario. Set everything else first: a scenario builds on it. */
  public OrgSetup with(Scenario scenario) {
    return scenario.change().apply(this);
  }
}
