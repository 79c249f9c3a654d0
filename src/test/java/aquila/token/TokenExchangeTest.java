package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.KeyFailure;
import aquila.failure.TokenRefused;
import aquila.http.RawServer;
import aquila.world.Deadline;
import aquila.world.StillWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The post to the token endpoint, and the one holder of its token. */
class TokenExchangeTest {
  private static final String UNKNOWN =
      "{\"error\":\"unknown_error\",\"error_description\":\"retry your request\"}";

  @TempDir Path directory;
  private final SignIn signIn = new SignIn();

  @Test
  void isOnePostOfAForm() throws Exception {
    try (RawServer server = RawServer.plain(SignIn.gives("t1"))) {
      assertEquals("t1", signIn.tokens(server).get().value().reveal());
      String request = server.requests().get(0);
      assertTrue(request.startsWith("POST /services/oauth2/token HTTP/1.1\r\n"), request);
      assertTrue(request.contains("Content-Type: application/x-www-form-urlencoded\r\n"), request);
      assertTrue(
          request.contains(
              "\r\n\r\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ"),
          request);
      assertFalse(request.contains("client_secret") || request.contains("scope="), request);
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void theTokenAndTheAssertionAreStruckFromThenOn() throws Exception {
    try (RawServer server = RawServer.plain(SignIn.gives("opaque-canary"))) {
      signIn.tokens(server).get();
      String assertion = server.requests().get(0).replaceAll("(?s).*assertion=", "");
      assertEquals("(secret) (secret)", signIn.world.secrets.strike("opaque-canary " + assertion));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"invalid assertion\"}",
        "400 | {\"error\":\"invalid_client_id\",\"error_description\":\"client identifier invalid\"}",
        "401 | {\"error\":\"invalid_client\"}",
        "403 | {\"error\":\"forbidden\"}",
        "404 | ''",
        "420 | <html></html>",
        "429 | {}",
        "302 | ''",
        "200 | {}",
      })
  void aRefusalIsAskedForOnce(int status, String body) throws Exception {
    try (RawServer server = RawServer.plain(RawServer.json(status, body))) {
      assertThrows(TokenRefused.class, () -> signIn.tokens(server).get());
      assertEquals(1, server.requests().size(), "every try leaves a line in the login history");
      assertEquals(List.of(), signIn.world.waits);
    }
  }

  @Test
  void aHiccupIsAskedForAgainWithAFreshAssertion() throws Exception {
    RawServer.Conversation later =
        RawServer.answer(
            "HTTP/1.1 503 X\r\nRetry-After: 9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    try (RawServer server = RawServer.plain(later, later, SignIn.gives("t1"))) {
      assertEquals("t1", signIn.tokens(server).get().value().reveal());
      long first = StillWorld.NOW.getEpochSecond() + 180;
      assertEquals(List.of(first, first + 9, first + 18), SignIn.expiries(server));
    }
  }

  @ParameterizedTest
  @CsvSource({"400, true", "500, false", "503, false"})
  void aHiccupThatStaysIsARefusalAfterFiveTries(int status, boolean isUnknown) throws Exception {
    String body = isUnknown ? UNKNOWN : "{\"error\":\"server_error\"}";
    try (RawServer server = RawServer.plain(RawServer.json(status, body))) {
      TokenRefused failure = assertThrows(TokenRefused.class, () -> signIn.tokens(server).get());
      assertTrue(String.valueOf(failure.words()).contains("_error"));
      assertEquals(5, server.requests().size());
    }
  }

  @Test
  void theDeadlineBoundsTheTries() throws Exception {
    RawServer.Conversation later =
        RawServer.answer(
            "HTTP/1.1 500 X\r\nRetry-After: 20\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    Deadline deadline = Deadline.in(Duration.ofSeconds(50), signIn.world.clock());
    try (RawServer server = RawServer.plain(later)) {
      AccessTokens tokens = signIn.tokens(server, null, deadline);
      assertThrows(TokenRefused.class, tokens::get);
      assertEquals(3, server.requests().size());
      assertEquals(
          Duration.ofSeconds(40),
          signIn.world.waits.stream().reduce(Duration.ZERO, Duration::plus));
    }
  }

  @Test
  void aRunSignsInOnce() throws Exception {
    try (RawServer server = RawServer.plain(SignIn.gives("t1"), SignIn.gives("t2"))) {
      AccessTokens tokens = signIn.tokens(server);
      AccessToken first = tokens.get();
      assertSame(first, tokens.get());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void severalThreadsShareOneSignInAndOneRenewal() throws Exception {
    try (RawServer server = RawServer.plain(SignIn.gives("t1"), SignIn.gives("t2"))) {
      AccessTokens tokens = signIn.tokens(server);
      assertEquals(List.of("t1"), atOnce(tokens::get));
      AccessToken stale = tokens.get();
      assertEquals(List.of("t2"), atOnce(() -> tokens.renew(stale)));
      assertEquals("t2", tokens.get().value().reveal());
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void aRefusalIsNotKept() throws Exception {
    try (RawServer server =
        RawServer.plain(RawServer.json(400, "{\"error\":\"x\"}"), SignIn.gives("t1"))) {
      AccessTokens tokens = signIn.tokens(server);
      assertThrows(TokenRefused.class, tokens::get);
      assertEquals("t1", tokens.get().value().reveal());
    }
  }

  @Test
  void theKeyIsNotAskedForWhereTheCacheHasAToken() throws Exception {
    TokenCache cache = new TokenCache(home().resolve("cache"), signIn.world.clock());
    AccessTokens.Cached cached = new AccessTokens.Cached(cache, "name");
    try (RawServer server = RawServer.plain(SignIn.gives("t1"))) {
      signIn.tokens(server, cached, Deadline.none(signIn.world.clock())).get();
      AccessTokens second =
          new AccessTokens(
              SignIn.grant(server),
              new TokenEndpoint(signIn.http, signIn.world.in(home())),
              () -> {
                throw new KeyFailure("nobody needs it");
              },
              cached,
              signIn.world.in(home()),
              Deadline.none(signIn.world.clock()));
      assertEquals("t1", second.get().value().reveal());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void aTokenThatIsNoLongerTakenLeavesTheCache() throws Exception {
    TokenCache cache = new TokenCache(home().resolve("cache"), signIn.world.clock());
    AccessTokens.Cached cached = new AccessTokens.Cached(cache, "name");
    try (RawServer server =
        RawServer.plain(
            SignIn.gives("t1"), SignIn.gives("t2"), RawServer.json(400, "{\"error\":\"x\"}"))) {
      AccessTokens tokens = signIn.tokens(server, cached, Deadline.none(signIn.world.clock()));
      AccessToken second = tokens.renew(tokens.get());
      assertEquals("t2", cache.find("name").orElseThrow().value().reveal());
      assertThrows(TokenRefused.class, () -> tokens.renew(second));
      assertTrue(cache.find("name").isEmpty(), "a refused token is not offered again");
    }
  }

  @Test
  void aCacheThatCannotBeWrittenCostsNothingButASignIn() throws Exception {
    Path file = Files.writeString(home().resolve("file"), "not a directory");
    AccessTokens.Cached cached =
        new AccessTokens.Cached(new TokenCache(file, signIn.world.clock()), "name");
    try (RawServer server = RawServer.plain(SignIn.gives("t1"))) {
      AccessTokens tokens = signIn.tokens(server, cached, Deadline.none(signIn.world.clock()));
      assertEquals("t1", tokens.get().value().reveal());
    }
  }

  private Path home() throws IOException {
    return directory.toRealPath();
  }

  /** The tokens that eight threads get, without repeats. */
  private static List<String> atOnce(Callable<AccessToken> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<AccessToken>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<String> values = new ArrayList<>();
      for (Future<AccessToken> each : all) {
        values.add(each.get().value().reveal());
      }
      return values.stream().distinct().collect(Collectors.toList());
    } finally {
      threads.shutdown();
    }
  }
}
