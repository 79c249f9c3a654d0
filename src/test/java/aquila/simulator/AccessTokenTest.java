package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a token after it was issued. */
class AccessTokenTest {
  private SimulatedOrg org;
  private Visitor visitor;
  private String token;

  @BeforeEach
  void start() throws Exception {
    org = SimulatedOrg.start(Visitor.setup());
    visitor = new Visitor(org);
    token = visitor.logIn();
  }

  @AfterEach
  void stop() throws Exception {
    org.close();
  }

  @Test
  void aRevokedTokenIsOver() throws Exception {
    assertEquals(200, visitor.post("/services/oauth2/revoke", "token=" + token).statusCode());
    assertEquals(400, visitor.post("/services/oauth2/revoke", "token=" + token).statusCode());
    assertEquals(401, visitor.getAs(token, "/services/data/v60.0/limits").statusCode());
    String next = visitor.logIn();
    assertNotEquals(token, next);
    org.revokeAllTokens();
    assertEquals(401, visitor.getAs(next, "/services/data/v60.0/limits").statusCode());
  }

  @Test
  void tellsWhoATokenIs() throws Exception {
    JsonNode info = Visitor.json(visitor.getAs(token, "/services/oauth2/userinfo"));
    assertEquals(org.id(), info.get("organization_id").asText());
    assertEquals(OrgSetup.USERNAME, info.get("preferred_username").asText());
    assertEquals("Missing_OAuth_Token", visitor.get("/services/oauth2/userinfo").body());
    assertEquals("Bad_OAuth_Token", visitor.getAs("x", "/services/oauth2/userinfo").body());
  }

  @Test
  void issuesADifferentTokenToEachOfManyAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> many = Collections.nCopies(40, visitor::logIn);
      Set<String> tokens = new HashSet<>();
      for (var token : threads.invokeAll(many)) {
        tokens.add(token.get());
      }
      assertEquals(40, tokens.size());
      assertEquals(41, org.tokens().size());
    } finally {
      threads.shutdownNow();
    }
  }
}
