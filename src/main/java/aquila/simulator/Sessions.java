package aquila.simulator;

import aquila.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The access tokens that were issued, and which of them are still good. */
final class Sessions {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";
  private static final int LENGTH = 96;

  private final String org15;
  private final SplittableRandom random;
  private final List<Secret> issued = new ArrayList<>();
  private final Map<String, Session> good = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param orgId the org's id, with which every token begins
   * @param seed what the tokens grow from: on loopback they guard nothing
   */
  Sessions(String orgId, long seed) {
    this.org15 = orgId.substring(0, 15);
    this.random = new SplittableRandom(seed);
  }

  synchronized Session issue(ConnectedApp app, OrgUser user) {
    StringBuilder text = new StringBuilder(org15).append("!AQ");
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    Session session = new Session(Secret.of(text.toString()), app, user);
    issued.add(session.token());
    good.put(text.toString(), session);
    return session;
  }

  synchronized Optional<Session> find(String token) {
    return Optional.ofNullable(good.get(token));
  }

  synchronized boolean revoke(String token) {
    return good.remove(token) != null;
  }

  synchronized void revokeAll() {
    good.clear();
  }

  synchronized List<Secret> issued() {
    return List.copyOf(issued);
  }
}
