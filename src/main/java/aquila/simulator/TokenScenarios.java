package aquila.simulator;

import aquila.simulator.ConnectedApp.PermittedUsers;
import aquila.simulator.ConnectedApp.Standing;
import aquila.simulator.OrgUser.State;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The T rows whose cause can be had: the org refuses, or answers oddly, by itself. */
final class TokenScenarios {
  private static final URI ELSEWHERE = URI.create("https://elsewhere.my.salesforce.invalid");

  private TokenScenarios() {}

  static List<Scenario> all() {
    return List.of(
        app(
            "token.user-not-approved",
            "T1",
            "all users may self-authorize, and this one never did",
            app -> app.with(PermittedUsers.ALL_MAY_SELF_AUTHORIZE).approvedFor(Set.of())),
        app(
            "token.not-preauthorized",
            "T2",
            "only pre-authorized users, and this one is not",
            app -> app.approvedFor(Set.of())),
        app(
            "token.refresh-scope-missing",
            "T3",
            "the app lacks the scope refresh_token",
            app -> app.withoutScope("refresh_token")),
        app(
            "token.invalid-assertion",
            "T4",
            "the uploaded certificate is another key's",
            app -> app.withKey(another(app.key()))),
        app(
            "token.certificate-missing",
            "T4",
            "no certificate was uploaded",
            app -> app.withKey(null)),
        conduct(
            "token.audience-invalid",
            "T5",
            "only the login host is taken as audience, not the My Domain",
            conduct -> conduct.withTakesOwnUrl(false)),
        app(
            "token.app-not-installed",
            "T6",
            "the external client app lives in another org",
            app -> app.with(Standing.OF_ANOTHER_ORG)),
        new Scenario(
            "token.assertion-expired",
            "T7",
            "this machine's clock is ten minutes slow",
            setup -> setup.withClock(Clock.offset(setup.clock(), Duration.ofMinutes(10)))),
        new Scenario(
            "token.clock-fast",
            "T8",
            "this machine's clock is ten minutes fast",
            setup ->
                setup
                    .withClock(Clock.offset(setup.clock(), Duration.ofMinutes(-10)))
                    .with(setup.conduct().withLongestAssertion(Duration.ofMinutes(5)))),
        app(
            "token.client-id-unknown",
            "T9",
            "no app has this consumer key",
            app -> app.withClientId(app.clientId().replaceFirst(".{4}$", "gone"))),
        app(
            "token.app-uninstalled",
            "T11",
            "the connected app is another org's and was never installed",
            app -> app.with(Standing.NOT_INSTALLED)),
        app(
            "token.app-blocked",
            "T12",
            "an administrator blocked the app",
            app -> app.with(Standing.BLOCKED)),
        user("token.user-inactive", "T13", "the user is deactivated", State.INACTIVE),
        user("token.user-locked", "T13b", "the user is frozen or locked", State.LOCKED),
        user(
            "token.ip-restricted",
            "T14",
            "the caller's address is outside the profile's ranges",
            State.IP_RESTRICTED),
        user(
            "token.login-hours",
            "T15",
            "the profile's login hours are over",
            State.OUTSIDE_LOGIN_HOURS),
        user(
            "token.login-rate-exceeded",
            "T16",
            "the user logged in too often this hour",
            State.RATE_EXCEEDED),
        conduct(
            "token.instance-url-differs",
            "T25",
            "the token's instance_url is another host",
            conduct -> conduct.withInstanceUrl(ELSEWHERE)),
        app(
            "token.api-scope-missing",
            "T26",
            "the app lacks the scope api",
            app -> app.withoutScope("api")),
        conduct(
            "token.other-org",
            "T27",
            "the token's id is a sandbox's",
            conduct -> conduct.withIdentityUrl(URI.create("https://test.salesforce.com"))));
  }

  private static Scenario app(
      String id, String row, String title, UnaryOperator<ConnectedApp> change) {
    return new Scenario(id, row, title, setup -> setup.withEachApp(change));
  }

  private static Scenario user(String id, String row, String title, State state) {
    return new Scenario(id, row, title, setup -> setup.withEachUser(user -> user.with(state)));
  }

  private static Scenario conduct(
      String id, String row, String title, UnaryOperator<Conduct> change) {
    return new Scenario(id, row, title, setup -> setup.with(change.apply(setup.conduct())));
  }

  /** A key of the same size to which nobody has the private half; making a pair takes seconds. */
  private static @Nullable RSAPublicKey another(@Nullable RSAPublicKey key) {
    if (key == null) {
      return null;
    }
    BigInteger modulus = key.getModulus().add(BigInteger.TWO);
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java takes an RSA modulus", e);
    }
  }
}
