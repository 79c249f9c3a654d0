package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a bug in the simulator looks like from outside; a clock that throws plays it. */
@Isolated("the handler of uncaught exceptions is the whole process's")
class BugTest {
  private final BrokenClock clock = new BrokenClock();
  private final List<Throwable> loud = new ArrayList<>();
  private Thread.@Nullable UncaughtExceptionHandler usual;
  private SimulatedOrg org;
  private Visitor visitor;

  @BeforeEach
  void start() throws Exception {
    usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> loud.add(error));
    org = SimulatedOrg.start(Visitor.setup().withClock(clock));
    visitor = new Visitor(org);
  }

  @AfterEach
  void stop() throws Exception {
    org.close();
    Thread.setDefaultUncaughtExceptionHandler(usual);
  }

  @Test
  void theRestApiAnswers500AndTheConnectionGoesOn() throws Exception {
    String token = visitor.logIn();
    clock.bug = new IllegalStateException("mind the gap");
    HttpResponse<String> reply = visitor.query(token, "SELECT Id FROM EventLogFile");
    assertEquals(500, reply.statusCode());
    JsonNode error = Visitor.json(reply).get(0);
    assertEquals("UNKNOWN_EXCEPTION", error.get("errorCode").asText());
    assertTrue(error.get("message").asText().endsWith("mind the gap"), reply.body());
    assertSame(clock.bug, loud.get(0));
    clock.bug = null;
    assertEquals(200, visitor.query(token, "SELECT Id FROM EventLogFile").statusCode());
    assertEquals(1, loud.size());
  }

  @Test
  void theTokenEndpointAnswers500InItsOwnForm() throws Exception {
    clock.bug = new IllegalStateException("mind the gap");
    HttpResponse<String> reply = visitor.present(visitor.assertion());
    assertEquals(500, reply.statusCode());
    assertEquals("unknown_error", Visitor.json(reply).get("error").asText());
    assertTrue(Visitor.json(reply).get("error_description").asText().endsWith("mind the gap"));
    assertSame(clock.bug, loud.get(0));
  }

  /** Nested deeper than the stack of a thread: an answer like any other bug's. */
  @Test
  void aQueryWithoutAnEndIsAnswered() throws Exception {
    String token = visitor.logIn();
    HttpResponse<String> reply =
        visitor.getAs(
            token,
            "/services/data/v60.0/query?q=SELECT+Id+FROM+Account+WHERE+" + "(".repeat(15_000));
    assertEquals(500, reply.statusCode());
    assertEquals(StackOverflowError.class, loud.get(0).getClass());
  }

  /** Fails where a request is answered, and not where the Date header is written. */
  private static final class BrokenClock extends Clock {
    private volatile @Nullable RuntimeException bug;

    @Override
    public Instant instant() {
      RuntimeException thrown = bug;
      if (thrown != null) {
        throw thrown;
      }
      return Visitor.NOW;
    }

    @Override
    public ZoneId getZone() {
      return Visitor.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return zone.equals(getZone()) ? Visitor.CLOCK.withZone(zone) : this;
    }
  }
}
