package aquila.simulator;

import aquila.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A running org on 127.0.0.1. It answers like Salesforce, verifies assertions for real, and
 * remembers what it was asked, for tests to look at.
 */
public final class SimulatedOrg implements AutoCloseable {
  private final Listener listener;
  private final Org org;
  private final Endpoints endpoints;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private SimulatedOrg(Listener listener, Org org) {
    this.listener = listener;
    this.org = org;
    this.endpoints = new Endpoints(org);
  }

  /**
   * Starts an org; it answers from now on. It makes its data when they are first asked for.
   *
   * @throws IOException if the port cannot be had
   */
  public static SimulatedOrg start(OrgSetup setup) throws IOException {
    Listener listener = Listener.bind(setup);
    String scheme = setup.tls() == null ? "http" : "https";
    URI url = URI.create(scheme + "://127.0.0.1:" + listener.port());
    Sessions sessions = new Sessions(Org.id(setup), setup.seed());
    SimulatedOrg simulated = new SimulatedOrg(listener, new Org(setup, url, sessions));
    listener.start(setup, simulated::answer);
    return simulated;
  }

  /** The org's address, without a slash at the end: the instance URL. */
  public URI url() {
    return org.url();
  }

  /** The token endpoint. */
  public URI tokenUrl() {
    return URI.create(org.url() + "/services/oauth2/token");
  }

  /** An audience that the org takes. */
  public String audience() {
    return org.url().toString();
  }

  /** The org's id, 18 characters. */
  public String id() {
    return org.id();
  }

  /** A user's id, 18 characters. */
  public String userId(OrgUser user) {
    return org.userId(user);
  }

  /** What it was made of, scenario included. */
  public OrgSetup setup() {
    return org.setup();
  }

  /** The requests so far, in the order in which they came. They hold secrets. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The access tokens issued so far, whether still good or not. */
  public List<Secret> tokens() {
    return org.sessions().issued();
  }

  /** Ends every session, as a change of policy does; new tokens are issued as before. */
  public void revokeAllTokens() {
    org.sessions().revokeAll();
  }

  /** Closes the port and all connections. */
  @Override
  public void close() throws IOException {
    listener.close();
  }

  private Reply answer(Request request) {
    requests.add(request);
    try {
      return endpoints.answer(request);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug in here. Its client is told, and so is stderr, unless somebody else asked to be.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      return Endpoints.unexpected(request, e);
    }
  }
}
